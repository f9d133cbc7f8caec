package io.sallyport.hsm.timing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures whether the time of an operation tells which of two kinds of input it has. Inputs of
 * both kinds come in random order; each is copied to the same place before the clock starts, so
 * that caches know nothing of its kind. Everything runs on one thread. {@code docs/timing.md} says
 * what this can show and what not.
 */
public final class Dudect {
    /** How many times are taken of each operation, unless it says otherwise. */
    public static final int SAMPLES = Integer.getInteger("sallyport.timing.samples", 1_000_000);
    /** From this |t| on a leak is seen. */
    public static final double LEAK = 4.5;

    private static final int CHUNK = 10_000;
    private static final long WARM_NANOS = 3_000_000_000L;

    private Dudect() {}

    /** What is measured. */
    public interface Operation {
        /** Works on the input, which it may change; its result keeps it from being left out. */
        int run(byte[] input);
    }

    /**
     * The two kinds of input, each with the same number of examples, all of one length.
     */
    public record Kinds(String what, List<byte[]> first, List<byte[]> second) {
        /** Checks that they differ in their content only. */
        public Kinds {
            boolean same = first.size() == second.size()
                    && first.stream().allMatch(input -> input.length == first.getFirst().length)
                    && second.stream().allMatch(input -> input.length == first.getFirst().length);
            if (!same) {
                throw new IllegalArgumentException("The kinds differ in more than their content.");
            }
        }
    }

    /**
     * What was found.
     *
     * @param t the largest |t|
     * @param differenceNanos how much longer the first kind takes
     * @param nanos how long both take
     */
    public record Result(String what, int samples, double t, double differenceNanos,
            double nanos) {
        /** The head of the table that {@link #row} adds to. */
        public static final String HEAD = "| decision | two kinds of input | samples | ns |"
                + " difference, ns | largest \\|t\\| |\n"
                + "| --- | --- | ---: | ---: | ---: | ---: |\n";

        /** This result as a row of a table. */
        public String row(String decision) {
            return String.format(Locale.ROOT, "| %s | %s | %,d | %,.0f | %.2f | %.2f |%n", decision,
                    what, samples, nanos, differenceNanos, t);
        }
    }

    /** Warms up, then takes this many times. */
    public static Result measure(Kinds kinds, Operation operation, int samples) {
        SplittableRandom random = new SplittableRandom();
        Run run = new Run(kinds, operation, random, Math.min(CHUNK, samples));
        long start = System.nanoTime();
        do {
            run.chunk();
        } while (System.nanoTime() - start < WARM_NANOS);
        run.chunk();
        Leakage leakage = new Leakage(run.times);
        int taken = 0;
        while (taken < samples) {
            run.chunk();
            for (int i = 0; i < run.times.length; i++) {
                leakage.add(run.groups[i], (double) run.times[i]);
            }
            taken += run.times.length;
        }
        if (run.sink == 0x5eed5eed) {
            System.out.println("The results add up to a number that nobody expects.");
        }
        return new Result(kinds.what(), taken, leakage.largest(), leakage.difference(),
                leakage.typical());
    }

    /**
     * Times a chunk of operations, and nothing else meanwhile. The examples of both kinds lie mixed
     * in one array: where a kind has a place of its own, the place can be measured.
     */
    private static final class Run {
        private final byte[] examples;
        private final int[][] places;
        private final Operation operation;
        private final SplittableRandom random;
        private final byte[] input;
        private final long[] times;
        private final int[] groups;
        private final int[] from;
        private int sink;

        Run(Kinds kinds, Operation operation, SplittableRandom random, int chunk) {
            int count = kinds.first().size();
            this.operation = operation;
            this.random = random;
            this.input = new byte[kinds.first().getFirst().length];
            this.examples = new byte[2 * count * input.length];
            this.places = new int[2][count];
            List<Integer> order = new ArrayList<>();
            for (int place = 0; place < 2 * count; place++) {
                order.add(place * input.length);
            }
            Collections.shuffle(order);
            for (int i = 0; i < count; i++) {
                place(0, i, kinds.first().get(i), order.get(2 * i));
                place(1, i, kinds.second().get(i), order.get(2 * i + 1));
            }
            this.times = new long[chunk];
            this.groups = new int[chunk];
            this.from = new int[chunk];
        }

        private void place(int group, int index, byte[] example, int at) {
            places[group][index] = at;
            System.arraycopy(example, 0, examples, at, example.length);
        }

        void chunk() {
            for (int i = 0; i < times.length; i++) {
                groups[i] = random.nextInt(2);
                from[i] = places[groups[i]][random.nextInt(places[0].length)];
            }
            for (int i = 0; i < times.length; i++) {
                System.arraycopy(examples, from[i], input, 0, input.length);
                long start = System.nanoTime();
                sink += operation.run(input);
                times[i] = System.nanoTime() - start;
            }
        }
    }
}
