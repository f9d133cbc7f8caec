// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Asynchronous Indicator of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum AsynchronousIndicator implements KmipEnumeration {
    /** Mandatory; since 2.0. */
    MANDATORY(0x00000001, "Mandatory", KmipVersion.V2_0, null),
    /** Optional; since 2.0. */
    OPTIONAL(0x00000002, "Optional", KmipVersion.V2_0, null),
    /** Prohibited; since 2.0. */
    PROHIBITED(0x00000003, "Prohibited", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    AsynchronousIndicator(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable AsynchronousIndicator of(int code) {
        return switch (code) {
            case 0x00000001 -> MANDATORY;
            case 0x00000002 -> OPTIONAL;
            case 0x00000003 -> PROHIBITED;
            default -> null;
        };
    }
}
