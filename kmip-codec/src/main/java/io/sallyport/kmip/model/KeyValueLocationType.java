// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Key Value Location Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum KeyValueLocationType implements KmipEnumeration {
    /** Uninterpreted Text String; since 1.2. */
    UNINTERPRETED_TEXT_STRING(0x00000001, "UninterpretedTextString", KmipVersion.V1_2, null),
    /** URI; since 1.2. */
    URI(0x00000002, "URI", KmipVersion.V1_2, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    KeyValueLocationType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable KeyValueLocationType of(int code) {
        return switch (code) {
            case 0x00000001 -> UNINTERPRETED_TEXT_STRING;
            case 0x00000002 -> URI;
            default -> null;
        };
    }
}
