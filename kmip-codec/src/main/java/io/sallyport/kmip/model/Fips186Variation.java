// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration FIPS186 Variation of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum Fips186Variation implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** GP x-Original; since 1.3. */
    GPX_ORIGINAL(0x00000002, "GPXOriginal", KmipVersion.V1_3, null),
    /** GP x-Change Notice; since 1.3. */
    GPX_CHANGE_NOTICE(0x00000003, "GPXChangeNotice", KmipVersion.V1_3, null),
    /** x-Original; since 1.3. */
    X_ORIGINAL(0x00000004, "XOriginal", KmipVersion.V1_3, null),
    /** x-Change Notice; since 1.3. */
    X_CHANGE_NOTICE(0x00000005, "XChangeNotice", KmipVersion.V1_3, null),
    /** k-Original; since 1.3. */
    K_ORIGINAL(0x00000006, "KOriginal", KmipVersion.V1_3, null),
    /** k-Change Notice; since 1.3. */
    K_CHANGE_NOTICE(0x00000007, "KChangeNotice", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    Fips186Variation(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable Fips186Variation of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> GPX_ORIGINAL;
            case 0x00000003 -> GPX_CHANGE_NOTICE;
            case 0x00000004 -> X_ORIGINAL;
            case 0x00000005 -> X_CHANGE_NOTICE;
            case 0x00000006 -> K_ORIGINAL;
            case 0x00000007 -> K_CHANGE_NOTICE;
            default -> null;
        };
    }
}
