package io.sallyport.kmip.message;

import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;

/** Result Reasons in the words of a version: reasons that it lacks become the older ones. */
public final class ResultReasons {

    private ResultReasons() {}

    /** The reason itself if the version has it, else what that version says instead. */
    public static ResultReason inVersion(ResultReason reason, KmipVersion version) {
        if (reason.definedIn(version)) {
            return reason;
        }
        ResultReason older = older(reason);
        return older.definedIn(version) ? older : ResultReason.GENERAL_FAILURE;
    }

    // What the published cases of 1.x expect where those of 2.x expect a newer reason.
    private static ResultReason older(ResultReason reason) {
        return switch (reason) {
            case OBJECT_NOT_FOUND, OBJECT_DESTROYED, ATTRIBUTE_NOT_FOUND,
                    ATTRIBUTE_INSTANCE_NOT_FOUND, WRAPPING_OBJECT_NOT_FOUND,
                    WRAPPING_OBJECT_DESTROYED, UNKNOWN_OBJECT_GROUP ->
                ResultReason.ITEM_NOT_FOUND;
            case WRONG_KEY_LIFECYCLE_STATE, NOT_AUTHORISED, ATTRIBUTE_READ_ONLY,
                    READ_ONLY_ATTRIBUTE, USAGE_LIMIT_EXCEEDED, SENSITIVE, NOT_EXTRACTABLE,
                    INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK, ATTESTATION_REQUIRED,
                    ATTESTATION_FAILED, CONSTRAINT_VIOLATION, ILLEGAL_OPERATION ->
                ResultReason.PERMISSION_DENIED;
            case INDEX_OUT_OF_BOUNDS -> ResultReason.ATTRIBUTE_INSTANCE_NOT_FOUND;
            case NON_UNIQUE_NAME_ATTRIBUTE, ATTRIBUTE_SINGLE_VALUED, MULTI_VALUED_ATTRIBUTE,
                    UNSUPPORTED_ATTRIBUTE, INVALID_ATTRIBUTE, INVALID_ATTRIBUTE_VALUE,
                    INVALID_DATA_TYPE, NUMERIC_RANGE, UNKNOWN_ENUMERATION, UNKNOWN_TAG,
                    INVALID_OBJECT_TYPE, ILLEGAL_OBJECT_TYPE, ENCODING_OPTION_ERROR,
                    INVALID_CORRELATION_VALUE, INVALID_ASYNCHRONOUS_CORRELATION_VALUE,
                    INVALID_CSR, OBJECT_ALREADY_EXISTS ->
                ResultReason.INVALID_FIELD;
            case BAD_CRYPTOGRAPHIC_PARAMETERS, MISSING_INITIALIZATION_VECTOR, CODEC_ERROR,
                    UNSUPPORTED_PROTOCOL_VERSION ->
                ResultReason.INVALID_MESSAGE;
            case UNSUPPORTED_CRYPTOGRAPHIC_PARAMETERS, KEY_WRAP_TYPE_NOT_SUPPORTED,
                    UNKNOWN_MESSAGE_EXTENSION, PROTECTION_STORAGE_UNAVAILABLE ->
                ResultReason.FEATURE_NOT_SUPPORTED;
            case BAD_PASSWORD, INVALID_TICKET -> ResultReason.AUTHENTICATION_NOT_SUCCESSFUL;
            case WRAPPING_OBJECT_ARCHIVED -> ResultReason.OBJECT_ARCHIVED;
            case KEY_VALUE_NOT_PRESENT -> ResultReason.ITEM_NOT_FOUND;
            default -> ResultReason.GENERAL_FAILURE;
        };
    }
}
