// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Processing Stage of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ProcessingStage implements KmipEnumeration {
    /** Submitted; since 2.1. */
    SUBMITTED(0x00000001, "Submitted", KmipVersion.V2_1, null),
    /** In Process; since 2.1. */
    IN_PROCESS(0x00000002, "InProcess", KmipVersion.V2_1, null),
    /** Completed; since 2.1. */
    COMPLETED(0x00000003, "Completed", KmipVersion.V2_1, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ProcessingStage(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ProcessingStage of(int code) {
        return switch (code) {
            case 0x00000001 -> SUBMITTED;
            case 0x00000002 -> IN_PROCESS;
            case 0x00000003 -> COMPLETED;
            default -> null;
        };
    }
}
