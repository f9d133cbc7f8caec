// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Batch Error Continuation Option of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum BatchErrorContinuationOption implements KmipEnumeration {
    /** Continue; since 1.0. */
    CONTINUE(0x00000001, "Continue", KmipVersion.V1_0, null),
    /** Stop; since 1.0. */
    STOP(0x00000002, "Stop", KmipVersion.V1_0, null),
    /** Undo; since 1.0. */
    UNDO(0x00000003, "Undo", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    BatchErrorContinuationOption(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable BatchErrorContinuationOption of(int code) {
        return switch (code) {
            case 0x00000001 -> CONTINUE;
            case 0x00000002 -> STOP;
            case 0x00000003 -> UNDO;
            default -> null;
        };
    }
}
