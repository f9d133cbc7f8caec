// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Split Key Polynomial of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum SplitKeyPolynomial implements KmipEnumeration {
    /** Polynomial-283; since 3.0. */
    POLYNOMIAL_283(0x00000001, "Polynomial_283", KmipVersion.V3_0, null),
    /** Polynomial-285; since 3.0. */
    POLYNOMIAL_285(0x00000002, "Polynomial_285", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    SplitKeyPolynomial(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable SplitKeyPolynomial of(int code) {
        return switch (code) {
            case 0x00000001 -> POLYNOMIAL_283;
            case 0x00000002 -> POLYNOMIAL_285;
            default -> null;
        };
    }
}
