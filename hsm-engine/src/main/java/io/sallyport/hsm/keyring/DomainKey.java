package io.sallyport.hsm.keyring;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.memory.MemoryKind;
import io.sallyport.hsm.memory.SecretSegment;

/**
 * The domain key of one term, and how often it seals. It seals no more often than was written down
 * before. Closing waits for those who use it and zeroes it then, so that nobody ever seals or opens
 * with zeros. Takes no lock; safe for every thread.
 */
public final class DomainKey implements AutoCloseable {
    private static final KeyAccess ACCESS = KeyAccess.because("seal and open with a domain key");
    /** The sign bit of {@link #users}: nobody may begin to use the key. */
    private static final int CLOSED = Integer.MIN_VALUE;
    private static final long PAUSE_NANOS = 20_000;

    private final int term;
    private final long created;
    private final SecretSegment key;
    private final AtomicInteger users = new AtomicInteger();
    private final AtomicLong seals;
    private volatile long reserved;

    /**
     * A key that owns this secret.
     *
     * @param term from 1
     * @param created seconds since 1970
     * @param seals how many it has made, at most
     * @param reserved how many it may make; this is written down
     */
    public DomainKey(int term, long created, long seals, long reserved, SecretSegment key) {
        this.term = term;
        this.created = created;
        this.seals = new AtomicLong(seals);
        this.reserved = reserved;
        this.key = key;
    }

    /** Its number, from 1. */
    public int term() {
        return term;
    }

    /** When it was made, in seconds since 1970. */
    public long created() {
        return created;
    }

    /** How many seals it has made, at most: what a crash may have used counts as used. */
    public long seals() {
        return Math.min(seals.get(), reserved);
    }

    /** How many seals it may make. */
    public long reserved() {
        return reserved;
    }

    /** Allows more seals; the caller has written the number down. */
    public void reserve(long more) {
        reserved = more;
    }

    /** How well its memory is guarded. */
    public MemoryKind memoryKind() {
        return key.kind();
    }

    /** Counts one more seal, or refuses it because it is not written down. */
    boolean admitSeal() {
        if (seals.getAndIncrement() < reserved) {
            return true;
        }
        seals.decrementAndGet();
        return false;
    }

    /**
     * Copies the key for whoever seals it; the caller wipes the copy.
     *
     * @return false if the key is closed
     */
    public boolean copyTo(KeyAccess access, byte[] target) {
        return enter(() -> key.use(access, bytes -> MemorySegment.copy(bytes,
                ValueLayout.JAVA_BYTE, 0, target, 0, target.length)));
    }

    /** What {@code use} makes of the key; null once the key is closed. */
    public <R> @Nullable R use(Function<KeyView, R> use) {
        AtomicReference<@Nullable R> made = new AtomicReference<>();
        enter(() -> key.use(ACCESS, bytes -> made.set(use.apply(new KeyView(bytes)))));
        return made.get();
    }

    /** Does something with the key while it can't be closed; false if it is closed. */
    private boolean enter(Runnable use) {
        try {
            if (users.getAndIncrement() < 0) {
                return false;
            }
            use.run();
            return true;
        } finally {
            users.decrementAndGet();
        }
    }

    /** Zeroes the key when the last of its users is done. Idempotent. */
    @Override
    public void close() {
        if (users.getAndUpdate(count -> count | CLOSED) < 0) {
            return;
        }
        // A use takes milliseconds at most; none begins any more.
        while (users.get() != CLOSED) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        key.close();
    }

    @Override
    public String toString() {
        return "DomainKey[term " + term + "]";
    }
}
