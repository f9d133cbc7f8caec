// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration DRBG Algorithm of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum DrbgAlgorithm implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** Dual-EC; since 1.3. */
    DUAL_EC(0x00000002, "Dual_EC", KmipVersion.V1_3, null),
    /** Hash; since 1.3. */
    HASH(0x00000003, "Hash", KmipVersion.V1_3, null),
    /** HMAC; since 1.3. */
    HMAC(0x00000004, "HMAC", KmipVersion.V1_3, null),
    /** CTR; since 1.3. */
    CTR(0x00000005, "CTR", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    DrbgAlgorithm(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable DrbgAlgorithm of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> DUAL_EC;
            case 0x00000003 -> HASH;
            case 0x00000004 -> HMAC;
            case 0x00000005 -> CTR;
            default -> null;
        };
    }
}
