// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration NIST Key Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum NistKeyType implements KmipEnumeration {
    /** Private signature key; since 2.0. */
    PRIVATE_SIGNATURE_KEY(0x00000001, "PrivateSignatureKey", KmipVersion.V2_0, null),
    /** Public signature verification key; since 2.0. */
    PUBLIC_SIGNATURE_VERIFICATION_KEY(0x00000002, "PublicSignatureVerificationKey", KmipVersion.V2_0, null),
    /** Symmetric authentication key; since 2.0. */
    SYMMETRIC_AUTHENTICATION_KEY(0x00000003, "SymmetricAuthenticationKey", KmipVersion.V2_0, null),
    /** Private authentication key; since 2.0. */
    PRIVATE_AUTHENTICATION_KEY(0x00000004, "PrivateAuthenticationKey", KmipVersion.V2_0, null),
    /** Public authentication key; since 2.0. */
    PUBLIC_AUTHENTICATION_KEY(0x00000005, "PublicAuthenticationKey", KmipVersion.V2_0, null),
    /** Symmetric data encryption key; since 2.0. */
    SYMMETRIC_DATA_ENCRYPTION_KEY(0x00000006, "SymmetricDataEncryptionKey", KmipVersion.V2_0, null),
    /** Symmetric key wrapping key; since 2.0. */
    SYMMETRIC_KEY_WRAPPING_KEY(0x00000007, "SymmetricKeyWrappingKey", KmipVersion.V2_0, null),
    /** Symmetric random number generation key; since 2.0. */
    SYMMETRIC_RANDOM_NUMBER_GENERATION_KEY(0x00000008, "SymmetricRandomNumberGenerationKey", KmipVersion.V2_0, null),
    /** Symmetric master key; since 2.0. */
    SYMMETRIC_MASTER_KEY(0x00000009, "SymmetricMasterKey", KmipVersion.V2_0, null),
    /** Private key transport key; since 2.0. */
    PRIVATE_KEY_TRANSPORT_KEY(0x0000000A, "PrivateKeyTransportKey", KmipVersion.V2_0, null),
    /** Public key transport key; since 2.0. */
    PUBLIC_KEY_TRANSPORT_KEY(0x0000000B, "PublicKeyTransportKey", KmipVersion.V2_0, null),
    /** Symmetric key agreement key; since 2.0. */
    SYMMETRIC_KEY_AGREEMENT_KEY(0x0000000C, "SymmetricKeyAgreementKey", KmipVersion.V2_0, null),
    /** Private static key agreement key; since 2.0. */
    PRIVATE_STATIC_KEY_AGREEMENT_KEY(0x0000000D, "PrivateStaticKeyAgreementKey", KmipVersion.V2_0, null),
    /** Public static key agreement key; since 2.0. */
    PUBLIC_STATIC_KEY_AGREEMENT_KEY(0x0000000E, "PublicStaticKeyAgreementKey", KmipVersion.V2_0, null),
    /** Private ephemeral key agreement key; since 2.0. */
    PRIVATE_EPHEMERAL_KEY_AGREEMENT_KEY(0x0000000F, "PrivateEphemeralKeyAgreementKey", KmipVersion.V2_0, null),
    /** Public ephemeral key agreement key; since 2.0. */
    PUBLIC_EPHEMERAL_KEY_AGREEMENT_KEY(0x00000010, "PublicEphemeralKeyAgreementKey", KmipVersion.V2_0, null),
    /** Symmetric authorization key; since 2.0. */
    SYMMETRIC_AUTHORIZATION_KEY(0x00000011, "SymmetricAuthorizationKey", KmipVersion.V2_0, null),
    /** Private authorization key; since 2.0. */
    PRIVATE_AUTHORIZATION_KEY(0x00000012, "PrivateAuthorizationKey", KmipVersion.V2_0, null),
    /** Public authorization key; since 2.0. */
    PUBLIC_AUTHORIZATION_KEY(0x00000013, "PublicAuthorizationKey", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    NistKeyType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable NistKeyType of(int code) {
        return switch (code) {
            case 0x00000001 -> PRIVATE_SIGNATURE_KEY;
            case 0x00000002 -> PUBLIC_SIGNATURE_VERIFICATION_KEY;
            case 0x00000003 -> SYMMETRIC_AUTHENTICATION_KEY;
            case 0x00000004 -> PRIVATE_AUTHENTICATION_KEY;
            case 0x00000005 -> PUBLIC_AUTHENTICATION_KEY;
            case 0x00000006 -> SYMMETRIC_DATA_ENCRYPTION_KEY;
            case 0x00000007 -> SYMMETRIC_KEY_WRAPPING_KEY;
            case 0x00000008 -> SYMMETRIC_RANDOM_NUMBER_GENERATION_KEY;
            case 0x00000009 -> SYMMETRIC_MASTER_KEY;
            case 0x0000000A -> PRIVATE_KEY_TRANSPORT_KEY;
            case 0x0000000B -> PUBLIC_KEY_TRANSPORT_KEY;
            case 0x0000000C -> SYMMETRIC_KEY_AGREEMENT_KEY;
            case 0x0000000D -> PRIVATE_STATIC_KEY_AGREEMENT_KEY;
            case 0x0000000E -> PUBLIC_STATIC_KEY_AGREEMENT_KEY;
            case 0x0000000F -> PRIVATE_EPHEMERAL_KEY_AGREEMENT_KEY;
            case 0x00000010 -> PUBLIC_EPHEMERAL_KEY_AGREEMENT_KEY;
            case 0x00000011 -> SYMMETRIC_AUTHORIZATION_KEY;
            case 0x00000012 -> PRIVATE_AUTHORIZATION_KEY;
            case 0x00000013 -> PUBLIC_AUTHORIZATION_KEY;
            default -> null;
        };
    }
}
