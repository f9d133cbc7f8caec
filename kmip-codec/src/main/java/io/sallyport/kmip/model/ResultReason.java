// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Result Reason of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ResultReason implements KmipEnumeration {
    /** Item Not Found; since 1.0. */
    ITEM_NOT_FOUND(0x00000001, "ItemNotFound", KmipVersion.V1_0, null),
    /** Response Too Large; since 1.0. */
    RESPONSE_TOO_LARGE(0x00000002, "ResponseTooLarge", KmipVersion.V1_0, null),
    /** Authentication Not Successful; since 1.0. */
    AUTHENTICATION_NOT_SUCCESSFUL(0x00000003, "AuthenticationNotSuccessful", KmipVersion.V1_0, null),
    /** Invalid Message; since 1.0. */
    INVALID_MESSAGE(0x00000004, "InvalidMessage", KmipVersion.V1_0, null),
    /** Operation Not Supported; since 1.0. */
    OPERATION_NOT_SUPPORTED(0x00000005, "OperationNotSupported", KmipVersion.V1_0, null),
    /** Missing Data; since 1.0. */
    MISSING_DATA(0x00000006, "MissingData", KmipVersion.V1_0, null),
    /** Invalid Field; since 1.0. */
    INVALID_FIELD(0x00000007, "InvalidField", KmipVersion.V1_0, null),
    /** Feature Not Supported; since 1.0. */
    FEATURE_NOT_SUPPORTED(0x00000008, "FeatureNotSupported", KmipVersion.V1_0, null),
    /** Operation Canceled By Requester; since 1.0. */
    OPERATION_CANCELED_BY_REQUESTER(0x00000009, "OperationCanceledByRequester", KmipVersion.V1_0, null),
    /** Cryptographic Failure; since 1.0. */
    CRYPTOGRAPHIC_FAILURE(0x0000000A, "CryptographicFailure", KmipVersion.V1_0, null),
    /** Illegal Operation; since 1.0, gone in 2.0. */
    ILLEGAL_OPERATION(0x0000000B, "IllegalOperation", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Permission Denied; since 1.0. */
    PERMISSION_DENIED(0x0000000C, "PermissionDenied", KmipVersion.V1_0, null),
    /** Object archived; since 1.0. */
    OBJECT_ARCHIVED(0x0000000D, "ObjectArchived", KmipVersion.V1_0, null),
    /** Index Out of Bounds; since 1.0, gone in 2.0. */
    INDEX_OUT_OF_BOUNDS(0x0000000E, "IndexOutOfBounds", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Application Namespace Not Supported; since 1.0. */
    APPLICATION_NAMESPACE_NOT_SUPPORTED(0x0000000F, "ApplicationNamespaceNotSupported", KmipVersion.V1_0, null),
    /** Key Format Type Not Supported; since 1.0. */
    KEY_FORMAT_TYPE_NOT_SUPPORTED(0x00000010, "KeyFormatTypeNotSupported", KmipVersion.V1_0, null),
    /** Key Compression Type Not Supported; since 1.0. */
    KEY_COMPRESSION_TYPE_NOT_SUPPORTED(0x00000011, "KeyCompressionTypeNotSupported", KmipVersion.V1_0, null),
    /** Encoding Option Error; since 1.1. */
    ENCODING_OPTION_ERROR(0x00000012, "EncodingOptionError", KmipVersion.V1_1, null),
    /** Key Value Not Present; since 1.2. */
    KEY_VALUE_NOT_PRESENT(0x00000013, "KeyValueNotPresent", KmipVersion.V1_2, null),
    /** Attestation Required; since 1.2. */
    ATTESTATION_REQUIRED(0x00000014, "AttestationRequired", KmipVersion.V1_2, null),
    /** Attestation Failed; since 1.2. */
    ATTESTATION_FAILED(0x00000015, "AttestationFailed", KmipVersion.V1_2, null),
    /** Sensitive; since 1.4. */
    SENSITIVE(0x00000016, "Sensitive", KmipVersion.V1_4, null),
    /** Not Extractable; since 1.4. */
    NOT_EXTRACTABLE(0x00000017, "NotExtractable", KmipVersion.V1_4, null),
    /** Object Already Exists; since 1.4. */
    OBJECT_ALREADY_EXISTS(0x00000018, "ObjectAlreadyExists", KmipVersion.V1_4, null),
    /** Invalid Ticket; since 2.0. */
    INVALID_TICKET(0x00000019, "InvalidTicket", KmipVersion.V2_0, null),
    /** Usage Limit Exceeded; since 2.0. */
    USAGE_LIMIT_EXCEEDED(0x0000001A, "UsageLimitExceeded", KmipVersion.V2_0, null),
    /** Numeric Range; since 2.0. */
    NUMERIC_RANGE(0x0000001B, "NumericRange", KmipVersion.V2_0, null),
    /** Invalid Data Type; since 2.0. */
    INVALID_DATA_TYPE(0x0000001C, "InvalidDataType", KmipVersion.V2_0, null),
    /** Read Only Attribute; since 2.0. */
    READ_ONLY_ATTRIBUTE(0x0000001D, "ReadOnlyAttribute", KmipVersion.V2_0, null),
    /** Multi Valued Attribute; since 2.0. */
    MULTI_VALUED_ATTRIBUTE(0x0000001E, "MultiValuedAttribute", KmipVersion.V2_0, null),
    /** Unsupported Attribute; since 2.0. */
    UNSUPPORTED_ATTRIBUTE(0x0000001F, "UnsupportedAttribute", KmipVersion.V2_0, null),
    /** Attribute Instance Not Found; since 2.0. */
    ATTRIBUTE_INSTANCE_NOT_FOUND(0x00000020, "AttributeInstanceNotFound", KmipVersion.V2_0, null),
    /** Attribute Not Found; since 2.0. */
    ATTRIBUTE_NOT_FOUND(0x00000021, "AttributeNotFound", KmipVersion.V2_0, null),
    /** Attribute Read Only; since 2.0. */
    ATTRIBUTE_READ_ONLY(0x00000022, "AttributeReadOnly", KmipVersion.V2_0, null),
    /** Attribute Single Valued; since 2.0. */
    ATTRIBUTE_SINGLE_VALUED(0x00000023, "AttributeSingleValued", KmipVersion.V2_0, null),
    /** Bad Cryptographic Parameters; since 2.0. */
    BAD_CRYPTOGRAPHIC_PARAMETERS(0x00000024, "BadCryptographicParameters", KmipVersion.V2_0, null),
    /** Bad Password; since 2.0. */
    BAD_PASSWORD(0x00000025, "BadPassword", KmipVersion.V2_0, null),
    /** Codec Error; since 2.0. */
    CODEC_ERROR(0x00000026, "CodecError", KmipVersion.V2_0, null),
    /** Illegal Object Type; since 2.0. */
    ILLEGAL_OBJECT_TYPE(0x00000028, "IllegalObjectType", KmipVersion.V2_0, null),
    /** Incompatible Cryptographic Usage Mask; since 2.0. */
    INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK(0x00000029, "IncompatibleCryptographicUsageMask", KmipVersion.V2_0, null),
    /** Internal Server Error; since 2.0. */
    INTERNAL_SERVER_ERROR(0x0000002A, "InternalServerError", KmipVersion.V2_0, null),
    /** Invalid Asynchronous Correlation Value; since 2.0. */
    INVALID_ASYNCHRONOUS_CORRELATION_VALUE(0x0000002B, "InvalidAsynchronousCorrelationValue", KmipVersion.V2_0, null),
    /** Invalid Attribute; since 2.0. */
    INVALID_ATTRIBUTE(0x0000002C, "InvalidAttribute", KmipVersion.V2_0, null),
    /** Invalid Attribute Value; since 2.0. */
    INVALID_ATTRIBUTE_VALUE(0x0000002D, "InvalidAttributeValue", KmipVersion.V2_0, null),
    /** Invalid Correlation Value; since 2.0. */
    INVALID_CORRELATION_VALUE(0x0000002E, "InvalidCorrelationValue", KmipVersion.V2_0, null),
    /** Invalid CSR; since 2.0. */
    INVALID_CSR(0x0000002F, "InvalidCSR", KmipVersion.V2_0, null),
    /** Invalid Object Type; since 2.0. */
    INVALID_OBJECT_TYPE(0x00000030, "InvalidObjectType", KmipVersion.V2_0, null),
    /** Key Wrap Type Not Supported; since 2.0. */
    KEY_WRAP_TYPE_NOT_SUPPORTED(0x00000032, "KeyWrapTypeNotSupported", KmipVersion.V2_0, null),
    /** Missing Initialization Vector; since 2.0. */
    MISSING_INITIALIZATION_VECTOR(0x00000034, "MissingInitializationVector", KmipVersion.V2_0, null),
    /** Non Unique Name Attribute; since 2.0. */
    NON_UNIQUE_NAME_ATTRIBUTE(0x00000035, "NonUniqueNameAttribute", KmipVersion.V2_0, null),
    /** Object Destroyed; since 2.0. */
    OBJECT_DESTROYED(0x00000036, "ObjectDestroyed", KmipVersion.V2_0, null),
    /** Object Not Found; since 2.0. */
    OBJECT_NOT_FOUND(0x00000037, "ObjectNotFound", KmipVersion.V2_0, null),
    /** Not Authorised; since 2.0. */
    NOT_AUTHORISED(0x00000039, "NotAuthorised", KmipVersion.V2_0, null),
    /** Server Limit Exceeded; since 2.0. */
    SERVER_LIMIT_EXCEEDED(0x0000003A, "ServerLimitExceeded", KmipVersion.V2_0, null),
    /** Unknown Enumeration; since 2.0. */
    UNKNOWN_ENUMERATION(0x0000003B, "UnknownEnumeration", KmipVersion.V2_0, null),
    /** Unknown Message Extension; since 2.0. */
    UNKNOWN_MESSAGE_EXTENSION(0x0000003C, "UnknownMessageExtension", KmipVersion.V2_0, null),
    /** Unknown Tag; since 2.0. */
    UNKNOWN_TAG(0x0000003D, "UnknownTag", KmipVersion.V2_0, null),
    /** Unsupported Cryptographic Parameters; since 2.0. */
    UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS(0x0000003E, "UnsupportedCryptographicParameters", KmipVersion.V2_0, null),
    /** Unsupported Protocol Version; since 2.0. */
    UNSUPPORTED_PROTOCOL_VERSION(0x0000003F, "UnsupportedProtocolVersion", KmipVersion.V2_0, null),
    /** Wrapping Object Archived; since 2.0. */
    WRAPPING_OBJECT_ARCHIVED(0x00000040, "WrappingObjectArchived", KmipVersion.V2_0, null),
    /** Wrapping Object Destroyed; since 2.0. */
    WRAPPING_OBJECT_DESTROYED(0x00000041, "WrappingObjectDestroyed", KmipVersion.V2_0, null),
    /** Wrapping Object Not Found; since 2.0. */
    WRAPPING_OBJECT_NOT_FOUND(0x00000042, "WrappingObjectNotFound", KmipVersion.V2_0, null),
    /** Wrong Key Lifecycle State; since 2.0. */
    WRONG_KEY_LIFECYCLE_STATE(0x00000043, "WrongKeyLifecycleState", KmipVersion.V2_0, null),
    /** Protection Storage Unavailable; since 2.0. */
    PROTECTION_STORAGE_UNAVAILABLE(0x00000044, "ProtectionStorageUnavailable", KmipVersion.V2_0, null),
    /** PKCS#11 Codec Error; since 2.0. */
    PKCS_11_CODEC_ERROR(0x00000045, "PKCS_11CodecError", KmipVersion.V2_0, null),
    /** PKCS#11 Invalid Function; since 2.0. */
    PKCS_11_INVALID_FUNCTION(0x00000046, "PKCS_11InvalidFunction", KmipVersion.V2_0, null),
    /** PKCS#11 Invalid Interface; since 2.0. */
    PKCS_11_INVALID_INTERFACE(0x00000047, "PKCS_11InvalidInterface", KmipVersion.V2_0, null),
    /** Private Protection Storage Unavailable; since 2.0. */
    PRIVATE_PROTECTION_STORAGE_UNAVAILABLE(0x00000048, "PrivateProtectionStorageUnavailable", KmipVersion.V2_0, null),
    /** Public Protection Storage Unavailable; since 2.0. */
    PUBLIC_PROTECTION_STORAGE_UNAVAILABLE(0x00000049, "PublicProtectionStorageUnavailable", KmipVersion.V2_0, null),
    /** Unknown Object Group; since 2.1, gone in 3.0. */
    UNKNOWN_OBJECT_GROUP(0x0000004A, "UnknownObjectGroup", KmipVersion.V2_1, KmipVersion.V3_0),
    /** Constraint Violation; since 2.1. */
    CONSTRAINT_VIOLATION(0x0000004B, "ConstraintViolation", KmipVersion.V2_1, null),
    /** Duplicate Process Request; since 2.1. */
    DUPLICATE_PROCESS_REQUEST(0x0000004C, "DuplicateProcessRequest", KmipVersion.V2_1, null),
    /** Circular Link Error; since 3.0. */
    CIRCULAR_LINK_ERROR(0x0000004D, "CircularLinkError", KmipVersion.V3_0, null),
    /** General Failure; since 1.0. */
    GENERAL_FAILURE(0x00000100, "GeneralFailure", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ResultReason(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ResultReason of(int code) {
        return switch (code) {
            case 0x00000001 -> ITEM_NOT_FOUND;
            case 0x00000002 -> RESPONSE_TOO_LARGE;
            case 0x00000003 -> AUTHENTICATION_NOT_SUCCESSFUL;
            case 0x00000004 -> INVALID_MESSAGE;
            case 0x00000005 -> OPERATION_NOT_SUPPORTED;
            case 0x00000006 -> MISSING_DATA;
            case 0x00000007 -> INVALID_FIELD;
            case 0x00000008 -> FEATURE_NOT_SUPPORTED;
            case 0x00000009 -> OPERATION_CANCELED_BY_REQUESTER;
            case 0x0000000A -> CRYPTOGRAPHIC_FAILURE;
            case 0x0000000B -> ILLEGAL_OPERATION;
            case 0x0000000C -> PERMISSION_DENIED;
            case 0x0000000D -> OBJECT_ARCHIVED;
            case 0x0000000E -> INDEX_OUT_OF_BOUNDS;
            case 0x0000000F -> APPLICATION_NAMESPACE_NOT_SUPPORTED;
            case 0x00000010 -> KEY_FORMAT_TYPE_NOT_SUPPORTED;
            case 0x00000011 -> KEY_COMPRESSION_TYPE_NOT_SUPPORTED;
            case 0x00000012 -> ENCODING_OPTION_ERROR;
            case 0x00000013 -> KEY_VALUE_NOT_PRESENT;
            case 0x00000014 -> ATTESTATION_REQUIRED;
            case 0x00000015 -> ATTESTATION_FAILED;
            case 0x00000016 -> SENSITIVE;
            case 0x00000017 -> NOT_EXTRACTABLE;
            case 0x00000018 -> OBJECT_ALREADY_EXISTS;
            case 0x00000019 -> INVALID_TICKET;
            case 0x0000001A -> USAGE_LIMIT_EXCEEDED;
            case 0x0000001B -> NUMERIC_RANGE;
            case 0x0000001C -> INVALID_DATA_TYPE;
            case 0x0000001D -> READ_ONLY_ATTRIBUTE;
            case 0x0000001E -> MULTI_VALUED_ATTRIBUTE;
            case 0x0000001F -> UNSUPPORTED_ATTRIBUTE;
            case 0x00000020 -> ATTRIBUTE_INSTANCE_NOT_FOUND;
            case 0x00000021 -> ATTRIBUTE_NOT_FOUND;
            case 0x00000022 -> ATTRIBUTE_READ_ONLY;
            case 0x00000023 -> ATTRIBUTE_SINGLE_VALUED;
            case 0x00000024 -> BAD_CRYPTOGRAPHIC_PARAMETERS;
            case 0x00000025 -> BAD_PASSWORD;
            case 0x00000026 -> CODEC_ERROR;
            case 0x00000028 -> ILLEGAL_OBJECT_TYPE;
            case 0x00000029 -> INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK;
            case 0x0000002A -> INTERNAL_SERVER_ERROR;
            case 0x0000002B -> INVALID_ASYNCHRONOUS_CORRELATION_VALUE;
            case 0x0000002C -> INVALID_ATTRIBUTE;
            case 0x0000002D -> INVALID_ATTRIBUTE_VALUE;
            case 0x0000002E -> INVALID_CORRELATION_VALUE;
            case 0x0000002F -> INVALID_CSR;
            case 0x00000030 -> INVALID_OBJECT_TYPE;
            case 0x00000032 -> KEY_WRAP_TYPE_NOT_SUPPORTED;
            case 0x00000034 -> MISSING_INITIALIZATION_VECTOR;
            case 0x00000035 -> NON_UNIQUE_NAME_ATTRIBUTE;
            case 0x00000036 -> OBJECT_DESTROYED;
            case 0x00000037 -> OBJECT_NOT_FOUND;
            case 0x00000039 -> NOT_AUTHORISED;
            case 0x0000003A -> SERVER_LIMIT_EXCEEDED;
            case 0x0000003B -> UNKNOWN_ENUMERATION;
            case 0x0000003C -> UNKNOWN_MESSAGE_EXTENSION;
            case 0x0000003D -> UNKNOWN_TAG;
            case 0x0000003E -> UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS;
            case 0x0000003F -> UNSUPPORTED_PROTOCOL_VERSION;
            case 0x00000040 -> WRAPPING_OBJECT_ARCHIVED;
            case 0x00000041 -> WRAPPING_OBJECT_DESTROYED;
            case 0x00000042 -> WRAPPING_OBJECT_NOT_FOUND;
            case 0x00000043 -> WRONG_KEY_LIFECYCLE_STATE;
            case 0x00000044 -> PROTECTION_STORAGE_UNAVAILABLE;
            case 0x00000045 -> PKCS_11_CODEC_ERROR;
            case 0x00000046 -> PKCS_11_INVALID_FUNCTION;
            case 0x00000047 -> PKCS_11_INVALID_INTERFACE;
            case 0x00000048 -> PRIVATE_PROTECTION_STORAGE_UNAVAILABLE;
            case 0x00000049 -> PUBLIC_PROTECTION_STORAGE_UNAVAILABLE;
            case 0x0000004A -> UNKNOWN_OBJECT_GROUP;
            case 0x0000004B -> CONSTRAINT_VIOLATION;
            case 0x0000004C -> DUPLICATE_PROCESS_REQUEST;
            case 0x0000004D -> CIRCULAR_LINK_ERROR;
            case 0x00000100 -> GENERAL_FAILURE;
            default -> null;
        };
    }
}
