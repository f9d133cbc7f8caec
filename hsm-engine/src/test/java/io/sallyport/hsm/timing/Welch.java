package io.sallyport.hsm.timing;

/**
 * Welch's t of two groups of figures that come one by one (B. L. Welch, The generalization of
 * "Student's" problem, 1947); means and variances by Welford's method, which does not lose digits.
 * One thread.
 */
final class Welch {
    private final long[] count = new long[2];
    private final double[] mean = new double[2];
    private final double[] squares = new double[2];

    /** Adds a figure to group 0 or 1. */
    void add(int group, double figure) {
        count[group]++;
        double difference = figure - mean[group];
        mean[group] += difference / count[group];
        squares[group] += difference * (figure - mean[group]);
    }

    /** How many figures the smaller group has. */
    long least() {
        return Math.min(count[0], count[1]);
    }

    double mean(int group) {
        return mean[group];
    }

    /** The statistic; 0 if it can't be told: too few figures, or figures that are all the same. */
    double t() {
        if (least() < 2) {
            return 0;
        }
        double error = Math.sqrt(variance(0) / count[0] + variance(1) / count[1]);
        double difference = mean[0] - mean[1];
        if (error > 0) {
            return difference / error;
        }
        return difference == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference);
    }

    private double variance(int group) {
        return squares[group] / (count[group] - 1);
    }
}
