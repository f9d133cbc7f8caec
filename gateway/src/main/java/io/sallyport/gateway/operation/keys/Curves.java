package io.sallyport.gateway.operation.keys;

import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.RecommendedCurve;

/** The lengths of keys whose curve says them. Stateless. */
final class Curves {
    private static final int P_521_BITS = 521;
    private static final int ED448_BITS = 456;

    private Curves() {}

    /** The length that algorithm and curve imply, in bits; 0 if they imply none. */
    static int lengthBits(CryptographicAlgorithm algorithm, int curve) {
        if (algorithm == CryptographicAlgorithm.ED25519) {
            return 256;
        }
        if (algorithm == CryptographicAlgorithm.ED448) {
            return ED448_BITS;
        }
        return switch (RecommendedCurve.of(curve)) {
            case P_192 -> 192;
            case P_224, SECP224K1, BRAINPOOLP224R1 -> 224;
            case P_256, SECP256K1, BRAINPOOLP256R1, CURVE25519 -> 256;
            case BRAINPOOLP320R1 -> 320;
            case P_384, BRAINPOOLP384R1 -> 384;
            case CURVE448 -> 448;
            case BRAINPOOLP512R1 -> 512;
            case P_521 -> P_521_BITS;
            case null, default -> 0;
        };
    }

    /** Whether keys on the curve have a form of their own and no ECPrivateKey (RFC 8410). */
    static boolean isMontgomery(int curve) {
        return curve == RecommendedCurve.CURVE25519.code()
                || curve == RecommendedCurve.CURVE448.code();
    }
}
