// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Adjustment Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum AdjustmentType implements KmipEnumeration {
    /** Increment; since 2.0. */
    INCREMENT(0x00000001, "Increment", KmipVersion.V2_0, null),
    /** Decrement; since 2.0. */
    DECREMENT(0x00000002, "Decrement", KmipVersion.V2_0, null),
    /** Negate; since 2.0. */
    NEGATE(0x00000003, "Negate", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    AdjustmentType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable AdjustmentType of(int code) {
        return switch (code) {
            case 0x00000001 -> INCREMENT;
            case 0x00000002 -> DECREMENT;
            case 0x00000003 -> NEGATE;
            default -> null;
        };
    }
}
