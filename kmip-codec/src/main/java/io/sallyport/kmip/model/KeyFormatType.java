// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Key Format Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum KeyFormatType implements KmipEnumeration {
    /** Raw; since 1.0. */
    RAW(0x00000001, "Raw", KmipVersion.V1_0, null),
    /** Opaque; since 1.0. */
    OPAQUE(0x00000002, "Opaque", KmipVersion.V1_0, null),
    /** PKCS#1; since 1.0. */
    PKCS_1(0x00000003, "PKCS_1", KmipVersion.V1_0, null),
    /** PKCS#8; since 1.0. */
    PKCS_8(0x00000004, "PKCS_8", KmipVersion.V1_0, null),
    /** X.509; since 1.0. */
    X_509(0x00000005, "X_509", KmipVersion.V1_0, null),
    /** ECPrivateKey; since 1.0. */
    EC_PRIVATE_KEY(0x00000006, "ECPrivateKey", KmipVersion.V1_0, null),
    /** Transparent Symmetric Key; since 1.0. */
    TRANSPARENT_SYMMETRIC_KEY(0x00000007, "TransparentSymmetricKey", KmipVersion.V1_0, null),
    /** Transparent DSA Private Key; since 1.0. */
    TRANSPARENT_DSA_PRIVATE_KEY(0x00000008, "TransparentDSAPrivateKey", KmipVersion.V1_0, null),
    /** Transparent DSA Public Key; since 1.0. */
    TRANSPARENT_DSA_PUBLIC_KEY(0x00000009, "TransparentDSAPublicKey", KmipVersion.V1_0, null),
    /** Transparent RSA Private Key; since 1.0. */
    TRANSPARENT_RSA_PRIVATE_KEY(0x0000000A, "TransparentRSAPrivateKey", KmipVersion.V1_0, null),
    /** Transparent RSA Public Key; since 1.0. */
    TRANSPARENT_RSA_PUBLIC_KEY(0x0000000B, "TransparentRSAPublicKey", KmipVersion.V1_0, null),
    /** Transparent DH Private Key; since 1.0. */
    TRANSPARENT_DH_PRIVATE_KEY(0x0000000C, "TransparentDHPrivateKey", KmipVersion.V1_0, null),
    /** Transparent DH Public Key; since 1.0. */
    TRANSPARENT_DH_PUBLIC_KEY(0x0000000D, "TransparentDHPublicKey", KmipVersion.V1_0, null),
    /** Transparent ECDSA Private Key; since 1.0, deprecated in 1.3, gone in 2.0. */
    TRANSPARENT_ECDSA_PRIVATE_KEY(0x0000000E, "TransparentECDSAPrivateKey", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Transparent ECDSA Public Key; since 1.0, deprecated in 1.3, gone in 2.0. */
    TRANSPARENT_ECDSA_PUBLIC_KEY(0x0000000F, "TransparentECDSAPublicKey", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Transparent ECDH Private Key; since 1.0, deprecated in 1.3, gone in 2.0. */
    TRANSPARENT_ECDH_PRIVATE_KEY(0x00000010, "TransparentECDHPrivateKey", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Transparent ECDH Public Key; since 1.0, deprecated in 1.3, gone in 2.0. */
    TRANSPARENT_ECDH_PUBLIC_KEY(0x00000011, "TransparentECDHPublicKey", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Transparent ECMQV Private Key; since 1.0, deprecated in 1.3, gone in 2.0. */
    TRANSPARENT_ECMQV_PRIVATE_KEY(0x00000012, "TransparentECMQVPrivateKey", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Transparent ECMQV Public Key; since 1.0, deprecated in 1.3, gone in 2.0. */
    TRANSPARENT_ECMQV_PUBLIC_KEY(0x00000013, "TransparentECMQVPublicKey", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Transparent EC Private Key; since 1.3. */
    TRANSPARENT_EC_PRIVATE_KEY(0x00000014, "TransparentECPrivateKey", KmipVersion.V1_3, null),
    /** Transparent EC Public Key; since 1.3. */
    TRANSPARENT_EC_PUBLIC_KEY(0x00000015, "TransparentECPublicKey", KmipVersion.V1_3, null),
    /** PKCS#12; since 1.4. */
    PKCS_12(0x00000016, "PKCS_12", KmipVersion.V1_4, null),
    /** PKCS#10; since 2.0. */
    PKCS_10(0x00000017, "PKCS_10", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    KeyFormatType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable KeyFormatType of(int code) {
        return switch (code) {
            case 0x00000001 -> RAW;
            case 0x00000002 -> OPAQUE;
            case 0x00000003 -> PKCS_1;
            case 0x00000004 -> PKCS_8;
            case 0x00000005 -> X_509;
            case 0x00000006 -> EC_PRIVATE_KEY;
            case 0x00000007 -> TRANSPARENT_SYMMETRIC_KEY;
            case 0x00000008 -> TRANSPARENT_DSA_PRIVATE_KEY;
            case 0x00000009 -> TRANSPARENT_DSA_PUBLIC_KEY;
            case 0x0000000A -> TRANSPARENT_RSA_PRIVATE_KEY;
            case 0x0000000B -> TRANSPARENT_RSA_PUBLIC_KEY;
            case 0x0000000C -> TRANSPARENT_DH_PRIVATE_KEY;
            case 0x0000000D -> TRANSPARENT_DH_PUBLIC_KEY;
            case 0x0000000E -> TRANSPARENT_ECDSA_PRIVATE_KEY;
            case 0x0000000F -> TRANSPARENT_ECDSA_PUBLIC_KEY;
            case 0x00000010 -> TRANSPARENT_ECDH_PRIVATE_KEY;
            case 0x00000011 -> TRANSPARENT_ECDH_PUBLIC_KEY;
            case 0x00000012 -> TRANSPARENT_ECMQV_PRIVATE_KEY;
            case 0x00000013 -> TRANSPARENT_ECMQV_PUBLIC_KEY;
            case 0x00000014 -> TRANSPARENT_EC_PRIVATE_KEY;
            case 0x00000015 -> TRANSPARENT_EC_PUBLIC_KEY;
            case 0x00000016 -> PKCS_12;
            case 0x00000017 -> PKCS_10;
            default -> null;
        };
    }
}
