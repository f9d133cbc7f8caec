// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Protection Level of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ProtectionLevel implements KmipEnumeration {
    /** High; since 2.0. */
    HIGH(0x00000001, "High", KmipVersion.V2_0, null),
    /** Low; since 2.0. */
    LOW(0x00000002, "Low", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ProtectionLevel(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ProtectionLevel of(int code) {
        return switch (code) {
            case 0x00000001 -> HIGH;
            case 0x00000002 -> LOW;
            default -> null;
        };
    }
}
