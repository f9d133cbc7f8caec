package io.sallyport.hsm.crypto;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import io.sallyport.hsm.algorithm.Family;

/**
 * One way in which the engine's self-tests can fail, made from the list of what they compare: each
 * comparison of each known answer, the test of key pairs, and each health test of the random source.
 * A comparison that is added is in the list by itself.
 */
public final class Breakage {
    private static final int NONE = -1;

    private final String name;
    private final String says;
    private final Trigger trigger;
    private final Supplier<SelfTest> knownAnswers;
    private final Supplier<AlgorithmTests> algorithms;
    private final Supplier<NonceSource> sources;

    private Breakage(String name, String says, Trigger trigger, Supplier<SelfTest> knownAnswers,
            Supplier<AlgorithmTests> algorithms, Supplier<NonceSource> sources) {
        this.name = name;
        this.says = says;
        this.trigger = trigger;
        this.knownAnswers = knownAnswers;
        this.algorithms = algorithms;
        this.sources = sources;
    }

    /** What meets the breakage. */
    public enum Trigger {
        SELF_TEST, KEY_PAIR, RANDOM
    }

    /** Gives a wrong answer to one comparison: the one with this number, from 0. */
    private static final class Wrong extends Comparison {
        private final int which;
        private int seen;

        private Wrong(int which) {
            this.which = which;
        }

        @Override
        boolean same(byte @Nullable [] computed, byte[] known) {
            byte[] changed = computed == null ? null : computed.clone();
            if (seen++ == which && changed != null) {
                changed[0] ^= 1;
            }
            return super.same(changed, known);
        }

        @Override
        boolean holds(boolean fact) {
            return (seen++ == which) != fact;
        }
    }

    /** Every one. */
    public static List<Breakage> all() {
        List<Breakage> all = new ArrayList<>();
        for (int i = 0; i < answers(); i++) {
            int which = i;
            all.add(new Breakage("known answer, comparison " + i, brokenAnswer(i),
                    Trigger.SELF_TEST, () -> new SelfTest(new Wrong(which)),
                    AlgorithmTests::new, NonceSource::new));
        }
        int before = 0;
        for (Map.Entry<Family, Integer> family : families().entrySet()) {
            for (int i = 0; i < family.getValue(); i++) {
                int which = before + i;
                all.add(new Breakage("family " + family.getKey() + ", comparison " + i,
                        "The self-test of " + family.getKey() + " failed", Trigger.SELF_TEST,
                        SelfTest::new, () -> new AlgorithmTests(new Wrong(which)),
                        NonceSource::new));
            }
            before += family.getValue();
        }
        // A thread tests the family before its first key pair.
        int first = families().getOrDefault(Family.KEY_PAIR, 0);
        all.add(new Breakage("pairwise consistency", "(pairwise consistency) failed",
                Trigger.KEY_PAIR, SelfTest::new, () -> new AlgorithmTests(new Wrong(first)),
                NonceSource::new));
        sources().forEach((name, source) -> {
            for (Trigger trigger : List.of(Trigger.SELF_TEST, Trigger.RANDOM)) {
                all.add(new Breakage("random source, " + name + ", met by " + trigger,
                        "(" + name + ") failed", trigger, SelfTest::new, AlgorithmTests::new,
                        () -> new NonceSource(source.get())));
            }
        });
        return all;
    }

    /** How many comparisons each family makes, in the order of the families. */
    static Map<Family, Integer> families() {
        Map<Family, Integer> counts = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            Wrong counter = new Wrong(NONE);
            new AlgorithmTests(counter).require(family);
            counts.put(family, counter.seen);
        }
        return counts;
    }

    /** How many comparisons the known answers of every engine make. */
    static int answers() {
        Wrong counter = new Wrong(NONE);
        String broken = new SelfTest(counter).run();
        if (broken != null) {
            throw new AssertionError("The self-test of " + broken + " fails by itself.");
        }
        return counter.seen;
    }

    /** What the self-test of every engine says if this comparison is wrong. */
    static @Nullable String answer(int which) {
        return new SelfTest(new Wrong(which)).run();
    }

    private static String brokenAnswer(int which) {
        return "The self-test of " + answer(which) + " failed";
    }

    private static Map<String, Supplier<InputStream>> sources() {
        return Map.of("repetition count", () -> source(_ -> 0x5a),
                "adaptive proportion", () -> source(i -> i % 3 == 0 ? 7 : i * 31 & 0xff),
                "it ended", InputStream::nullInputStream);
    }

    private static InputStream source(IntUnaryOperator sample) {
        byte[] samples = new byte[EntropyHealth.START_SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) sample.applyAsInt(i);
        }
        return new ByteArrayInputStream(samples);
    }

    /** What the engine says of it. */
    public String says() {
        return says;
    }

    public Trigger trigger() {
        return trigger;
    }

    public Supplier<SelfTest> knownAnswers() {
        return knownAnswers;
    }

    public Supplier<AlgorithmTests> algorithms() {
        return algorithms;
    }

    public Supplier<NonceSource> sourcesOfRandomness() {
        return sources;
    }

    @Override
    public String toString() {
        return name;
    }
}
