package io.sallyport.hsm.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The statistics on made-up times, and a leak that is too large to be overlooked. */
class DudectTest {
    private static final int TIMES = 200_000;

    /** A made-up time of an operation of this group. */
    private interface Times {
        double of(int group, Random random);
    }

    private static Leakage leakage(Times times) {
        Random random = new Random(42);
        long[] sample = new long[10_000];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = Math.round(times.of(random.nextInt(2), random));
        }
        Leakage leakage = new Leakage(sample);
        for (int i = 0; i < TIMES; i++) {
            int group = random.nextInt(2);
            leakage.add(group, times.of(group, random));
        }
        return leakage;
    }

    /** By hand: means 3 and 5, variances 2.5 and 10, five figures each. */
    @Test
    void tIsWelchs() {
        Welch welch = new Welch();
        for (int i = 1; i <= 5; i++) {
            welch.add(0, i);
            welch.add(1, 2 * i - 1);
        }
        assertThat(welch.t()).isCloseTo(-2 / Math.sqrt(2.5), within(1e-12));
        assertThat(welch.least()).isEqualTo(5);
    }

    @Test
    void figuresThatAreAllTheSameDifferByAnyDifference() {
        Welch welch = new Welch();
        for (int i = 0; i < 5; i++) {
            welch.add(0, 7);
            welch.add(1, 7);
        }
        assertThat(welch.t()).isZero();
        Welch apart = new Welch();
        for (int i = 0; i < 5; i++) {
            apart.add(0, 7);
            apart.add(1, 8);
        }
        assertThat(apart.t()).isInfinite();
    }

    @Test
    void timesOfOneKindTellNothing() {
        assertThat(leakage((_, random) -> 500 + 20 * random.nextGaussian()).largest())
                .isLessThan(Dudect.LEAK);
        assertThat(leakage((_, random) -> 500 * Math.exp(random.nextGaussian())).largest())
                .isLessThan(Dudect.LEAK);
    }

    @Test
    void aShiftIsSeen() {
        Leakage leakage = leakage((group, random) -> 500 + group + 20 * random.nextGaussian());
        assertThat(leakage.largest()).isGreaterThan(10);
        assertThat(leakage.difference()).isCloseTo(-1, within(0.5));
        assertThat(leakage.typical()).isCloseTo(500, within(5.0));
    }

    /** What the machine adds to a few times hides it from t over all of them. */
    @Test
    void aShiftBelowNoiseIsSeen() {
        assertThat(leakage((group, random) -> 500 + 2 * group + 20 * random.nextGaussian()
                + (random.nextInt(50) == 0 ? random.nextInt(1_000_000) : 0)).largest())
                .isGreaterThan(10);
    }

    @Test
    void aSpreadIsSeen() {
        assertThat(leakage((group, random) -> 500 + (20 + group) * random.nextGaussian())
                .largest()).isGreaterThan(10);
    }

    /** A comparison that ends at the first difference, over so many bytes that it takes long. */
    @Test
    void anEarlyEndIsMeasured() {
        byte[] right = new byte[1 << 16];
        byte[] first = right.clone();
        first[0] = 1;
        byte[] last = right.clone();
        last[last.length - 1] = 1;
        Dudect.Result result = Dudect.measure(
                new Dudect.Kinds("first byte, last byte", List.of(first), List.of(last)),
                given -> PlantedLeaks.firstDifference(right, given, 0), 20_000);
        assertThat(result.t()).isGreaterThan(10);
        assertThat(result.differenceNanos()).isNegative();
    }
}
