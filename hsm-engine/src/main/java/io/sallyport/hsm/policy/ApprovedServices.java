package io.sallyport.hsm.policy;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;

/**
 * Which services are approved ones, by SP 800-131A, SP 800-140C and FIPS 186-5: the one table.
 * Each answer of the engine says so; whether others are allowed is for the gateway to decide, from
 * the client's profile, and it may ask this table before. Algorithms are KMIP codes. Stateless.
 */
public final class ApprovedServices {
    private static final int AES = Algorithm.AES.code();
    private static final int RSA = Algorithm.RSA.code();
    private static final int RSA_BITS_MIN = 2048;
    private static final int EC_BITS_MIN = 224;
    private static final int KEY_BITS_MIN = 112;
    private static final int PBKDF2_ITERATIONS_MIN = 1000;
    private static final int CURVE_P224 = 4;
    private static final int CURVE_P521 = 0xd;
    private static final int CURVE_SECP256K1 = 0x19;
    private static final int CURVE25519 = 0x45;
    private static final int CURVE448 = 0x46;

    private ApprovedServices() {}

    /** Encryption: AES with an IV of the engine's own, or RSA-OAEP with SHA-2 or SHA-3. */
    public static boolean encryption(int algorithm, CipherSpec spec) {
        if (algorithm == RSA) {
            return isGoodOaep(spec);
        }
        return (spec.randomIv() || isKeyWrap(spec)) && decryption(algorithm, spec);
    }

    /** Decryption of what an approved service encrypted, whoever made the IV. */
    public static boolean decryption(int algorithm, CipherSpec spec) {
        if (algorithm == RSA) {
            return isGoodOaep(spec);
        }
        return algorithm == AES && switch (spec.mode()) {
            case CBC, CTR, GCM, CCM, CFB, OFB, XTS, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> true;
            case ECB, PCBC, NONE -> false;
        };
    }

    /** Signature generation. */
    public static boolean signature(int algorithm, int lengthBits, SignatureSpec spec) {
        return verification(algorithm, lengthBits) && spec.hash() != HashAlgorithm.SHA_1;
    }

    /** Signature verification; legacy hashes included. */
    public static boolean verification(int algorithm, int lengthBits) {
        return keyPair(algorithm, lengthBits, 0);
    }

    /** HMAC and CMAC. */
    public static boolean mac(int lengthBits) {
        return lengthBits >= KEY_BITS_MIN;
    }

    /** A hash by itself. */
    public static boolean hash(HashAlgorithm hash) {
        return hash != HashAlgorithm.SHA_1;
    }

    /**
     * Generation of a key pair.
     *
     * @param curve KMIP Recommended Curve, 0 if not known
     */
    public static boolean keyPair(int algorithm, int lengthBits, int curve) {
        if (curve == CURVE_SECP256K1 || curve == CURVE25519 || curve == CURVE448) {
            return false;
        }
        Algorithm known = Algorithm.of(algorithm);
        return known != null && known.isApproved() && switch (known.kind()) {
            case RSA -> lengthBits >= RSA_BITS_MIN;
            case CURVE -> lengthBits >= EC_BITS_MIN || isNamed(lengthBits, curve);
            case EDWARDS, KEM, ML_DSA, SLH_DSA, HASH_BASED -> true;
            case SECRET, CIPHER, CODE, MADE, KEPT -> false;
        };
    }

    /** Encapsulation and decapsulation. */
    public static boolean encapsulation(int algorithm) {
        return keyPair(algorithm, 0, 0);
    }

    /** Derivation of material. */
    public static boolean derivation(DerivationSpec spec) {
        Method method = spec.method();
        return switch (method) {
            case PBKDF2 -> spec.iterations() >= PBKDF2_ITERATIONS_MIN;
            case NIST800_108_COUNTER, NIST800_108_FEEDBACK, NIST800_108_DOUBLE_PIPELINE, HKDF ->
                true;
            case HASH, HMAC, ENCRYPT, ASYMMETRIC_KEY -> false;
        };
    }

    /** Whether a curve of NIST's is named instead of a length. */
    private static boolean isNamed(int lengthBits, int curve) {
        return lengthBits == 0 && curve >= CURVE_P224 && curve <= CURVE_P521;
    }

    private static boolean isKeyWrap(CipherSpec spec) {
        return spec.mode() == CipherSpec.Mode.NIST_KEY_WRAP
                || spec.mode() == CipherSpec.Mode.AES_KEY_WRAP_PADDING;
    }

    private static boolean isGoodOaep(CipherSpec spec) {
        return spec.padding() == Padding.OAEP && spec.hash() != null
                && spec.hash() != HashAlgorithm.SHA_1;
    }
}
