// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Usage Limits Unit of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum UsageLimitsUnit implements KmipEnumeration {
    /** Byte; since 1.0. */
    BYTE(0x00000001, "Byte", KmipVersion.V1_0, null),
    /** Object; since 1.0. */
    OBJECT(0x00000002, "Object", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    UsageLimitsUnit(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable UsageLimitsUnit of(int code) {
        return switch (code) {
            case 0x00000001 -> BYTE;
            case 0x00000002 -> OBJECT;
            default -> null;
        };
    }
}
