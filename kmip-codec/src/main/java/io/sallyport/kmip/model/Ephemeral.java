// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Ephemeral of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum Ephemeral implements KmipEnumeration {
    /** Data; since 3.0. */
    DATA(0x00000001, "Data", KmipVersion.V3_0, null),
    /** Empty; since 3.0. */
    EMPTY(0x00000002, "Empty", KmipVersion.V3_0, null),
    /** Unique Identifier; since 3.0. */
    UNIQUE_IDENTIFIER(0x00000003, "UniqueIdentifier", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    Ephemeral(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable Ephemeral of(int code) {
        return switch (code) {
            case 0x00000001 -> DATA;
            case 0x00000002 -> EMPTY;
            case 0x00000003 -> UNIQUE_IDENTIFIER;
            default -> null;
        };
    }
}
