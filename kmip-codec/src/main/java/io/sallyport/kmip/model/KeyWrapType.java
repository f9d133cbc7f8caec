// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Key Wrap Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum KeyWrapType implements KmipEnumeration {
    /** Not Wrapped; since 1.4. */
    NOT_WRAPPED(0x00000001, "NotWrapped", KmipVersion.V1_4, null),
    /** As Registered; since 1.4. */
    AS_REGISTERED(0x00000002, "AsRegistered", KmipVersion.V1_4, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    KeyWrapType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable KeyWrapType of(int code) {
        return switch (code) {
            case 0x00000001 -> NOT_WRAPPED;
            case 0x00000002 -> AS_REGISTERED;
            default -> null;
        };
    }
}
