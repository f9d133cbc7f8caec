// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Mask Generator of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum MaskGenerator implements KmipEnumeration {
    /** MGF1; since 1.4. */
    MGF1(0x00000001, "MGF1", KmipVersion.V1_4, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    MaskGenerator(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable MaskGenerator of(int code) {
        return switch (code) {
            case 0x00000001 -> MGF1;
            default -> null;
        };
    }
}
