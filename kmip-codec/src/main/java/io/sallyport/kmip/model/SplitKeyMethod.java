// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Split Key Method of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum SplitKeyMethod implements KmipEnumeration {
    /** XOR; since 1.0. */
    XOR(0x00000001, "XOR", KmipVersion.V1_0, null),
    /** Polynomial Sharing GF (2^16); since 1.0. */
    POLYNOMIAL_SHARING_GF2_16(0x00000002, "PolynomialSharingGF2_16", KmipVersion.V1_0, null),
    /** Polynomial Sharing Prime Field; since 1.0. */
    POLYNOMIAL_SHARING_PRIME_FIELD(0x00000003, "PolynomialSharingPrimeField", KmipVersion.V1_0, null),
    /** Polynomial Sharing GF (2^8); since 1.2. */
    POLYNOMIAL_SHARING_GF2_8(0x00000004, "PolynomialSharingGF2_8", KmipVersion.V1_2, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    SplitKeyMethod(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable SplitKeyMethod of(int code) {
        return switch (code) {
            case 0x00000001 -> XOR;
            case 0x00000002 -> POLYNOMIAL_SHARING_GF2_16;
            case 0x00000003 -> POLYNOMIAL_SHARING_PRIME_FIELD;
            case 0x00000004 -> POLYNOMIAL_SHARING_GF2_8;
            default -> null;
        };
    }
}
