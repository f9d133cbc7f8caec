// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Cryptographic Algorithm of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum CryptographicAlgorithm implements KmipEnumeration {
    /** DES; since 1.0. */
    DES(0x00000001, "DES", KmipVersion.V1_0, null),
    /** 3DES; since 1.0. */
    DES3(0x00000002, "DES3", KmipVersion.V1_0, null),
    /** AES; since 1.0. */
    AES(0x00000003, "AES", KmipVersion.V1_0, null),
    /** RSA; since 1.0. */
    RSA(0x00000004, "RSA", KmipVersion.V1_0, null),
    /** DSA; since 1.0. */
    DSA(0x00000005, "DSA", KmipVersion.V1_0, null),
    /** ECDSA; since 1.0. */
    ECDSA(0x00000006, "ECDSA", KmipVersion.V1_0, null),
    /** HMAC-SHA1; since 1.0. */
    HMAC_SHA1(0x00000007, "HMAC_SHA1", KmipVersion.V1_0, null),
    /** HMAC-SHA224; since 1.0. */
    HMAC_SHA224(0x00000008, "HMAC_SHA224", KmipVersion.V1_0, null),
    /** HMAC-SHA256; since 1.0. */
    HMAC_SHA256(0x00000009, "HMAC_SHA256", KmipVersion.V1_0, null),
    /** HMAC-SHA384; since 1.0. */
    HMAC_SHA384(0x0000000A, "HMAC_SHA384", KmipVersion.V1_0, null),
    /** HMAC-SHA512; since 1.0. */
    HMAC_SHA512(0x0000000B, "HMAC_SHA512", KmipVersion.V1_0, null),
    /** HMAC-MD5; since 1.0. */
    HMAC_MD5(0x0000000C, "HMAC_MD5", KmipVersion.V1_0, null),
    /** DH; since 1.0. */
    DH(0x0000000D, "DH", KmipVersion.V1_0, null),
    /** ECDH; since 1.0. */
    ECDH(0x0000000E, "ECDH", KmipVersion.V1_0, null),
    /** ECMQV; since 1.0. */
    ECMQV(0x0000000F, "ECMQV", KmipVersion.V1_0, null),
    /** Blowfish; since 1.0. */
    BLOWFISH(0x00000010, "Blowfish", KmipVersion.V1_0, null),
    /** Camellia; since 1.0. */
    CAMELLIA(0x00000011, "Camellia", KmipVersion.V1_0, null),
    /** CAST5; since 1.0. */
    CAST5(0x00000012, "CAST5", KmipVersion.V1_0, null),
    /** IDEA; since 1.0. */
    IDEA(0x00000013, "IDEA", KmipVersion.V1_0, null),
    /** MARS; since 1.0. */
    MARS(0x00000014, "MARS", KmipVersion.V1_0, null),
    /** RC2; since 1.0. */
    RC2(0x00000015, "RC2", KmipVersion.V1_0, null),
    /** RC4; since 1.0. */
    RC4(0x00000016, "RC4", KmipVersion.V1_0, null),
    /** RC5; since 1.0. */
    RC5(0x00000017, "RC5", KmipVersion.V1_0, null),
    /** SKIPJACK; since 1.0. */
    SKIPJACK(0x00000018, "SKIPJACK", KmipVersion.V1_0, null),
    /** Twofish; since 1.0. */
    TWOFISH(0x00000019, "Twofish", KmipVersion.V1_0, null),
    /** EC; since 1.2. */
    EC(0x0000001A, "EC", KmipVersion.V1_2, null),
    /** One Time Pad; since 1.3. */
    ONE_TIME_PAD(0x0000001B, "OneTimePad", KmipVersion.V1_3, null),
    /** ChaCha20; since 1.4. */
    CHA_CHA20(0x0000001C, "ChaCha20", KmipVersion.V1_4, null),
    /** Poly1305; since 1.4. */
    POLY1305(0x0000001D, "Poly1305", KmipVersion.V1_4, null),
    /** ChaCha20Poly1305; since 1.4. */
    CHA_CHA20_POLY1305(0x0000001E, "ChaCha20Poly1305", KmipVersion.V1_4, null),
    /** SHA3-224; since 1.4. */
    SHA3_224(0x0000001F, "SHA3_224", KmipVersion.V1_4, null),
    /** SHA3-256; since 1.4. */
    SHA3_256(0x00000020, "SHA3_256", KmipVersion.V1_4, null),
    /** SHA3-384; since 1.4. */
    SHA3_384(0x00000021, "SHA3_384", KmipVersion.V1_4, null),
    /** SHA3-512; since 1.4. */
    SHA3_512(0x00000022, "SHA3_512", KmipVersion.V1_4, null),
    /** HMAC-SHA3-224; since 1.4. */
    HMAC_SHA3_224(0x00000023, "HMAC_SHA3_224", KmipVersion.V1_4, null),
    /** HMAC-SHA3-256; since 1.4. */
    HMAC_SHA3_256(0x00000024, "HMAC_SHA3_256", KmipVersion.V1_4, null),
    /** HMAC-SHA3-384; since 1.4. */
    HMAC_SHA3_384(0x00000025, "HMAC_SHA3_384", KmipVersion.V1_4, null),
    /** HMAC-SHA3-512; since 1.4. */
    HMAC_SHA3_512(0x00000026, "HMAC_SHA3_512", KmipVersion.V1_4, null),
    /** SHAKE-128; since 1.4. */
    SHAKE_128(0x00000027, "SHAKE_128", KmipVersion.V1_4, null),
    /** SHAKE-256; since 1.4. */
    SHAKE_256(0x00000028, "SHAKE_256", KmipVersion.V1_4, null),
    /** ARIA; since 2.0. */
    ARIA(0x00000029, "ARIA", KmipVersion.V2_0, null),
    /** SEED; since 2.0. */
    SEED(0x0000002A, "SEED", KmipVersion.V2_0, null),
    /** SM2; since 2.0. */
    SM2(0x0000002B, "SM2", KmipVersion.V2_0, null),
    /** SM3; since 2.0. */
    SM3(0x0000002C, "SM3", KmipVersion.V2_0, null),
    /** SM4; since 2.0. */
    SM4(0x0000002D, "SM4", KmipVersion.V2_0, null),
    /** GOST R 34.10-2012; since 2.0. */
    GOSTR34_10_2012(0x0000002E, "GOSTR34_10_2012", KmipVersion.V2_0, null),
    /** GOST R 34.11-2012; since 2.0. */
    GOSTR34_11_2012(0x0000002F, "GOSTR34_11_2012", KmipVersion.V2_0, null),
    /** GOST R 34.13-2015; since 2.0. */
    GOSTR34_13_2015(0x00000030, "GOSTR34_13_2015", KmipVersion.V2_0, null),
    /** GOST 28147-89; since 2.0. */
    GOST28147_89(0x00000031, "GOST28147_89", KmipVersion.V2_0, null),
    /** XMSS; since 2.0. */
    XMSS(0x00000032, "XMSS", KmipVersion.V2_0, null),
    /** SPHINCS-256; since 2.0. */
    SPHINCS_256(0x00000033, "SPHINCS_256", KmipVersion.V2_0, null),
    /** McEliece; since 2.0. */
    MC_ELIECE(0x00000034, "McEliece", KmipVersion.V2_0, null),
    /** McEliece-6960119; since 2.0. */
    MC_ELIECE_6960119(0x00000035, "McEliece_6960119", KmipVersion.V2_0, null),
    /** McEliece-8192128; since 2.0. */
    MC_ELIECE_8192128(0x00000036, "McEliece_8192128", KmipVersion.V2_0, null),
    /** Ed25519; since 2.0. */
    ED25519(0x00000037, "Ed25519", KmipVersion.V2_0, null),
    /** Ed448; since 2.0. */
    ED448(0x00000038, "Ed448", KmipVersion.V2_0, null),
    /** ML-KEM-512; since 3.0. */
    ML_KEM_512(0x00000039, "ML_KEM_512", KmipVersion.V3_0, null),
    /** ML-KEM-768; since 3.0. */
    ML_KEM_768(0x0000003A, "ML_KEM_768", KmipVersion.V3_0, null),
    /** ML-KEM-1024; since 3.0. */
    ML_KEM_1024(0x0000003B, "ML_KEM_1024", KmipVersion.V3_0, null),
    /** ML-DSA-44; since 3.0. */
    ML_DSA_44(0x0000003C, "ML_DSA_44", KmipVersion.V3_0, null),
    /** ML-DSA-65; since 3.0. */
    ML_DSA_65(0x0000003D, "ML_DSA_65", KmipVersion.V3_0, null),
    /** ML-DSA-87; since 3.0. */
    ML_DSA_87(0x0000003E, "ML_DSA_87", KmipVersion.V3_0, null),
    /** SLH-DSA-SHA2-128s; since 3.0. */
    SLH_DSA_SHA2_128S(0x0000003F, "SLH_DSA_SHA2_128s", KmipVersion.V3_0, null),
    /** SLH-DSA-SHA2-128f; since 3.0. */
    SLH_DSA_SHA2_128F(0x00000040, "SLH_DSA_SHA2_128f", KmipVersion.V3_0, null),
    /** SLH-DSA-SHA2-192s; since 3.0. */
    SLH_DSA_SHA2_192S(0x00000041, "SLH_DSA_SHA2_192s", KmipVersion.V3_0, null),
    /** SLH-DSA-SHA2-192f; since 3.0. */
    SLH_DSA_SHA2_192F(0x00000042, "SLH_DSA_SHA2_192f", KmipVersion.V3_0, null),
    /** SLH-DSA-SHA2-256s; since 3.0. */
    SLH_DSA_SHA2_256S(0x00000043, "SLH_DSA_SHA2_256s", KmipVersion.V3_0, null),
    /** SLH-DSA-SHA2-256f; since 3.0. */
    SLH_DSA_SHA2_256F(0x00000044, "SLH_DSA_SHA2_256f", KmipVersion.V3_0, null),
    /** SLH-DSA-SHAKE-128s; since 3.0. */
    SLH_DSA_SHAKE_128S(0x00000045, "SLH_DSA_SHAKE_128s", KmipVersion.V3_0, null),
    /** SLH-DSA-SHAKE-128f; since 3.0. */
    SLH_DSA_SHAKE_128F(0x00000046, "SLH_DSA_SHAKE_128f", KmipVersion.V3_0, null),
    /** SLH-DSA-SHAKE-192s; since 3.0. */
    SLH_DSA_SHAKE_192S(0x00000047, "SLH_DSA_SHAKE_192s", KmipVersion.V3_0, null),
    /** SLH-DSA-SHAKE-192f; since 3.0. */
    SLH_DSA_SHAKE_192F(0x00000048, "SLH_DSA_SHAKE_192f", KmipVersion.V3_0, null),
    /** SLH-DSA-SHAKE-256s; since 3.0. */
    SLH_DSA_SHAKE_256S(0x00000049, "SLH_DSA_SHAKE_256s", KmipVersion.V3_0, null),
    /** SLH-DSA-SHAKE-256f; since 3.0. */
    SLH_DSA_SHAKE_256F(0x0000004A, "SLH_DSA_SHAKE_256f", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    CryptographicAlgorithm(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
        this.code = code;
        this.xmlName = xmlName;
        this.since = since;
        this.until = until;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String xmlName() {
        return xmlName;
    }

    @Override
    public KmipVersion since() {
        return since;
    }

    @Override
    public @Nullable KmipVersion until() {
        return until;
    }

    /** The value with this code, or null where this build knows none. */
    public static @Nullable CryptographicAlgorithm of(int code) {
        return switch (code) {
            case 0x00000001 -> DES;
            case 0x00000002 -> DES3;
            case 0x00000003 -> AES;
            case 0x00000004 -> RSA;
            case 0x00000005 -> DSA;
            case 0x00000006 -> ECDSA;
            case 0x00000007 -> HMAC_SHA1;
            case 0x00000008 -> HMAC_SHA224;
            case 0x00000009 -> HMAC_SHA256;
            case 0x0000000A -> HMAC_SHA384;
            case 0x0000000B -> HMAC_SHA512;
            case 0x0000000C -> HMAC_MD5;
            case 0x0000000D -> DH;
            case 0x0000000E -> ECDH;
            case 0x0000000F -> ECMQV;
            case 0x00000010 -> BLOWFISH;
            case 0x00000011 -> CAMELLIA;
            case 0x00000012 -> CAST5;
            case 0x00000013 -> IDEA;
            case 0x00000014 -> MARS;
            case 0x00000015 -> RC2;
            case 0x00000016 -> RC4;
            case 0x00000017 -> RC5;
            case 0x00000018 -> SKIPJACK;
            case 0x00000019 -> TWOFISH;
            case 0x0000001A -> EC;
            case 0x0000001B -> ONE_TIME_PAD;
            case 0x0000001C -> CHA_CHA20;
            case 0x0000001D -> POLY1305;
            case 0x0000001E -> CHA_CHA20_POLY1305;
            case 0x0000001F -> SHA3_224;
            case 0x00000020 -> SHA3_256;
            case 0x00000021 -> SHA3_384;
            case 0x00000022 -> SHA3_512;
            case 0x00000023 -> HMAC_SHA3_224;
            case 0x00000024 -> HMAC_SHA3_256;
            case 0x00000025 -> HMAC_SHA3_384;
            case 0x00000026 -> HMAC_SHA3_512;
            case 0x00000027 -> SHAKE_128;
            case 0x00000028 -> SHAKE_256;
            case 0x00000029 -> ARIA;
            case 0x0000002A -> SEED;
            case 0x0000002B -> SM2;
            case 0x0000002C -> SM3;
            case 0x0000002D -> SM4;
            case 0x0000002E -> GOSTR34_10_2012;
            case 0x0000002F -> GOSTR34_11_2012;
            case 0x00000030 -> GOSTR34_13_2015;
            case 0x00000031 -> GOST28147_89;
            case 0x00000032 -> XMSS;
            case 0x00000033 -> SPHINCS_256;
            case 0x00000034 -> MC_ELIECE;
            case 0x00000035 -> MC_ELIECE_6960119;
            case 0x00000036 -> MC_ELIECE_8192128;
            case 0x00000037 -> ED25519;
            case 0x00000038 -> ED448;
            case 0x00000039 -> ML_KEM_512;
            case 0x0000003A -> ML_KEM_768;
            case 0x0000003B -> ML_KEM_1024;
            case 0x0000003C -> ML_DSA_44;
            case 0x0000003D -> ML_DSA_65;
            case 0x0000003E -> ML_DSA_87;
            case 0x0000003F -> SLH_DSA_SHA2_128S;
            case 0x00000040 -> SLH_DSA_SHA2_128F;
            case 0x00000041 -> SLH_DSA_SHA2_192S;
            case 0x00000042 -> SLH_DSA_SHA2_192F;
            case 0x00000043 -> SLH_DSA_SHA2_256S;
            case 0x00000044 -> SLH_DSA_SHA2_256F;
            case 0x00000045 -> SLH_DSA_SHAKE_128S;
            case 0x00000046 -> SLH_DSA_SHAKE_128F;
            case 0x00000047 -> SLH_DSA_SHAKE_192S;
            case 0x00000048 -> SLH_DSA_SHAKE_192F;
            case 0x00000049 -> SLH_DSA_SHAKE_256S;
            case 0x0000004A -> SLH_DSA_SHAKE_256F;
            default -> null;
        };
    }
}
