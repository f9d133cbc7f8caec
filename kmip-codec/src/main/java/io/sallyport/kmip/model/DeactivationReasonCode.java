// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Deactivation Reason Code of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum DeactivationReasonCode implements KmipEnumeration {
    /** Unspecified; since 3.0. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V3_0, null),
    /** Deactivation Date; since 3.0. */
    DEACTIVATION_DATE(0x00000002, "DeactivationDate", KmipVersion.V3_0, null),
    /** Protect Stop Date; since 3.0. */
    PROTECT_STOP_DATE(0x00000003, "ProtectStopDate", KmipVersion.V3_0, null),
    /** Usage Limit; since 3.0. */
    USAGE_LIMIT(0x00000004, "UsageLimit", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    DeactivationReasonCode(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable DeactivationReasonCode of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> DEACTIVATION_DATE;
            case 0x00000003 -> PROTECT_STOP_DATE;
            case 0x00000004 -> USAGE_LIMIT;
            default -> null;
        };
    }
}
