// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Attestation Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum AttestationType implements KmipEnumeration {
    /** TPM Quote; since 1.2. */
    TPM_QUOTE(0x00000001, "TPMQuote", KmipVersion.V1_2, null),
    /** TCG Integrity Report; since 1.2. */
    TCG_INTEGRITY_REPORT(0x00000002, "TCGIntegrityReport", KmipVersion.V1_2, null),
    /** SAML Assertion; since 1.2. */
    SAML_ASSERTION(0x00000003, "SAMLAssertion", KmipVersion.V1_2, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    AttestationType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable AttestationType of(int code) {
        return switch (code) {
            case 0x00000001 -> TPM_QUOTE;
            case 0x00000002 -> TCG_INTEGRITY_REPORT;
            case 0x00000003 -> SAML_ASSERTION;
            default -> null;
        };
    }
}
