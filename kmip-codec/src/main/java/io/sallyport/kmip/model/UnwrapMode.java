// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Unwrap Mode of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum UnwrapMode implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** Processed; since 1.3. */
    PROCESSED(0x00000002, "Processed", KmipVersion.V1_3, null),
    /** Not Processed; since 1.3. */
    NOT_PROCESSED(0x00000003, "NotProcessed", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    UnwrapMode(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable UnwrapMode of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> PROCESSED;
            case 0x00000003 -> NOT_PROCESSED;
            default -> null;
        };
    }
}
