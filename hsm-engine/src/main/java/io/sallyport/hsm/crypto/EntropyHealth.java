package io.sallyport.hsm.crypto;

/**
 * The two health tests of SP 800-90B, section 4.4, over the bytes that the kernel's generator gives:
 * the repetition count test (4.4.1) and the adaptive proportion test (4.4.2). A sample is a byte, and
 * is taken to have 8 bits of min-entropy, because the kernel conditions what it gives. For the same
 * reason they find a source that is stuck, empty or badly lopsided, and no more: they do not measure
 * entropy.
 *
 * <p>The cutoffs are for a false alarm once in 2<sup>80</sup> samples: an engine that draws a
 * gigabyte a second raises none in ten million years. Belongs to one thread.
 */
final class EntropyHealth {
    /** Samples of the test at the start; section 4.3 asks for 1024 at least. */
    static final int START_SAMPLES = 1024;
    /** 1 + 80 bits / 8 bits: so many equal bytes in a row fail. */
    static final int REPETITION_CUTOFF = 11;
    /** Samples of one window of the adaptive proportion test. */
    static final int WINDOW = 512;
    /** 1 + the critical value of Binomial(512, 1/256) at 1 - 2^-80: so many of the first fail. */
    static final int PROPORTION_CUTOFF = 30;

    private int repeated;
    private int repetitions;
    private int first;
    private int seen;
    private int equal;

    /**
     * Looks at these samples, which follow those of the last call.
     *
     * @throws SelfTestFailure if they can't come from a source that works
     */
    void check(byte[] samples, int length) {
        for (int i = 0; i < length; i++) {
            countRepetitions(samples[i]);
            countProportion(samples[i]);
        }
    }

    private void countRepetitions(byte sample) {
        if (repetitions > 0 && sample == repeated) {
            repetitions++;
            if (repetitions >= REPETITION_CUTOFF) {
                throw SelfTestFailure.of("the random source (repetition count)");
            }
        } else {
            repeated = sample;
            repetitions = 1;
        }
    }

    private void countProportion(byte sample) {
        if (seen == 0) {
            first = sample;
            equal = 0;
        }
        seen++;
        if (sample == first) {
            equal++;
            if (equal >= PROPORTION_CUTOFF) {
                throw SelfTestFailure.of("the random source (adaptive proportion)");
            }
        }
        if (seen == WINDOW) {
            seen = 0;
        }
    }
}
