// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Wrapping Method of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum WrappingMethod implements KmipEnumeration {
    /** Encrypt; since 1.0. */
    ENCRYPT(0x00000001, "Encrypt", KmipVersion.V1_0, null),
    /** MAC/sign; since 1.0. */
    MAC_SIGN(0x00000002, "MACSign", KmipVersion.V1_0, null),
    /** Encrypt then MAC/sign; since 1.0. */
    ENCRYPT_THEN_MAC_SIGN(0x00000003, "EncryptThenMACSign", KmipVersion.V1_0, null),
    /** MAC/sign then encrypt; since 1.0. */
    MAC_SIGN_THEN_ENCRYPT(0x00000004, "MACSignThenEncrypt", KmipVersion.V1_0, null),
    /** TR-31; since 1.0. */
    TR_31(0x00000005, "TR_31", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    WrappingMethod(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable WrappingMethod of(int code) {
        return switch (code) {
            case 0x00000001 -> ENCRYPT;
            case 0x00000002 -> MAC_SIGN;
            case 0x00000003 -> ENCRYPT_THEN_MAC_SIGN;
            case 0x00000004 -> MAC_SIGN_THEN_ENCRYPT;
            case 0x00000005 -> TR_31;
            default -> null;
        };
    }
}
