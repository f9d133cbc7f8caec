// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Result Status of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ResultStatus implements KmipEnumeration {
    /** Success; since 1.0. */
    SUCCESS(0x00000000, "Success", KmipVersion.V1_0, null),
    /** Operation Failed; since 1.0. */
    OPERATION_FAILED(0x00000001, "OperationFailed", KmipVersion.V1_0, null),
    /** Operation Pending; since 1.0. */
    OPERATION_PENDING(0x00000002, "OperationPending", KmipVersion.V1_0, null),
    /** Operation Undone; since 1.0. */
    OPERATION_UNDONE(0x00000003, "OperationUndone", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ResultStatus(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ResultStatus of(int code) {
        return switch (code) {
            case 0x00000000 -> SUCCESS;
            case 0x00000001 -> OPERATION_FAILED;
            case 0x00000002 -> OPERATION_PENDING;
            case 0x00000003 -> OPERATION_UNDONE;
            default -> null;
        };
    }
}
