// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Derivation Method of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum DerivationMethod implements KmipEnumeration {
    /** PBKDF2; since 1.0. */
    PBKDF2(0x00000001, "PBKDF2", KmipVersion.V1_0, null),
    /** HASH; since 1.0. */
    HASH(0x00000002, "HASH", KmipVersion.V1_0, null),
    /** HMAC; since 1.0. */
    HMAC(0x00000003, "HMAC", KmipVersion.V1_0, null),
    /** ENCRYPT; since 1.0. */
    ENCRYPT(0x00000004, "ENCRYPT", KmipVersion.V1_0, null),
    /** NIST800-108-C; since 1.0. */
    NIST800_108_C(0x00000005, "NIST800_108_C", KmipVersion.V1_0, null),
    /** NIST800-108-F; since 1.0. */
    NIST800_108_F(0x00000006, "NIST800_108_F", KmipVersion.V1_0, null),
    /** NIST800-108-DPI; since 1.0. */
    NIST800_108_DPI(0x00000007, "NIST800_108_DPI", KmipVersion.V1_0, null),
    /** Asymmetric Key; since 1.4. */
    ASYMMETRIC_KEY(0x00000008, "AsymmetricKey", KmipVersion.V1_4, null),
    /** AWS Signature Version 4; since 2.0. */
    AWS_SIGNATURE_VERSION4(0x00000009, "AWSSignatureVersion4", KmipVersion.V2_0, null),
    /** HKDF; since 2.0. */
    HKDF(0x0000000A, "HKDF", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    DerivationMethod(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable DerivationMethod of(int code) {
        return switch (code) {
            case 0x00000001 -> PBKDF2;
            case 0x00000002 -> HASH;
            case 0x00000003 -> HMAC;
            case 0x00000004 -> ENCRYPT;
            case 0x00000005 -> NIST800_108_C;
            case 0x00000006 -> NIST800_108_F;
            case 0x00000007 -> NIST800_108_DPI;
            case 0x00000008 -> ASYMMETRIC_KEY;
            case 0x00000009 -> AWS_SIGNATURE_VERSION4;
            case 0x0000000A -> HKDF;
            default -> null;
        };
    }
}
