// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration PKCS#11 Return Code of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum Pkcs11ReturnCode implements KmipEnumeration {
    /** CKR_OK; since 2.0. */
    OK(0x00000000, "OK", KmipVersion.V2_0, null),
    /** CKR_CANCEL; since 2.0. */
    CANCEL(0x00000001, "CANCEL", KmipVersion.V2_0, null),
    /** CKR_HOST_MEMORY; since 2.0. */
    HOST_MEMORY(0x00000002, "HOST_MEMORY", KmipVersion.V2_0, null),
    /** CKR_SLOT_ID_INVALID; since 2.0. */
    SLOT_ID_INVALID(0x00000003, "SLOT_ID_INVALID", KmipVersion.V2_0, null),
    /** CKR_GENERAL_ERROR; since 2.0. */
    GENERAL_ERROR(0x00000005, "GENERAL_ERROR", KmipVersion.V2_0, null),
    /** CKR_FUNCTION_FAILED; since 2.0. */
    FUNCTION_FAILED(0x00000006, "FUNCTION_FAILED", KmipVersion.V2_0, null),
    /** CKR_ARGUMENTS_BAD; since 2.0. */
    ARGUMENTS_BAD(0x00000007, "ARGUMENTS_BAD", KmipVersion.V2_0, null),
    /** CKR_NO_EVENT; since 2.0. */
    NO_EVENT(0x00000008, "NO_EVENT", KmipVersion.V2_0, null),
    /** CKR_NEED_TO_CREATE_THREADS; since 2.0. */
    NEED_TO_CREATE_THREADS(0x00000009, "NEED_TO_CREATE_THREADS", KmipVersion.V2_0, null),
    /** CKR_CANT_LOCK; since 2.0. */
    CANT_LOCK(0x0000000A, "CANT_LOCK", KmipVersion.V2_0, null),
    /** CKR_ATTRIBUTE_READ_ONLY; since 2.0. */
    ATTRIBUTE_READ_ONLY(0x00000010, "ATTRIBUTE_READ_ONLY", KmipVersion.V2_0, null),
    /** CKR_ATTRIBUTE_SENSITIVE; since 2.0. */
    ATTRIBUTE_SENSITIVE(0x00000011, "ATTRIBUTE_SENSITIVE", KmipVersion.V2_0, null),
    /** CKR_ATTRIBUTE_TYPE_INVALID; since 2.0. */
    ATTRIBUTE_TYPE_INVALID(0x00000012, "ATTRIBUTE_TYPE_INVALID", KmipVersion.V2_0, null),
    /** CKR_ATTRIBUTE_VALUE_INVALID; since 2.0. */
    ATTRIBUTE_VALUE_INVALID(0x00000013, "ATTRIBUTE_VALUE_INVALID", KmipVersion.V2_0, null),
    /** CKR_ACTION_PROHIBITED; since 2.0. */
    ACTION_PROHIBITED(0x0000001B, "ACTION_PROHIBITED", KmipVersion.V2_0, null),
    /** CKR_DATA_INVALID; since 2.0. */
    DATA_INVALID(0x00000020, "DATA_INVALID", KmipVersion.V2_0, null),
    /** CKR_DATA_LEN_RANGE; since 2.0. */
    DATA_LEN_RANGE(0x00000021, "DATA_LEN_RANGE", KmipVersion.V2_0, null),
    /** CKR_DEVICE_ERROR; since 2.0. */
    DEVICE_ERROR(0x00000030, "DEVICE_ERROR", KmipVersion.V2_0, null),
    /** CKR_DEVICE_MEMORY; since 2.0. */
    DEVICE_MEMORY(0x00000031, "DEVICE_MEMORY", KmipVersion.V2_0, null),
    /** CKR_DEVICE_REMOVED; since 2.0. */
    DEVICE_REMOVED(0x00000032, "DEVICE_REMOVED", KmipVersion.V2_0, null),
    /** CKR_ENCRYPTED_DATA_INVALID; since 2.0. */
    ENCRYPTED_DATA_INVALID(0x00000040, "ENCRYPTED_DATA_INVALID", KmipVersion.V2_0, null),
    /** CKR_ENCRYPTED_DATA_LEN_RANGE; since 2.0. */
    ENCRYPTED_DATA_LEN_RANGE(0x00000041, "ENCRYPTED_DATA_LEN_RANGE", KmipVersion.V2_0, null),
    /** CKR_AEAD_DECRYPT_FAILED; since 2.0. */
    AEAD_DECRYPT_FAILED(0x00000042, "AEAD_DECRYPT_FAILED", KmipVersion.V2_0, null),
    /** CKR_FUNCTION_CANCELED; since 2.0. */
    FUNCTION_CANCELED(0x00000050, "FUNCTION_CANCELED", KmipVersion.V2_0, null),
    /** CKR_FUNCTION_NOT_PARALLEL; since 2.0. */
    FUNCTION_NOT_PARALLEL(0x00000051, "FUNCTION_NOT_PARALLEL", KmipVersion.V2_0, null),
    /** CKR_FUNCTION_NOT_SUPPORTED; since 2.0. */
    FUNCTION_NOT_SUPPORTED(0x00000054, "FUNCTION_NOT_SUPPORTED", KmipVersion.V2_0, null),
    /** CKR_KEY_HANDLE_INVALID; since 2.0. */
    KEY_HANDLE_INVALID(0x00000060, "KEY_HANDLE_INVALID", KmipVersion.V2_0, null),
    /** CKR_KEY_SIZE_RANGE; since 2.0. */
    KEY_SIZE_RANGE(0x00000062, "KEY_SIZE_RANGE", KmipVersion.V2_0, null),
    /** CKR_KEY_TYPE_INCONSISTENT; since 2.0. */
    KEY_TYPE_INCONSISTENT(0x00000063, "KEY_TYPE_INCONSISTENT", KmipVersion.V2_0, null),
    /** CKR_KEY_NOT_NEEDED; since 2.0. */
    KEY_NOT_NEEDED(0x00000064, "KEY_NOT_NEEDED", KmipVersion.V2_0, null),
    /** CKR_KEY_CHANGED; since 2.0. */
    KEY_CHANGED(0x00000065, "KEY_CHANGED", KmipVersion.V2_0, null),
    /** CKR_KEY_NEEDED; since 2.0. */
    KEY_NEEDED(0x00000066, "KEY_NEEDED", KmipVersion.V2_0, null),
    /** CKR_KEY_INDIGESTIBLE; since 2.0. */
    KEY_INDIGESTIBLE(0x00000067, "KEY_INDIGESTIBLE", KmipVersion.V2_0, null),
    /** CKR_KEY_FUNCTION_NOT_PERMITTED; since 2.0. */
    KEY_FUNCTION_NOT_PERMITTED(0x00000068, "KEY_FUNCTION_NOT_PERMITTED", KmipVersion.V2_0, null),
    /** CKR_KEY_NOT_WRAPPABLE; since 2.0. */
    KEY_NOT_WRAPPABLE(0x00000069, "KEY_NOT_WRAPPABLE", KmipVersion.V2_0, null),
    /** CKR_KEY_UNEXTRACTABLE; since 2.0. */
    KEY_UNEXTRACTABLE(0x0000006A, "KEY_UNEXTRACTABLE", KmipVersion.V2_0, null),
    /** CKR_MECHANISM_INVALID; since 2.0. */
    MECHANISM_INVALID(0x00000070, "MECHANISM_INVALID", KmipVersion.V2_0, null),
    /** CKR_MECHANISM_PARAM_INVALID; since 2.0. */
    MECHANISM_PARAM_INVALID(0x00000071, "MECHANISM_PARAM_INVALID", KmipVersion.V2_0, null),
    /** CKR_OBJECT_HANDLE_INVALID; since 2.0. */
    OBJECT_HANDLE_INVALID(0x00000082, "OBJECT_HANDLE_INVALID", KmipVersion.V2_0, null),
    /** CKR_OPERATION_ACTIVE; since 2.0. */
    OPERATION_ACTIVE(0x00000090, "OPERATION_ACTIVE", KmipVersion.V2_0, null),
    /** CKR_OPERATION_NOT_INITIALIZED; since 2.0. */
    OPERATION_NOT_INITIALIZED(0x00000091, "OPERATION_NOT_INITIALIZED", KmipVersion.V2_0, null),
    /** CKR_PIN_INCORRECT; since 2.0. */
    PIN_INCORRECT(0x000000A0, "PIN_INCORRECT", KmipVersion.V2_0, null),
    /** CKR_PIN_INVALID; since 2.0. */
    PIN_INVALID(0x000000A1, "PIN_INVALID", KmipVersion.V2_0, null),
    /** CKR_PIN_LEN_RANGE; since 2.0. */
    PIN_LEN_RANGE(0x000000A2, "PIN_LEN_RANGE", KmipVersion.V2_0, null),
    /** CKR_PIN_EXPIRED; since 2.0. */
    PIN_EXPIRED(0x000000A3, "PIN_EXPIRED", KmipVersion.V2_0, null),
    /** CKR_PIN_LOCKED; since 2.0. */
    PIN_LOCKED(0x000000A4, "PIN_LOCKED", KmipVersion.V2_0, null),
    /** CKR_SESSION_CLOSED; since 2.0. */
    SESSION_CLOSED(0x000000B0, "SESSION_CLOSED", KmipVersion.V2_0, null),
    /** CKR_SESSION_COUNT; since 2.0. */
    SESSION_COUNT(0x000000B1, "SESSION_COUNT", KmipVersion.V2_0, null),
    /** CKR_SESSION_HANDLE_INVALID; since 2.0. */
    SESSION_HANDLE_INVALID(0x000000B3, "SESSION_HANDLE_INVALID", KmipVersion.V2_0, null),
    /** CKR_SESSION_PARALLEL_NOT_SUPPORTED; since 2.0. */
    SESSION_PARALLEL_NOT_SUPPORTED(0x000000B4, "SESSION_PARALLEL_NOT_SUPPORTED", KmipVersion.V2_0, null),
    /** CKR_SESSION_READ_ONLY; since 2.0. */
    SESSION_READ_ONLY(0x000000B5, "SESSION_READ_ONLY", KmipVersion.V2_0, null),
    /** CKR_SESSION_EXISTS; since 2.0. */
    SESSION_EXISTS(0x000000B6, "SESSION_EXISTS", KmipVersion.V2_0, null),
    /** CKR_SESSION_READ_ONLY_EXISTS; since 2.0. */
    SESSION_READ_ONLY_EXISTS(0x000000B7, "SESSION_READ_ONLY_EXISTS", KmipVersion.V2_0, null),
    /** CKR_SESSION_READ_WRITE_SO_EXISTS; since 2.0. */
    SESSION_READ_WRITE_SO_EXISTS(0x000000B8, "SESSION_READ_WRITE_SO_EXISTS", KmipVersion.V2_0, null),
    /** CKR_SIGNATURE_INVALID; since 2.0. */
    SIGNATURE_INVALID(0x000000C0, "SIGNATURE_INVALID", KmipVersion.V2_0, null),
    /** CKR_SIGNATURE_LEN_RANGE; since 2.0. */
    SIGNATURE_LEN_RANGE(0x000000C1, "SIGNATURE_LEN_RANGE", KmipVersion.V2_0, null),
    /** CKR_TEMPLATE_INCOMPLETE; since 2.0. */
    TEMPLATE_INCOMPLETE(0x000000D0, "TEMPLATE_INCOMPLETE", KmipVersion.V2_0, null),
    /** CKR_TEMPLATE_INCONSISTENT; since 2.0. */
    TEMPLATE_INCONSISTENT(0x000000D1, "TEMPLATE_INCONSISTENT", KmipVersion.V2_0, null),
    /** CKR_TOKEN_NOT_PRESENT; since 2.0. */
    TOKEN_NOT_PRESENT(0x000000E0, "TOKEN_NOT_PRESENT", KmipVersion.V2_0, null),
    /** CKR_TOKEN_NOT_RECOGNIZED; since 2.0. */
    TOKEN_NOT_RECOGNIZED(0x000000E1, "TOKEN_NOT_RECOGNIZED", KmipVersion.V2_0, null),
    /** CKR_TOKEN_WRITE_PROTECTED; since 2.0. */
    TOKEN_WRITE_PROTECTED(0x000000E2, "TOKEN_WRITE_PROTECTED", KmipVersion.V2_0, null),
    /** CKR_UNWRAPPING_KEY_HANDLE_INVALID; since 2.0. */
    UNWRAPPING_KEY_HANDLE_INVALID(0x000000F0, "UNWRAPPING_KEY_HANDLE_INVALID", KmipVersion.V2_0, null),
    /** CKR_UNWRAPPING_KEY_SIZE_RANGE; since 2.0. */
    UNWRAPPING_KEY_SIZE_RANGE(0x000000F1, "UNWRAPPING_KEY_SIZE_RANGE", KmipVersion.V2_0, null),
    /** CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT; since 2.0. */
    UNWRAPPING_KEY_TYPE_INCONSISTENT(0x000000F2, "UNWRAPPING_KEY_TYPE_INCONSISTENT", KmipVersion.V2_0, null),
    /** CKR_USER_ALREADY_LOGGED_IN; since 2.0. */
    USER_ALREADY_LOGGED_IN(0x00000100, "USER_ALREADY_LOGGED_IN", KmipVersion.V2_0, null),
    /** CKR_USER_NOT_LOGGED_IN; since 2.0. */
    USER_NOT_LOGGED_IN(0x00000101, "USER_NOT_LOGGED_IN", KmipVersion.V2_0, null),
    /** CKR_USER_PIN_NOT_INITIALIZED; since 2.0. */
    USER_PIN_NOT_INITIALIZED(0x00000102, "USER_PIN_NOT_INITIALIZED", KmipVersion.V2_0, null),
    /** CKR_USER_TYPE_INVALID; since 2.0. */
    USER_TYPE_INVALID(0x00000103, "USER_TYPE_INVALID", KmipVersion.V2_0, null),
    /** CKR_USER_ANOTHER_ALREADY_LOGGED_IN; since 2.0. */
    USER_ANOTHER_ALREADY_LOGGED_IN(0x00000104, "USER_ANOTHER_ALREADY_LOGGED_IN", KmipVersion.V2_0, null),
    /** CKR_USER_TOO_MANY_TYPES; since 2.0. */
    USER_TOO_MANY_TYPES(0x00000105, "USER_TOO_MANY_TYPES", KmipVersion.V2_0, null),
    /** CKR_WRAPPED_KEY_INVALID; since 2.0. */
    WRAPPED_KEY_INVALID(0x00000110, "WRAPPED_KEY_INVALID", KmipVersion.V2_0, null),
    /** CKR_WRAPPED_KEY_LEN_RANGE; since 2.0. */
    WRAPPED_KEY_LEN_RANGE(0x00000112, "WRAPPED_KEY_LEN_RANGE", KmipVersion.V2_0, null),
    /** CKR_WRAPPING_KEY_HANDLE_INVALID; since 2.0. */
    WRAPPING_KEY_HANDLE_INVALID(0x00000113, "WRAPPING_KEY_HANDLE_INVALID", KmipVersion.V2_0, null),
    /** CKR_WRAPPING_KEY_SIZE_RANGE; since 2.0. */
    WRAPPING_KEY_SIZE_RANGE(0x00000114, "WRAPPING_KEY_SIZE_RANGE", KmipVersion.V2_0, null),
    /** CKR_WRAPPING_KEY_TYPE_INCONSISTENT; since 2.0. */
    WRAPPING_KEY_TYPE_INCONSISTENT(0x00000115, "WRAPPING_KEY_TYPE_INCONSISTENT", KmipVersion.V2_0, null),
    /** CKR_RANDOM_SEED_NOT_SUPPORTED; since 2.0. */
    RANDOM_SEED_NOT_SUPPORTED(0x00000120, "RANDOM_SEED_NOT_SUPPORTED", KmipVersion.V2_0, null),
    /** CKR_RANDOM_NO_RNG; since 2.0. */
    RANDOM_NO_RNG(0x00000121, "RANDOM_NO_RNG", KmipVersion.V2_0, null),
    /** CKR_DOMAIN_PARAMS_INVALID; since 2.0. */
    DOMAIN_PARAMS_INVALID(0x00000130, "DOMAIN_PARAMS_INVALID", KmipVersion.V2_0, null),
    /** CKR_CURVE_NOT_SUPPORTED; since 2.0. */
    CURVE_NOT_SUPPORTED(0x00000140, "CURVE_NOT_SUPPORTED", KmipVersion.V2_0, null),
    /** CKR_BUFFER_TOO_SMALL; since 2.0. */
    BUFFER_TOO_SMALL(0x00000150, "BUFFER_TOO_SMALL", KmipVersion.V2_0, null),
    /** CKR_SAVED_STATE_INVALID; since 2.0. */
    SAVED_STATE_INVALID(0x00000160, "SAVED_STATE_INVALID", KmipVersion.V2_0, null),
    /** CKR_INFORMATION_SENSITIVE; since 2.0. */
    INFORMATION_SENSITIVE(0x00000170, "INFORMATION_SENSITIVE", KmipVersion.V2_0, null),
    /** CKR_STATE_UNSAVEABLE; since 2.0. */
    STATE_UNSAVEABLE(0x00000180, "STATE_UNSAVEABLE", KmipVersion.V2_0, null),
    /** CKR_CRYPTOKI_NOT_INITIALIZED; since 2.0. */
    CRYPTOKI_NOT_INITIALIZED(0x00000190, "CRYPTOKI_NOT_INITIALIZED", KmipVersion.V2_0, null),
    /** CKR_CRYPTOKI_ALREADY_INITIALIZED; since 2.0. */
    CRYPTOKI_ALREADY_INITIALIZED(0x00000191, "CRYPTOKI_ALREADY_INITIALIZED", KmipVersion.V2_0, null),
    /** CKR_MUTEX_BAD; since 2.0. */
    MUTEX_BAD(0x000001A0, "MUTEX_BAD", KmipVersion.V2_0, null),
    /** CKR_MUTEX_NOT_LOCKED; since 2.0. */
    MUTEX_NOT_LOCKED(0x000001A1, "MUTEX_NOT_LOCKED", KmipVersion.V2_0, null),
    /** CKR_NEW_PIN_MODE; since 2.0. */
    NEW_PIN_MODE(0x000001B0, "NEW_PIN_MODE", KmipVersion.V2_0, null),
    /** CKR_NEXT_OTP; since 2.0. */
    NEXT_OTP(0x000001B1, "NEXT_OTP", KmipVersion.V2_0, null),
    /** CKR_EXCEEDED_MAX_ITERATIONS; since 2.0. */
    EXCEEDED_MAX_ITERATIONS(0x000001B5, "EXCEEDED_MAX_ITERATIONS", KmipVersion.V2_0, null),
    /** CKR_FIPS_SELF_TEST_FAILED; since 2.0. */
    FIPS_SELF_TEST_FAILED(0x000001B6, "FIPS_SELF_TEST_FAILED", KmipVersion.V2_0, null),
    /** CKR_LIBRARY_LOAD_FAILED; since 2.0. */
    LIBRARY_LOAD_FAILED(0x000001B7, "LIBRARY_LOAD_FAILED", KmipVersion.V2_0, null),
    /** CKR_PIN_TOO_WEAK; since 2.0. */
    PIN_TOO_WEAK(0x000001B8, "PIN_TOO_WEAK", KmipVersion.V2_0, null),
    /** CKR_PUBLIC_KEY_INVALID; since 2.0. */
    PUBLIC_KEY_INVALID(0x000001B9, "PUBLIC_KEY_INVALID", KmipVersion.V2_0, null),
    /** CKR_FUNCTION_REJECTED; since 2.0. */
    FUNCTION_REJECTED(0x00000200, "FUNCTION_REJECTED", KmipVersion.V2_0, null),
    /** CKR_TOKEN_RESOURCE_EXCEEDED; since 2.0. */
    TOKEN_RESOURCE_EXCEEDED(0x00000201, "TOKEN_RESOURCE_EXCEEDED", KmipVersion.V2_0, null),
    /** CKR_OPERATION_CANCEL_FAILED; since 2.0. */
    OPERATION_CANCEL_FAILED(0x00000202, "OPERATION_CANCEL_FAILED", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    Pkcs11ReturnCode(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable Pkcs11ReturnCode of(int code) {
        return switch (code) {
            case 0x00000000 -> OK;
            case 0x00000001 -> CANCEL;
            case 0x00000002 -> HOST_MEMORY;
            case 0x00000003 -> SLOT_ID_INVALID;
            case 0x00000005 -> GENERAL_ERROR;
            case 0x00000006 -> FUNCTION_FAILED;
            case 0x00000007 -> ARGUMENTS_BAD;
            case 0x00000008 -> NO_EVENT;
            case 0x00000009 -> NEED_TO_CREATE_THREADS;
            case 0x0000000A -> CANT_LOCK;
            case 0x00000010 -> ATTRIBUTE_READ_ONLY;
            case 0x00000011 -> ATTRIBUTE_SENSITIVE;
            case 0x00000012 -> ATTRIBUTE_TYPE_INVALID;
            case 0x00000013 -> ATTRIBUTE_VALUE_INVALID;
            case 0x0000001B -> ACTION_PROHIBITED;
            case 0x00000020 -> DATA_INVALID;
            case 0x00000021 -> DATA_LEN_RANGE;
            case 0x00000030 -> DEVICE_ERROR;
            case 0x00000031 -> DEVICE_MEMORY;
            case 0x00000032 -> DEVICE_REMOVED;
            case 0x00000040 -> ENCRYPTED_DATA_INVALID;
            case 0x00000041 -> ENCRYPTED_DATA_LEN_RANGE;
            case 0x00000042 -> AEAD_DECRYPT_FAILED;
            case 0x00000050 -> FUNCTION_CANCELED;
            case 0x00000051 -> FUNCTION_NOT_PARALLEL;
            case 0x00000054 -> FUNCTION_NOT_SUPPORTED;
            case 0x00000060 -> KEY_HANDLE_INVALID;
            case 0x00000062 -> KEY_SIZE_RANGE;
            case 0x00000063 -> KEY_TYPE_INCONSISTENT;
            case 0x00000064 -> KEY_NOT_NEEDED;
            case 0x00000065 -> KEY_CHANGED;
            case 0x00000066 -> KEY_NEEDED;
            case 0x00000067 -> KEY_INDIGESTIBLE;
            case 0x00000068 -> KEY_FUNCTION_NOT_PERMITTED;
            case 0x00000069 -> KEY_NOT_WRAPPABLE;
            case 0x0000006A -> KEY_UNEXTRACTABLE;
            case 0x00000070 -> MECHANISM_INVALID;
            case 0x00000071 -> MECHANISM_PARAM_INVALID;
            case 0x00000082 -> OBJECT_HANDLE_INVALID;
            case 0x00000090 -> OPERATION_ACTIVE;
            case 0x00000091 -> OPERATION_NOT_INITIALIZED;
            case 0x000000A0 -> PIN_INCORRECT;
            case 0x000000A1 -> PIN_INVALID;
            case 0x000000A2 -> PIN_LEN_RANGE;
            case 0x000000A3 -> PIN_EXPIRED;
            case 0x000000A4 -> PIN_LOCKED;
            case 0x000000B0 -> SESSION_CLOSED;
            case 0x000000B1 -> SESSION_COUNT;
            case 0x000000B3 -> SESSION_HANDLE_INVALID;
            case 0x000000B4 -> SESSION_PARALLEL_NOT_SUPPORTED;
            case 0x000000B5 -> SESSION_READ_ONLY;
            case 0x000000B6 -> SESSION_EXISTS;
            case 0x000000B7 -> SESSION_READ_ONLY_EXISTS;
            case 0x000000B8 -> SESSION_READ_WRITE_SO_EXISTS;
            case 0x000000C0 -> SIGNATURE_INVALID;
            case 0x000000C1 -> SIGNATURE_LEN_RANGE;
            case 0x000000D0 -> TEMPLATE_INCOMPLETE;
            case 0x000000D1 -> TEMPLATE_INCONSISTENT;
            case 0x000000E0 -> TOKEN_NOT_PRESENT;
            case 0x000000E1 -> TOKEN_NOT_RECOGNIZED;
            case 0x000000E2 -> TOKEN_WRITE_PROTECTED;
            case 0x000000F0 -> UNWRAPPING_KEY_HANDLE_INVALID;
            case 0x000000F1 -> UNWRAPPING_KEY_SIZE_RANGE;
            case 0x000000F2 -> UNWRAPPING_KEY_TYPE_INCONSISTENT;
            case 0x00000100 -> USER_ALREADY_LOGGED_IN;
            case 0x00000101 -> USER_NOT_LOGGED_IN;
            case 0x00000102 -> USER_PIN_NOT_INITIALIZED;
            case 0x00000103 -> USER_TYPE_INVALID;
            case 0x00000104 -> USER_ANOTHER_ALREADY_LOGGED_IN;
            case 0x00000105 -> USER_TOO_MANY_TYPES;
            case 0x00000110 -> WRAPPED_KEY_INVALID;
            case 0x00000112 -> WRAPPED_KEY_LEN_RANGE;
            case 0x00000113 -> WRAPPING_KEY_HANDLE_INVALID;
            case 0x00000114 -> WRAPPING_KEY_SIZE_RANGE;
            case 0x00000115 -> WRAPPING_KEY_TYPE_INCONSISTENT;
            case 0x00000120 -> RANDOM_SEED_NOT_SUPPORTED;
            case 0x00000121 -> RANDOM_NO_RNG;
            case 0x00000130 -> DOMAIN_PARAMS_INVALID;
            case 0x00000140 -> CURVE_NOT_SUPPORTED;
            case 0x00000150 -> BUFFER_TOO_SMALL;
            case 0x00000160 -> SAVED_STATE_INVALID;
            case 0x00000170 -> INFORMATION_SENSITIVE;
            case 0x00000180 -> STATE_UNSAVEABLE;
            case 0x00000190 -> CRYPTOKI_NOT_INITIALIZED;
            case 0x00000191 -> CRYPTOKI_ALREADY_INITIALIZED;
            case 0x000001A0 -> MUTEX_BAD;
            case 0x000001A1 -> MUTEX_NOT_LOCKED;
            case 0x000001B0 -> NEW_PIN_MODE;
            case 0x000001B1 -> NEXT_OTP;
            case 0x000001B5 -> EXCEEDED_MAX_ITERATIONS;
            case 0x000001B6 -> FIPS_SELF_TEST_FAILED;
            case 0x000001B7 -> LIBRARY_LOAD_FAILED;
            case 0x000001B8 -> PIN_TOO_WEAK;
            case 0x000001B9 -> PUBLIC_KEY_INVALID;
            case 0x00000200 -> FUNCTION_REJECTED;
            case 0x00000201 -> TOKEN_RESOURCE_EXCEEDED;
            case 0x00000202 -> OPERATION_CANCEL_FAILED;
            default -> null;
        };
    }
}
