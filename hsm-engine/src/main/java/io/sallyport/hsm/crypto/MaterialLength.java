package io.sallyport.hsm.crypto;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** Which keys the engine generates: algorithm (KMIP code) and length. */
public final class MaterialLength {
    private static final int NO_ALGORITHM = 0;
    private static final int DES3 = 2;
    private static final int AES = 3;
    private static final int HMAC_FIRST = 7;
    private static final int HMAC_LAST = 12;
    private static final int SKIPJACK = 0x18;
    private static final int SKIPJACK_BITS = 80;
    private static final int CHACHA20 = 0x1c;
    private static final int CHACHA20_POLY1305 = 0x1e;
    private static final int HMAC_SHA3_FIRST = 0x23;
    private static final int HMAC_SHA3_LAST = 0x26;
    private static final int BITS_MAX = 65_536;

    private MaterialLength() {}

    /**
     * How many bytes a new key of this algorithm and length has.
     *
     * @throws EngineFault if the engine makes no such key
     */
    public static int ofNew(int algorithm, int bits) throws EngineFault {
        if (algorithm == AES) {
            return oneOf(bits, bits == 128 || bits == 192 || bits == 256);
        }
        if (algorithm == DES3) {
            // Lengths are counted with and without parity bits.
            boolean two = bits == 112 || bits == 128;
            oneOf(bits, two || bits == 168 || bits == 192);
            return two ? 16 : 24;
        }
        if (algorithm == SKIPJACK) {
            return oneOf(bits, bits == SKIPJACK_BITS);
        }
        if (algorithm == CHACHA20 || algorithm == CHACHA20_POLY1305) {
            return oneOf(bits, bits == 256);
        }
        boolean hmac = (algorithm >= HMAC_FIRST && algorithm <= HMAC_LAST)
                || (algorithm >= HMAC_SHA3_FIRST && algorithm <= HMAC_SHA3_LAST);
        if (hmac || algorithm == NO_ALGORITHM) {
            return oneOf(bits, bits > 0 && bits <= BITS_MAX && bits % 8 == 0);
        }
        throw new EngineFault(Reason.UNSUPPORTED, "The engine makes no keys of this algorithm.");
    }

    /** Whether keys of this algorithm carry parity bits. */
    public static boolean hasParity(int algorithm) {
        return algorithm == DES3;
    }

    private static int oneOf(int bits, boolean served) throws EngineFault {
        if (!served) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The algorithm has no keys of " + bits + " bits.");
        }
        return bits / 8;
    }
}
