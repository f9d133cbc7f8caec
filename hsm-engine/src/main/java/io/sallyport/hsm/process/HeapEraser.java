package io.sallyport.hsm.process;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Overwrites what commands left on the heap: the numbers of private keys, which nothing can wipe,
 * and arrays that the collector moved before they were wiped. It fills the heap with zeros until
 * the collector takes them back: ten seconds after the last command, or half a minute after the
 * last time if commands keep coming. What is in use stays.
 *
 * <p>Takes some tens of milliseconds, for most of which the other threads stand still.
 */
final class HeapEraser implements Runnable {
    private static final long LOOK_EVERY_MILLIS = 1000;
    private static final int QUIET_LOOKS = 10;
    private static final int LOOKS_MAX = 30;
    private static final int CHUNK_BYTES = 4096;

    private final LongSupplier served;

    private HeapEraser(LongSupplier served) {
        this.served = served;
    }

    /**
     * Erases from now on, on a thread of its own, for as long as the process lives.
     *
     * @param served how many commands there were by now
     */
    static void start(LongSupplier served) {
        Thread thread = new Thread(new HeapEraser(served), "engine-eraser");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        Looks looks = new Looks(served.getAsLong());
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                if (looks.isDue(served.getAsLong())) {
                    erase();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When to erase, by looks at how many commands there were. Belongs to one thread. */
    static final class Looks {
        private long erased;
        private long seen;
        private int quiet;
        private int count;

        Looks(long served) {
            this.erased = served;
            this.seen = served;
        }

        /** Whether this look is followed by erasing. */
        boolean isDue(long served) {
            quiet = served == seen ? quiet + 1 : 0;
            seen = served;
            count++;
            if (served == erased || (quiet < QUIET_LOOKS && count < LOOKS_MAX)) {
                return false;
            }
            erased = served;
            count = 0;
            return true;
        }
    }

    /**
     * Fills the heap. The zeros are softly reachable: before memory ends for anybody, the collector
     * takes all of them, so that no command meets the end of memory because of this.
     */
    static void erase() {
        List<SoftReference<byte[]>> zeros = new ArrayList<>();
        do {
            zeros.add(new SoftReference<>(new byte[CHUNK_BYTES]));
        } while (zeros.getFirst().get() != null);
    }
}
