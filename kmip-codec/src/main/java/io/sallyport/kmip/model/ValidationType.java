// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Validation Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ValidationType implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** Hardware; since 1.3. */
    HARDWARE(0x00000002, "Hardware", KmipVersion.V1_3, null),
    /** Software; since 1.3. */
    SOFTWARE(0x00000003, "Software", KmipVersion.V1_3, null),
    /** Firmware; since 1.3. */
    FIRMWARE(0x00000004, "Firmware", KmipVersion.V1_3, null),
    /** Hybrid; since 1.3. */
    HYBRID(0x00000005, "Hybrid", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ValidationType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ValidationType of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> HARDWARE;
            case 0x00000003 -> SOFTWARE;
            case 0x00000004 -> FIRMWARE;
            case 0x00000005 -> HYBRID;
            default -> null;
        };
    }
}
