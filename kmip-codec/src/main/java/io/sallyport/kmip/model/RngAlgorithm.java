// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration RNG Algorithm of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum RngAlgorithm implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** FIPS 186-2; since 1.3. */
    FIPS186_2(0x00000002, "FIPS186_2", KmipVersion.V1_3, null),
    /** DRBG; since 1.3. */
    DRBG(0x00000003, "DRBG", KmipVersion.V1_3, null),
    /** NRBG; since 1.3. */
    NRBG(0x00000004, "NRBG", KmipVersion.V1_3, null),
    /** ANSI X9.31; since 1.3. */
    ANSIX9_31(0x00000005, "ANSIX9_31", KmipVersion.V1_3, null),
    /** ANSI X9.62; since 1.3. */
    ANSIX9_62(0x00000006, "ANSIX9_62", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    RngAlgorithm(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable RngAlgorithm of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> FIPS186_2;
            case 0x00000003 -> DRBG;
            case 0x00000004 -> NRBG;
            case 0x00000005 -> ANSIX9_31;
            case 0x00000006 -> ANSIX9_62;
            default -> null;
        };
    }
}
