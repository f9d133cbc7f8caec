package io.sallyport.gateway.net;

import java.util.function.LongSupplier;

/**
 * The time that one input may take while the fuzzer searches: an input that takes longer each time
 * that it is run is a finding, which the fuzzer writes to a file. A replay of the corpus measures
 * nothing. What never ends is found by the fuzzer's own limit, which the profile {@code fuzz} sets.
 * Stateless but for its clock. The codec's tests have the same and prove it.
 */
final class TimeBound {
    static final long MILLIS = 100;
    /** One long run may be the collector's or another process's doing. */
    static final int RUNS = 4;

    private static final TimeBound BOUND =
            new TimeBound(System.getenv("JAZZER_FUZZ") != null, System::nanoTime);

    /** What is done with an input. */
    interface Target<E extends Exception> {
        void run() throws E;
    }

    private final boolean searching;
    private final LongSupplier nanos;

    TimeBound(boolean searching, LongSupplier nanos) {
        this.searching = searching;
        this.nanos = nanos;
    }

    /** Runs a target once, and again if it was slow. */
    static <E extends Exception> void keep(Target<E> target) throws E {
        BOUND.check(target);
    }

    <E extends Exception> void check(Target<E> target) throws E {
        if (!searching) {
            target.run();
            return;
        }
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = nanos.getAsLong();
            target.run();
            least = Math.min(least, (nanos.getAsLong() - start) / 1_000_000);
            if (least <= MILLIS) {
                return;
            }
        }
        throw new AssertionError("This input takes " + least + " ms.");
    }
}
