// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Cancellation Result of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum CancellationResult implements KmipEnumeration {
    /** Canceled; since 1.0. */
    CANCELED(0x00000001, "Canceled", KmipVersion.V1_0, null),
    /** Unable to Cancel; since 1.0. */
    UNABLE_TO_CANCEL(0x00000002, "UnableToCancel", KmipVersion.V1_0, null),
    /** Completed; since 1.0. */
    COMPLETED(0x00000003, "Completed", KmipVersion.V1_0, null),
    /** Failed; since 1.0. */
    FAILED(0x00000004, "Failed", KmipVersion.V1_0, null),
    /** Unavailable; since 1.0. */
    UNAVAILABLE(0x00000005, "Unavailable", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    CancellationResult(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable CancellationResult of(int code) {
        return switch (code) {
            case 0x00000001 -> CANCELED;
            case 0x00000002 -> UNABLE_TO_CANCEL;
            case 0x00000003 -> COMPLETED;
            case 0x00000004 -> FAILED;
            case 0x00000005 -> UNAVAILABLE;
            default -> null;
        };
    }
}
