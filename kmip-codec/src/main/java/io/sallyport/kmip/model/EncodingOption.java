// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Encoding Option of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum EncodingOption implements KmipEnumeration {
    /** No Encoding; since 1.1. */
    NO_ENCODING(0x00000001, "NoEncoding", KmipVersion.V1_1, null),
    /** TTLV Encoding; since 1.1. */
    TTLV_ENCODING(0x00000002, "TTLVEncoding", KmipVersion.V1_1, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    EncodingOption(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable EncodingOption of(int code) {
        return switch (code) {
            case 0x00000001 -> NO_ENCODING;
            case 0x00000002 -> TTLV_ENCODING;
            default -> null;
        };
    }
}
