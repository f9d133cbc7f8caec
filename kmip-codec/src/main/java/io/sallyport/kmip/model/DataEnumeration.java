// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Data of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum DataEnumeration implements KmipEnumeration {
    /** Decrypt; since 2.0. */
    DECRYPT(0x00000001, "Decrypt", KmipVersion.V2_0, null),
    /** Encrypt; since 2.0. */
    ENCRYPT(0x00000002, "Encrypt", KmipVersion.V2_0, null),
    /** Hash; since 2.0. */
    HASH(0x00000003, "Hash", KmipVersion.V2_0, null),
    /** MAC MAC Data; since 2.0. */
    MACMAC_DATA(0x00000004, "MACMACData", KmipVersion.V2_0, null),
    /** RNG Retrieve; since 2.0. */
    RNG_RETRIEVE(0x00000005, "RNGRetrieve", KmipVersion.V2_0, null),
    /** Sign Signature Data; since 2.0. */
    SIGN_SIGNATURE_DATA(0x00000006, "SignSignatureData", KmipVersion.V2_0, null),
    /** Signature Verify; since 2.0. */
    SIGNATURE_VERIFY(0x00000007, "SignatureVerify", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    DataEnumeration(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable DataEnumeration of(int code) {
        return switch (code) {
            case 0x00000001 -> DECRYPT;
            case 0x00000002 -> ENCRYPT;
            case 0x00000003 -> HASH;
            case 0x00000004 -> MACMAC_DATA;
            case 0x00000005 -> RNG_RETRIEVE;
            case 0x00000006 -> SIGN_SIGNATURE_DATA;
            case 0x00000007 -> SIGNATURE_VERIFY;
            default -> null;
        };
    }
}
