// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Validity Indicator of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ValidityIndicator implements KmipEnumeration {
    /** Valid; since 1.0. */
    VALID(0x00000001, "Valid", KmipVersion.V1_0, null),
    /** Invalid; since 1.0. */
    INVALID(0x00000002, "Invalid", KmipVersion.V1_0, null),
    /** Unknown; since 1.0. */
    UNKNOWN(0x00000003, "Unknown", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ValidityIndicator(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ValidityIndicator of(int code) {
        return switch (code) {
            case 0x00000001 -> VALID;
            case 0x00000002 -> INVALID;
            case 0x00000003 -> UNKNOWN;
            default -> null;
        };
    }
}
