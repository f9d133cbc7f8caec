// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Certificate Request Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum CertificateRequestType implements KmipEnumeration {
    /** CRMF; since 1.0. */
    CRMF(0x00000001, "CRMF", KmipVersion.V1_0, null),
    /** PKCS#10; since 1.0. */
    PKCS_10(0x00000002, "PKCS_10", KmipVersion.V1_0, null),
    /** PEM; since 1.0. */
    PEM(0x00000003, "PEM", KmipVersion.V1_0, null),
    /** PGP; since 1.0, deprecated in 1.2, gone in 2.0. */
    PGP(0x00000004, "PGP", KmipVersion.V1_0, KmipVersion.V2_0),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    CertificateRequestType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable CertificateRequestType of(int code) {
        return switch (code) {
            case 0x00000001 -> CRMF;
            case 0x00000002 -> PKCS_10;
            case 0x00000003 -> PEM;
            case 0x00000004 -> PGP;
            default -> null;
        };
    }
}
