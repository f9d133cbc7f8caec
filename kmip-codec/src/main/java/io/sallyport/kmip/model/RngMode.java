// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration RNG Mode of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum RngMode implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** Shared Instantiation; since 1.3. */
    SHARED_INSTANTIATION(0x00000002, "SharedInstantiation", KmipVersion.V1_3, null),
    /** Non-Shared Instantiation; since 1.3. */
    NON_SHARED_INSTANTIATION(0x00000003, "NonSharedInstantiation", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    RngMode(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable RngMode of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> SHARED_INSTANTIATION;
            case 0x00000003 -> NON_SHARED_INSTANTIATION;
            default -> null;
        };
    }
}
