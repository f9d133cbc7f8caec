// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Link Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum LinkType implements KmipEnumeration {
    /** Certificate Link; since 1.0. */
    CERTIFICATE_LINK(0x00000101, "CertificateLink", KmipVersion.V1_0, null),
    /** Public Key Link; since 1.0. */
    PUBLIC_KEY_LINK(0x00000102, "PublicKeyLink", KmipVersion.V1_0, null),
    /** Private Key Link; since 1.0. */
    PRIVATE_KEY_LINK(0x00000103, "PrivateKeyLink", KmipVersion.V1_0, null),
    /** Derivation Base Object Link; since 1.0. */
    DERIVATION_BASE_OBJECT_LINK(0x00000104, "DerivationBaseObjectLink", KmipVersion.V1_0, null),
    /** Derived Key Link; since 1.0. */
    DERIVED_KEY_LINK(0x00000105, "DerivedKeyLink", KmipVersion.V1_0, null),
    /** Replacement Object Link; since 1.0. */
    REPLACEMENT_OBJECT_LINK(0x00000106, "ReplacementObjectLink", KmipVersion.V1_0, null),
    /** Replaced Object Link; since 1.0. */
    REPLACED_OBJECT_LINK(0x00000107, "ReplacedObjectLink", KmipVersion.V1_0, null),
    /** Parent Link; since 1.2. */
    PARENT_LINK(0x00000108, "ParentLink", KmipVersion.V1_2, null),
    /** Child Link; since 1.2. */
    CHILD_LINK(0x00000109, "ChildLink", KmipVersion.V1_2, null),
    /** Previous Link; since 1.2. */
    PREVIOUS_LINK(0x0000010A, "PreviousLink", KmipVersion.V1_2, null),
    /** Next Link; since 1.2. */
    NEXT_LINK(0x0000010B, "NextLink", KmipVersion.V1_2, null),
    /** PKCS#12 Certificate Link; since 1.4. */
    PKCS_12_CERTIFICATE_LINK(0x0000010C, "PKCS_12CertificateLink", KmipVersion.V1_4, null),
    /** PKCS#12 Password Link; since 1.4. */
    PKCS_12_PASSWORD_LINK(0x0000010D, "PKCS_12PasswordLink", KmipVersion.V1_4, null),
    /** Wrapping Key Link; since 2.0. */
    WRAPPING_KEY_LINK(0x0000010E, "WrappingKeyLink", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    LinkType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable LinkType of(int code) {
        return switch (code) {
            case 0x00000101 -> CERTIFICATE_LINK;
            case 0x00000102 -> PUBLIC_KEY_LINK;
            case 0x00000103 -> PRIVATE_KEY_LINK;
            case 0x00000104 -> DERIVATION_BASE_OBJECT_LINK;
            case 0x00000105 -> DERIVED_KEY_LINK;
            case 0x00000106 -> REPLACEMENT_OBJECT_LINK;
            case 0x00000107 -> REPLACED_OBJECT_LINK;
            case 0x00000108 -> PARENT_LINK;
            case 0x00000109 -> CHILD_LINK;
            case 0x0000010A -> PREVIOUS_LINK;
            case 0x0000010B -> NEXT_LINK;
            case 0x0000010C -> PKCS_12_CERTIFICATE_LINK;
            case 0x0000010D -> PKCS_12_PASSWORD_LINK;
            case 0x0000010E -> WRAPPING_KEY_LINK;
            default -> null;
        };
    }
}
