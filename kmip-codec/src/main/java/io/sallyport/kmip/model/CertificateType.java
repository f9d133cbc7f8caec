// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Certificate Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum CertificateType implements KmipEnumeration {
    /** X.509; since 1.0. */
    X_509(0x00000001, "X_509", KmipVersion.V1_0, null),
    /** PGP; since 1.0, deprecated in 1.2. */
    PGP(0x00000002, "PGP", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    CertificateType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable CertificateType of(int code) {
        return switch (code) {
            case 0x00000001 -> X_509;
            case 0x00000002 -> PGP;
            default -> null;
        };
    }
}
