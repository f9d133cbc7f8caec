// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Validation Authority Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ValidationAuthorityType implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** NIST CMVP; since 1.3. */
    NISTCMVP(0x00000002, "NISTCMVP", KmipVersion.V1_3, null),
    /** Common Criteria; since 1.3. */
    COMMON_CRITERIA(0x00000003, "CommonCriteria", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ValidationAuthorityType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ValidationAuthorityType of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> NISTCMVP;
            case 0x00000003 -> COMMON_CRITERIA;
            default -> null;
        };
    }
}
