package io.sallyport.hsm.timing;

import java.util.Arrays;

/**
 * Decides whether the times of two groups differ, as the paper "Dude, is my code constant time?"
 * (Reparaz, Balasch, Verbauwhede, DATE 2017) does: Welch's t over all times, over the times below
 * each of a hundred thresholds, and over squared distances from the mean; the largest counts. The
 * thresholds cut off what the machine adds (collections, interrupts), and lie close together at
 * its end. One thread.
 */
final class Leakage {
    private static final int THRESHOLDS = 100;
    private static final int LEAST = 1000;

    private final double[] thresholds = new double[THRESHOLDS];
    private final Welch[] below = new Welch[THRESHOLDS];
    private final Welch all = new Welch();
    private final Welch spread = new Welch();
    private final double centre;

    /** Takes its thresholds from these times, which do not count. */
    Leakage(long[] sample) {
        long[] sorted = sample.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < THRESHOLDS; i++) {
            double quantile = 1 - Math.pow(0.5, 10.0 * (i + 1) / THRESHOLDS);
            thresholds[i] = sorted[(int) (quantile * (sorted.length - 1))];
            below[i] = new Welch();
        }
        centre = sorted[sorted.length / 2];
    }

    /** Adds a time to group 0 or 1. */
    void add(int group, double time) {
        all.add(group, time);
        spread.add(group, (time - centre) * (time - centre));
        for (int i = THRESHOLDS - 1; i >= 0 && time < thresholds[i]; i--) {
            below[i].add(group, time);
        }
    }

    /** The largest |t| of all tests in which both groups have a thousand times or more. */
    double largest() {
        double largest = Math.max(Math.abs(all.t()), Math.abs(spread.t()));
        for (Welch cropped : below) {
            if (cropped.least() >= LEAST) {
                largest = Math.max(largest, Math.abs(cropped.t()));
            }
        }
        return largest;
    }

    /** How much longer group 0 takes on average, without the slowest twentieth. */
    double difference() {
        Welch most = below[THRESHOLDS * 43 / 100];
        return most.mean(0) - most.mean(1);
    }

    /** The average of both groups, without the slowest twentieth. */
    double typical() {
        Welch most = below[THRESHOLDS * 43 / 100];
        return (most.mean(0) + most.mean(1)) / 2;
    }
}
