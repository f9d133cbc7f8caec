// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration OTP Algorithm of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum OtpAlgorithm implements KmipEnumeration {
    /** HOTP; since 3.0. */
    HOTP(0x00000001, "HOTP", KmipVersion.V3_0, null),
    /** TOTP; since 3.0. */
    TOTP(0x00000002, "TOTP", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    OtpAlgorithm(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable OtpAlgorithm of(int code) {
        return switch (code) {
            case 0x00000001 -> HOTP;
            case 0x00000002 -> TOTP;
            default -> null;
        };
    }
}
