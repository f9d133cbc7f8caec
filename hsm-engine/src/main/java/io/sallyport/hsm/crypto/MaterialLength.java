package io.sallyport.hsm.crypto;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** How many bytes the keys of each algorithm have. Stateless. */
public final class MaterialLength {
    private MaterialLength() {}

    /**
     * How many bytes a new key of this algorithm (KMIP code) and length has.
     *
     * @throws EngineFault if the engine makes no such key
     */
    public static int ofNew(int code, int bits) throws EngineFault {
        Algorithm algorithm = Algorithm.of(code);
        if (algorithm == null || !algorithm.isRandom()) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The engine makes no keys of this algorithm.");
        }
        if (!algorithm.lengths().has(bits)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The algorithm has no keys of " + bits + " bits.");
        }
        if (hasParity(code)) {
            // Lengths are counted with and without parity bits.
            return bits == 112 || bits == 128 ? 16 : 24;
        }
        return bits / Byte.SIZE;
    }

    /**
     * Whether a symmetric key of so many bytes is as long as it is said to be; one of an algorithm
     * with parity may be counted without it. 0 bits say nothing.
     */
    public static boolean fits(int code, int bits, long bytes) {
        return bits == 0 || bytes * Byte.SIZE == bits
                || (hasParity(code) && bytes * (Byte.SIZE - 1) == bits);
    }

    /** Whether keys of this algorithm carry parity bits. */
    public static boolean hasParity(int code) {
        return code == Algorithm.DES3.code();
    }
}
