// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Secret Data Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum SecretDataType implements KmipEnumeration {
    /** Password; since 1.0. */
    PASSWORD(0x00000001, "Password", KmipVersion.V1_0, null),
    /** Seed; since 1.0. */
    SEED(0x00000002, "Seed", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    SecretDataType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable SecretDataType of(int code) {
        return switch (code) {
            case 0x00000001 -> PASSWORD;
            case 0x00000002 -> SEED;
            default -> null;
        };
    }
}
