// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Which enumeration or mask the value of a tag is taken from. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
final class TagValues {
    private TagValues() {
    }

    /** The values of the tag's enumeration; empty where it has none. */
    static KmipEnumeration[] enumeration(int tag) {
        return switch (tag) {
            case Tag.ASYNCHRONOUS_INDICATOR -> AsynchronousIndicator.values();
            case Tag.BATCH_ERROR_CONTINUATION_OPTION -> BatchErrorContinuationOption.values();
            case Tag.BLOCK_CIPHER_MODE -> BlockCipherMode.values();
            case Tag.CANCELLATION_RESULT -> CancellationResult.values();
            case Tag.CERTIFICATE_REQUEST_TYPE -> CertificateRequestType.values();
            case Tag.CERTIFICATE_TYPE -> CertificateType.values();
            case Tag.CREDENTIAL_TYPE -> CredentialType.values();
            case Tag.CRYPTOGRAPHIC_ALGORITHM -> CryptographicAlgorithm.values();
            case Tag.DERIVATION_METHOD -> DerivationMethod.values();
            case Tag.HASHING_ALGORITHM -> HashingAlgorithm.values();
            case Tag.KEY_COMPRESSION_TYPE -> KeyCompressionType.values();
            case Tag.KEY_FORMAT_TYPE -> KeyFormatType.values();
            case Tag.LINK_TYPE -> LinkType.values();
            case Tag.NAME_TYPE -> NameType.values();
            case Tag.OBJECT_TYPE -> ObjectType.values();
            case Tag.OPAQUE_DATA_TYPE -> OpaqueDataType.values();
            case Tag.OPERATION -> Operation.values();
            case Tag.PADDING_METHOD -> PaddingMethod.values();
            case Tag.PRIVATE_KEY_UNIQUE_IDENTIFIER -> UniqueIdentifierEnumeration.values();
            case Tag.PUBLIC_KEY_UNIQUE_IDENTIFIER -> UniqueIdentifierEnumeration.values();
            case Tag.PUT_FUNCTION -> PutFunction.values();
            case Tag.QUERY_FUNCTION -> QueryFunction.values();
            case Tag.RECOMMENDED_CURVE -> RecommendedCurve.values();
            case Tag.RESULT_REASON -> ResultReason.values();
            case Tag.RESULT_STATUS -> ResultStatus.values();
            case Tag.REVOCATION_REASON_CODE -> RevocationReasonCode.values();
            case Tag.KEY_ROLE_TYPE -> KeyRoleType.values();
            case Tag.SECRET_DATA_TYPE -> SecretDataType.values();
            case Tag.SPLIT_KEY_METHOD -> SplitKeyMethod.values();
            case Tag.STATE -> State.values();
            case Tag.UNIQUE_IDENTIFIER -> UniqueIdentifierEnumeration.values();
            case Tag.USAGE_LIMITS_UNIT -> UsageLimitsUnit.values();
            case Tag.VALIDITY_INDICATOR -> ValidityIndicator.values();
            case Tag.WRAPPING_METHOD -> WrappingMethod.values();
            case Tag.ENCODING_OPTION -> EncodingOption.values();
            case Tag.OBJECT_GROUP_MEMBER -> ObjectGroupMember.values();
            case Tag.DIGITAL_SIGNATURE_ALGORITHM -> DigitalSignatureAlgorithm.values();
            case Tag.KEY_VALUE_LOCATION_TYPE -> KeyValueLocationType.values();
            case Tag.ALTERNATIVE_NAME_TYPE -> AlternativeNameType.values();
            case Tag.DATA -> DataEnumeration.values();
            case Tag.ATTESTATION_TYPE -> AttestationType.values();
            case Tag.RNG_ALGORITHM -> RngAlgorithm.values();
            case Tag.DRBG_ALGORITHM -> DrbgAlgorithm.values();
            case Tag.FIPS186_VARIATION -> Fips186Variation.values();
            case Tag.VALIDATION_AUTHORITY_TYPE -> ValidationAuthorityType.values();
            case Tag.VALIDATION_TYPE -> ValidationType.values();
            case Tag.PROFILE_NAME -> ProfileName.values();
            case Tag.UNWRAP_MODE -> UnwrapMode.values();
            case Tag.DESTROY_ACTION -> DestroyAction.values();
            case Tag.SHREDDING_ALGORITHM -> ShreddingAlgorithm.values();
            case Tag.RNG_MODE -> RngMode.values();
            case Tag.CLIENT_REGISTRATION_METHOD -> ClientRegistrationMethod.values();
            case Tag.KEY_WRAP_TYPE -> KeyWrapType.values();
            case Tag.MASK_GENERATOR -> MaskGenerator.values();
            case Tag.MASK_GENERATOR_HASHING_ALGORITHM -> HashingAlgorithm.values();
            case Tag.NIST_KEY_TYPE -> NistKeyType.values();
            case Tag.PROTECTION_LEVEL -> ProtectionLevel.values();
            case Tag.TICKET_TYPE -> TicketType.values();
            case Tag.ENDPOINT_ROLE -> EndpointRole.values();
            case Tag.EPHEMERAL -> Ephemeral.values();
            case Tag.ADJUSTMENT_TYPE -> AdjustmentType.values();
            case Tag.PKCS_11_FUNCTION -> Pkcs11Function.values();
            case Tag.PKCS_11_RETURN_CODE -> Pkcs11ReturnCode.values();
            case Tag.INTEROP_FUNCTION -> InteropFunction.values();
            case Tag.ROTATE_NAME_TYPE -> RotateNameType.values();
            case Tag.PROCESSING_STAGE -> ProcessingStage.values();
            case Tag.OBJECT_CLASS -> ObjectClass.values();
            case Tag.OTP_ALGORITHM -> OtpAlgorithm.values();
            case Tag.SPLIT_KEY_POLYNOMIAL -> SplitKeyPolynomial.values();
            case Tag.DEACTIVATION_REASON_CODE -> DeactivationReasonCode.values();
            default -> new KmipEnumeration[0];
        };
    }

    /** The bits of the tag's mask, or null where it is none. */
    static @Nullable MaskBits mask(int tag) {
        return switch (tag) {
            case Tag.CRYPTOGRAPHIC_USAGE_MASK -> CryptographicUsageMask.BITS;
            case Tag.STORAGE_STATUS_MASK -> StorageStatusMask.BITS;
            case Tag.PROTECTION_STORAGE_MASK -> ProtectionStorageMask.BITS;
            case Tag.OBJECT_CLASS_MASK -> ObjectClassMask.BITS;
            default -> null;
        };
    }
}
