package io.sallyport.hsm.crypto;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * How self-tests compare what they got with what is known. Tests of this package put wrong answers
 * in between to break each self-test in turn; nobody outside it can make another one. Safe for every
 * thread.
 */
class Comparison {
    /** The one that the engine uses. */
    static final Comparison EXACT = new Comparison();

    /** For {@link #EXACT} and for tests. */
    Comparison() {}

    /** Whether an algorithm gave the answer that is known. */
    boolean same(byte @Nullable [] computed, byte[] known) {
        return Arrays.equals(computed, known);
    }

    /** Whether what must be so is so: a changed ciphertext was refused, a key pair is a pair. */
    boolean holds(boolean fact) {
        return fact;
    }
}
