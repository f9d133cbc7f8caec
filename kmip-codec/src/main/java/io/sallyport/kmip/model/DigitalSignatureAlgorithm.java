// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Digital Signature Algorithm of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum DigitalSignatureAlgorithm implements KmipEnumeration {
    /** MD2 with RSA Encryption; since 1.1. */
    MD2_WITH_RSA_ENCRYPTION(0x00000001, "MD2WithRSAEncryption", KmipVersion.V1_1, null),
    /** MD5 with RSA Encryption; since 1.1. */
    MD5_WITH_RSA_ENCRYPTION(0x00000002, "MD5WithRSAEncryption", KmipVersion.V1_1, null),
    /** SHA-1 with RSA Encryption; since 1.1. */
    SHA_1_WITH_RSA_ENCRYPTION(0x00000003, "SHA_1WithRSAEncryption", KmipVersion.V1_1, null),
    /** SHA-224 with RSA Encryption; since 1.1. */
    SHA_224_WITH_RSA_ENCRYPTION(0x00000004, "SHA_224WithRSAEncryption", KmipVersion.V1_1, null),
    /** SHA-256 with RSA Encryption; since 1.1. */
    SHA_256_WITH_RSA_ENCRYPTION(0x00000005, "SHA_256WithRSAEncryption", KmipVersion.V1_1, null),
    /** SHA-384 with RSA Encryption; since 1.1. */
    SHA_384_WITH_RSA_ENCRYPTION(0x00000006, "SHA_384WithRSAEncryption", KmipVersion.V1_1, null),
    /** SHA-512 with RSA Encryption; since 1.1. */
    SHA_512_WITH_RSA_ENCRYPTION(0x00000007, "SHA_512WithRSAEncryption", KmipVersion.V1_1, null),
    /** RSASSA-PSS; since 1.1. */
    RSASSA_PSS(0x00000008, "RSASSA_PSS", KmipVersion.V1_1, null),
    /** DSA with SHA-1; since 1.1. */
    DSA_WITH_SHA_1(0x00000009, "DSAWithSHA_1", KmipVersion.V1_1, null),
    /** DSA with SHA224; since 1.1. */
    DSA_WITH_SHA224(0x0000000A, "DSAWithSHA224", KmipVersion.V1_1, null),
    /** DSA with SHA256; since 1.1. */
    DSA_WITH_SHA256(0x0000000B, "DSAWithSHA256", KmipVersion.V1_1, null),
    /** ECDSA with SHA-1; since 1.1. */
    ECDSA_WITH_SHA_1(0x0000000C, "ECDSAWithSHA_1", KmipVersion.V1_1, null),
    /** ECDSA with SHA224; since 1.1. */
    ECDSA_WITH_SHA224(0x0000000D, "ECDSAWithSHA224", KmipVersion.V1_1, null),
    /** ECDSA with SHA256; since 1.1. */
    ECDSA_WITH_SHA256(0x0000000E, "ECDSAWithSHA256", KmipVersion.V1_1, null),
    /** ECDSA with SHA384; since 1.1. */
    ECDSA_WITH_SHA384(0x0000000F, "ECDSAWithSHA384", KmipVersion.V1_1, null),
    /** ECDSA with SHA512; since 1.1. */
    ECDSA_WITH_SHA512(0x00000010, "ECDSAWithSHA512", KmipVersion.V1_1, null),
    /** SHA3-256 with RSA Encryption; since 1.4. */
    SHA3_256_WITH_RSA_ENCRYPTION(0x00000011, "SHA3_256WithRSAEncryption", KmipVersion.V1_4, null),
    /** SHA3-384 with RSA Encryption; since 1.4. */
    SHA3_384_WITH_RSA_ENCRYPTION(0x00000012, "SHA3_384WithRSAEncryption", KmipVersion.V1_4, null),
    /** SHA3-512 with RSA Encryption; since 1.4. */
    SHA3_512_WITH_RSA_ENCRYPTION(0x00000013, "SHA3_512WithRSAEncryption", KmipVersion.V1_4, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    DigitalSignatureAlgorithm(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable DigitalSignatureAlgorithm of(int code) {
        return switch (code) {
            case 0x00000001 -> MD2_WITH_RSA_ENCRYPTION;
            case 0x00000002 -> MD5_WITH_RSA_ENCRYPTION;
            case 0x00000003 -> SHA_1_WITH_RSA_ENCRYPTION;
            case 0x00000004 -> SHA_224_WITH_RSA_ENCRYPTION;
            case 0x00000005 -> SHA_256_WITH_RSA_ENCRYPTION;
            case 0x00000006 -> SHA_384_WITH_RSA_ENCRYPTION;
            case 0x00000007 -> SHA_512_WITH_RSA_ENCRYPTION;
            case 0x00000008 -> RSASSA_PSS;
            case 0x00000009 -> DSA_WITH_SHA_1;
            case 0x0000000A -> DSA_WITH_SHA224;
            case 0x0000000B -> DSA_WITH_SHA256;
            case 0x0000000C -> ECDSA_WITH_SHA_1;
            case 0x0000000D -> ECDSA_WITH_SHA224;
            case 0x0000000E -> ECDSA_WITH_SHA256;
            case 0x0000000F -> ECDSA_WITH_SHA384;
            case 0x00000010 -> ECDSA_WITH_SHA512;
            case 0x00000011 -> SHA3_256_WITH_RSA_ENCRYPTION;
            case 0x00000012 -> SHA3_384_WITH_RSA_ENCRYPTION;
            case 0x00000013 -> SHA3_512_WITH_RSA_ENCRYPTION;
            default -> null;
        };
    }
}
