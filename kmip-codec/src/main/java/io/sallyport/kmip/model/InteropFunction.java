// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Interop Function of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum InteropFunction implements KmipEnumeration {
    /** Begin; since 2.0. */
    BEGIN(0x00000001, "Begin", KmipVersion.V2_0, null),
    /** End; since 2.0. */
    END(0x00000002, "End", KmipVersion.V2_0, null),
    /** Reset; since 2.0. */
    RESET(0x00000003, "Reset", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    InteropFunction(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable InteropFunction of(int code) {
        return switch (code) {
            case 0x00000001 -> BEGIN;
            case 0x00000002 -> END;
            case 0x00000003 -> RESET;
            default -> null;
        };
    }
}
