// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Object Class of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ObjectClass implements KmipEnumeration {
    /** User; since 3.0. */
    USER(0x00000001, "User", KmipVersion.V3_0, null),
    /** System; since 3.0. */
    SYSTEM(0x00000002, "System", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ObjectClass(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ObjectClass of(int code) {
        return switch (code) {
            case 0x00000001 -> USER;
            case 0x00000002 -> SYSTEM;
            default -> null;
        };
    }
}
