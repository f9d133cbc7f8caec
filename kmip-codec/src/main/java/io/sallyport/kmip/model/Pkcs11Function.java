// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration PKCS#11 Function of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum Pkcs11Function implements KmipEnumeration {
    /** C_Initialize; since 2.0. */
    C_INITIALIZE(0x00000001, "C_Initialize", KmipVersion.V2_0, null),
    /** C_Finalize; since 2.0. */
    C_FINALIZE(0x00000002, "C_Finalize", KmipVersion.V2_0, null),
    /** C_GetInfo; since 2.0. */
    C_GET_INFO(0x00000003, "C_GetInfo", KmipVersion.V2_0, null),
    /** C_GetFunctionList; since 2.0. */
    C_GET_FUNCTION_LIST(0x00000004, "C_GetFunctionList", KmipVersion.V2_0, null),
    /** C_GetSlotList; since 2.0. */
    C_GET_SLOT_LIST(0x00000005, "C_GetSlotList", KmipVersion.V2_0, null),
    /** C_GetSlotInfo; since 2.0. */
    C_GET_SLOT_INFO(0x00000006, "C_GetSlotInfo", KmipVersion.V2_0, null),
    /** C_GetTokenInfo; since 2.0. */
    C_GET_TOKEN_INFO(0x00000007, "C_GetTokenInfo", KmipVersion.V2_0, null),
    /** C_GetMechanismList; since 2.0. */
    C_GET_MECHANISM_LIST(0x00000008, "C_GetMechanismList", KmipVersion.V2_0, null),
    /** C_GetMechanismInfo; since 2.0. */
    C_GET_MECHANISM_INFO(0x00000009, "C_GetMechanismInfo", KmipVersion.V2_0, null),
    /** C_InitToken; since 2.0. */
    C_INIT_TOKEN(0x0000000A, "C_InitToken", KmipVersion.V2_0, null),
    /** C_InitPIN; since 2.0. */
    C_INIT_PIN(0x0000000B, "C_InitPIN", KmipVersion.V2_0, null),
    /** C_SetPIN; since 2.0. */
    C_SET_PIN(0x0000000C, "C_SetPIN", KmipVersion.V2_0, null),
    /** C_OpenSession; since 2.0. */
    C_OPEN_SESSION(0x0000000D, "C_OpenSession", KmipVersion.V2_0, null),
    /** C_CloseSession; since 2.0. */
    C_CLOSE_SESSION(0x0000000E, "C_CloseSession", KmipVersion.V2_0, null),
    /** C_CloseAllSessions; since 2.0. */
    C_CLOSE_ALL_SESSIONS(0x0000000F, "C_CloseAllSessions", KmipVersion.V2_0, null),
    /** C_GetSessionInfo; since 2.0. */
    C_GET_SESSION_INFO(0x00000010, "C_GetSessionInfo", KmipVersion.V2_0, null),
    /** C_GetOperationState; since 2.0. */
    C_GET_OPERATION_STATE(0x00000011, "C_GetOperationState", KmipVersion.V2_0, null),
    /** C_SetOperationState; since 2.0. */
    C_SET_OPERATION_STATE(0x00000012, "C_SetOperationState", KmipVersion.V2_0, null),
    /** C_Login; since 2.0. */
    C_LOGIN(0x00000013, "C_Login", KmipVersion.V2_0, null),
    /** C_Logout; since 2.0. */
    C_LOGOUT(0x00000014, "C_Logout", KmipVersion.V2_0, null),
    /** C_CreateObject; since 2.0. */
    C_CREATE_OBJECT(0x00000015, "C_CreateObject", KmipVersion.V2_0, null),
    /** C_CopyObject; since 2.0. */
    C_COPY_OBJECT(0x00000016, "C_CopyObject", KmipVersion.V2_0, null),
    /** C_DestroyObject; since 2.0. */
    C_DESTROY_OBJECT(0x00000017, "C_DestroyObject", KmipVersion.V2_0, null),
    /** C_GetObjectSize; since 2.0. */
    C_GET_OBJECT_SIZE(0x00000018, "C_GetObjectSize", KmipVersion.V2_0, null),
    /** C_GetAttributeValue; since 2.0. */
    C_GET_ATTRIBUTE_VALUE(0x00000019, "C_GetAttributeValue", KmipVersion.V2_0, null),
    /** C_SetAttributeValue; since 2.0. */
    C_SET_ATTRIBUTE_VALUE(0x0000001A, "C_SetAttributeValue", KmipVersion.V2_0, null),
    /** C_FindObjectsInit; since 2.0. */
    C_FIND_OBJECTS_INIT(0x0000001B, "C_FindObjectsInit", KmipVersion.V2_0, null),
    /** C_FindObjects; since 2.0. */
    C_FIND_OBJECTS(0x0000001C, "C_FindObjects", KmipVersion.V2_0, null),
    /** C_FindObjectsFinal; since 2.0. */
    C_FIND_OBJECTS_FINAL(0x0000001D, "C_FindObjectsFinal", KmipVersion.V2_0, null),
    /** C_EncryptInit; since 2.0. */
    C_ENCRYPT_INIT(0x0000001E, "C_EncryptInit", KmipVersion.V2_0, null),
    /** C_Encrypt; since 2.0. */
    C_ENCRYPT(0x0000001F, "C_Encrypt", KmipVersion.V2_0, null),
    /** C_EncryptUpdate; since 2.0. */
    C_ENCRYPT_UPDATE(0x00000020, "C_EncryptUpdate", KmipVersion.V2_0, null),
    /** C_EncryptFinal; since 2.0. */
    C_ENCRYPT_FINAL(0x00000021, "C_EncryptFinal", KmipVersion.V2_0, null),
    /** C_DecryptInit; since 2.0. */
    C_DECRYPT_INIT(0x00000022, "C_DecryptInit", KmipVersion.V2_0, null),
    /** C_Decrypt; since 2.0. */
    C_DECRYPT(0x00000023, "C_Decrypt", KmipVersion.V2_0, null),
    /** C_DecryptUpdate; since 2.0. */
    C_DECRYPT_UPDATE(0x00000024, "C_DecryptUpdate", KmipVersion.V2_0, null),
    /** C_DecryptFinal; since 2.0. */
    C_DECRYPT_FINAL(0x00000025, "C_DecryptFinal", KmipVersion.V2_0, null),
    /** C_DigestInit; since 2.0. */
    C_DIGEST_INIT(0x00000026, "C_DigestInit", KmipVersion.V2_0, null),
    /** C_Digest; since 2.0. */
    C_DIGEST(0x00000027, "C_Digest", KmipVersion.V2_0, null),
    /** C_DigestUpdate; since 2.0. */
    C_DIGEST_UPDATE(0x00000028, "C_DigestUpdate", KmipVersion.V2_0, null),
    /** C_DigestKey; since 2.0. */
    C_DIGEST_KEY(0x00000029, "C_DigestKey", KmipVersion.V2_0, null),
    /** C_DigestFinal; since 2.0. */
    C_DIGEST_FINAL(0x0000002A, "C_DigestFinal", KmipVersion.V2_0, null),
    /** C_SignInit; since 2.0. */
    C_SIGN_INIT(0x0000002B, "C_SignInit", KmipVersion.V2_0, null),
    /** C_Sign; since 2.0. */
    C_SIGN(0x0000002C, "C_Sign", KmipVersion.V2_0, null),
    /** C_SignUpdate; since 2.0. */
    C_SIGN_UPDATE(0x0000002D, "C_SignUpdate", KmipVersion.V2_0, null),
    /** C_SignFinal; since 2.0. */
    C_SIGN_FINAL(0x0000002E, "C_SignFinal", KmipVersion.V2_0, null),
    /** C_SignRecoverInit; since 2.0. */
    C_SIGN_RECOVER_INIT(0x0000002F, "C_SignRecoverInit", KmipVersion.V2_0, null),
    /** C_SignRecover; since 2.0. */
    C_SIGN_RECOVER(0x00000030, "C_SignRecover", KmipVersion.V2_0, null),
    /** C_VerifyInit; since 2.0. */
    C_VERIFY_INIT(0x00000031, "C_VerifyInit", KmipVersion.V2_0, null),
    /** C_Verify; since 2.0. */
    C_VERIFY(0x00000032, "C_Verify", KmipVersion.V2_0, null),
    /** C_VerifyUpdate; since 2.0. */
    C_VERIFY_UPDATE(0x00000033, "C_VerifyUpdate", KmipVersion.V2_0, null),
    /** C_VerifyFinal; since 2.0. */
    C_VERIFY_FINAL(0x00000034, "C_VerifyFinal", KmipVersion.V2_0, null),
    /** C_VerifyRecoverInit; since 2.0. */
    C_VERIFY_RECOVER_INIT(0x00000035, "C_VerifyRecoverInit", KmipVersion.V2_0, null),
    /** C_VerifyRecover; since 2.0. */
    C_VERIFY_RECOVER(0x00000036, "C_VerifyRecover", KmipVersion.V2_0, null),
    /** C_DigestEncryptUpdate; since 2.0. */
    C_DIGEST_ENCRYPT_UPDATE(0x00000037, "C_DigestEncryptUpdate", KmipVersion.V2_0, null),
    /** C_DecryptDigestUpdate; since 2.0. */
    C_DECRYPT_DIGEST_UPDATE(0x00000038, "C_DecryptDigestUpdate", KmipVersion.V2_0, null),
    /** C_SignEncryptUpdate; since 2.0. */
    C_SIGN_ENCRYPT_UPDATE(0x00000039, "C_SignEncryptUpdate", KmipVersion.V2_0, null),
    /** C_DecryptVerifyUpdate; since 2.0. */
    C_DECRYPT_VERIFY_UPDATE(0x0000003A, "C_DecryptVerifyUpdate", KmipVersion.V2_0, null),
    /** C_GenerateKey; since 2.0. */
    C_GENERATE_KEY(0x0000003B, "C_GenerateKey", KmipVersion.V2_0, null),
    /** C_GenerateKeyPair; since 2.0. */
    C_GENERATE_KEY_PAIR(0x0000003C, "C_GenerateKeyPair", KmipVersion.V2_0, null),
    /** C_WrapKey; since 2.0. */
    C_WRAP_KEY(0x0000003D, "C_WrapKey", KmipVersion.V2_0, null),
    /** C_UnwrapKey; since 2.0. */
    C_UNWRAP_KEY(0x0000003E, "C_UnwrapKey", KmipVersion.V2_0, null),
    /** C_DeriveKey; since 2.0. */
    C_DERIVE_KEY(0x0000003F, "C_DeriveKey", KmipVersion.V2_0, null),
    /** C_SeedRandom; since 2.0. */
    C_SEED_RANDOM(0x00000040, "C_SeedRandom", KmipVersion.V2_0, null),
    /** C_GenerateRandom; since 2.0. */
    C_GENERATE_RANDOM(0x00000041, "C_GenerateRandom", KmipVersion.V2_0, null),
    /** C_GetFunctionStatus; since 2.0. */
    C_GET_FUNCTION_STATUS(0x00000042, "C_GetFunctionStatus", KmipVersion.V2_0, null),
    /** C_CancelFunction; since 2.0. */
    C_CANCEL_FUNCTION(0x00000043, "C_CancelFunction", KmipVersion.V2_0, null),
    /** C_WaitForSlotEvent; since 2.0. */
    C_WAIT_FOR_SLOT_EVENT(0x00000044, "C_WaitForSlotEvent", KmipVersion.V2_0, null),
    /** C_GetInterfaceList; since 2.0. */
    C_GET_INTERFACE_LIST(0x00000045, "C_GetInterfaceList", KmipVersion.V2_0, null),
    /** C_GetInterface; since 2.0. */
    C_GET_INTERFACE(0x00000046, "C_GetInterface", KmipVersion.V2_0, null),
    /** C_LoginUser; since 2.0. */
    C_LOGIN_USER(0x00000047, "C_LoginUser", KmipVersion.V2_0, null),
    /** C_SessionCancel; since 2.0. */
    C_SESSION_CANCEL(0x00000048, "C_SessionCancel", KmipVersion.V2_0, null),
    /** C_MessageEncryptInit; since 2.0. */
    C_MESSAGE_ENCRYPT_INIT(0x00000049, "C_MessageEncryptInit", KmipVersion.V2_0, null),
    /** C_EncryptMessage; since 2.0. */
    C_ENCRYPT_MESSAGE(0x0000004A, "C_EncryptMessage", KmipVersion.V2_0, null),
    /** C_EncryptMessageBegin; since 2.0. */
    C_ENCRYPT_MESSAGE_BEGIN(0x0000004B, "C_EncryptMessageBegin", KmipVersion.V2_0, null),
    /** C_EncryptMessageNext; since 2.0. */
    C_ENCRYPT_MESSAGE_NEXT(0x0000004C, "C_EncryptMessageNext", KmipVersion.V2_0, null),
    /** C_MessageEncryptFinal; since 2.0. */
    C_MESSAGE_ENCRYPT_FINAL(0x0000004D, "C_MessageEncryptFinal", KmipVersion.V2_0, null),
    /** C_MessageDecryptInit; since 2.0. */
    C_MESSAGE_DECRYPT_INIT(0x0000004E, "C_MessageDecryptInit", KmipVersion.V2_0, null),
    /** C_DecryptMessage; since 2.0. */
    C_DECRYPT_MESSAGE(0x0000004F, "C_DecryptMessage", KmipVersion.V2_0, null),
    /** C_DecryptMessageBegin; since 2.0. */
    C_DECRYPT_MESSAGE_BEGIN(0x00000050, "C_DecryptMessageBegin", KmipVersion.V2_0, null),
    /** C_DecryptMessageNext; since 2.0. */
    C_DECRYPT_MESSAGE_NEXT(0x00000051, "C_DecryptMessageNext", KmipVersion.V2_0, null),
    /** C_MessageDecryptFinal; since 2.0. */
    C_MESSAGE_DECRYPT_FINAL(0x00000052, "C_MessageDecryptFinal", KmipVersion.V2_0, null),
    /** C_MessageSignInit; since 2.0. */
    C_MESSAGE_SIGN_INIT(0x00000053, "C_MessageSignInit", KmipVersion.V2_0, null),
    /** C_SignMessage; since 2.0. */
    C_SIGN_MESSAGE(0x00000054, "C_SignMessage", KmipVersion.V2_0, null),
    /** C_SignMessageBegin; since 2.0. */
    C_SIGN_MESSAGE_BEGIN(0x00000055, "C_SignMessageBegin", KmipVersion.V2_0, null),
    /** C_SignMessageNext; since 2.0. */
    C_SIGN_MESSAGE_NEXT(0x00000056, "C_SignMessageNext", KmipVersion.V2_0, null),
    /** C_MessageSignFinal; since 2.0. */
    C_MESSAGE_SIGN_FINAL(0x00000057, "C_MessageSignFinal", KmipVersion.V2_0, null),
    /** C_MessageVerifyInit; since 2.0. */
    C_MESSAGE_VERIFY_INIT(0x00000058, "C_MessageVerifyInit", KmipVersion.V2_0, null),
    /** C_VerifyMessage; since 2.0. */
    C_VERIFY_MESSAGE(0x00000059, "C_VerifyMessage", KmipVersion.V2_0, null),
    /** C_VerifyMessageBegin; since 2.0. */
    C_VERIFY_MESSAGE_BEGIN(0x0000005A, "C_VerifyMessageBegin", KmipVersion.V2_0, null),
    /** C_VerifyMessageNext; since 2.0. */
    C_VERIFY_MESSAGE_NEXT(0x0000005B, "C_VerifyMessageNext", KmipVersion.V2_0, null),
    /** C_MessageVerifyFinal; since 2.0. */
    C_MESSAGE_VERIFY_FINAL(0x0000005C, "C_MessageVerifyFinal", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    Pkcs11Function(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable Pkcs11Function of(int code) {
        return switch (code) {
            case 0x00000001 -> C_INITIALIZE;
            case 0x00000002 -> C_FINALIZE;
            case 0x00000003 -> C_GET_INFO;
            case 0x00000004 -> C_GET_FUNCTION_LIST;
            case 0x00000005 -> C_GET_SLOT_LIST;
            case 0x00000006 -> C_GET_SLOT_INFO;
            case 0x00000007 -> C_GET_TOKEN_INFO;
            case 0x00000008 -> C_GET_MECHANISM_LIST;
            case 0x00000009 -> C_GET_MECHANISM_INFO;
            case 0x0000000A -> C_INIT_TOKEN;
            case 0x0000000B -> C_INIT_PIN;
            case 0x0000000C -> C_SET_PIN;
            case 0x0000000D -> C_OPEN_SESSION;
            case 0x0000000E -> C_CLOSE_SESSION;
            case 0x0000000F -> C_CLOSE_ALL_SESSIONS;
            case 0x00000010 -> C_GET_SESSION_INFO;
            case 0x00000011 -> C_GET_OPERATION_STATE;
            case 0x00000012 -> C_SET_OPERATION_STATE;
            case 0x00000013 -> C_LOGIN;
            case 0x00000014 -> C_LOGOUT;
            case 0x00000015 -> C_CREATE_OBJECT;
            case 0x00000016 -> C_COPY_OBJECT;
            case 0x00000017 -> C_DESTROY_OBJECT;
            case 0x00000018 -> C_GET_OBJECT_SIZE;
            case 0x00000019 -> C_GET_ATTRIBUTE_VALUE;
            case 0x0000001A -> C_SET_ATTRIBUTE_VALUE;
            case 0x0000001B -> C_FIND_OBJECTS_INIT;
            case 0x0000001C -> C_FIND_OBJECTS;
            case 0x0000001D -> C_FIND_OBJECTS_FINAL;
            case 0x0000001E -> C_ENCRYPT_INIT;
            case 0x0000001F -> C_ENCRYPT;
            case 0x00000020 -> C_ENCRYPT_UPDATE;
            case 0x00000021 -> C_ENCRYPT_FINAL;
            case 0x00000022 -> C_DECRYPT_INIT;
            case 0x00000023 -> C_DECRYPT;
            case 0x00000024 -> C_DECRYPT_UPDATE;
            case 0x00000025 -> C_DECRYPT_FINAL;
            case 0x00000026 -> C_DIGEST_INIT;
            case 0x00000027 -> C_DIGEST;
            case 0x00000028 -> C_DIGEST_UPDATE;
            case 0x00000029 -> C_DIGEST_KEY;
            case 0x0000002A -> C_DIGEST_FINAL;
            case 0x0000002B -> C_SIGN_INIT;
            case 0x0000002C -> C_SIGN;
            case 0x0000002D -> C_SIGN_UPDATE;
            case 0x0000002E -> C_SIGN_FINAL;
            case 0x0000002F -> C_SIGN_RECOVER_INIT;
            case 0x00000030 -> C_SIGN_RECOVER;
            case 0x00000031 -> C_VERIFY_INIT;
            case 0x00000032 -> C_VERIFY;
            case 0x00000033 -> C_VERIFY_UPDATE;
            case 0x00000034 -> C_VERIFY_FINAL;
            case 0x00000035 -> C_VERIFY_RECOVER_INIT;
            case 0x00000036 -> C_VERIFY_RECOVER;
            case 0x00000037 -> C_DIGEST_ENCRYPT_UPDATE;
            case 0x00000038 -> C_DECRYPT_DIGEST_UPDATE;
            case 0x00000039 -> C_SIGN_ENCRYPT_UPDATE;
            case 0x0000003A -> C_DECRYPT_VERIFY_UPDATE;
            case 0x0000003B -> C_GENERATE_KEY;
            case 0x0000003C -> C_GENERATE_KEY_PAIR;
            case 0x0000003D -> C_WRAP_KEY;
            case 0x0000003E -> C_UNWRAP_KEY;
            case 0x0000003F -> C_DERIVE_KEY;
            case 0x00000040 -> C_SEED_RANDOM;
            case 0x00000041 -> C_GENERATE_RANDOM;
            case 0x00000042 -> C_GET_FUNCTION_STATUS;
            case 0x00000043 -> C_CANCEL_FUNCTION;
            case 0x00000044 -> C_WAIT_FOR_SLOT_EVENT;
            case 0x00000045 -> C_GET_INTERFACE_LIST;
            case 0x00000046 -> C_GET_INTERFACE;
            case 0x00000047 -> C_LOGIN_USER;
            case 0x00000048 -> C_SESSION_CANCEL;
            case 0x00000049 -> C_MESSAGE_ENCRYPT_INIT;
            case 0x0000004A -> C_ENCRYPT_MESSAGE;
            case 0x0000004B -> C_ENCRYPT_MESSAGE_BEGIN;
            case 0x0000004C -> C_ENCRYPT_MESSAGE_NEXT;
            case 0x0000004D -> C_MESSAGE_ENCRYPT_FINAL;
            case 0x0000004E -> C_MESSAGE_DECRYPT_INIT;
            case 0x0000004F -> C_DECRYPT_MESSAGE;
            case 0x00000050 -> C_DECRYPT_MESSAGE_BEGIN;
            case 0x00000051 -> C_DECRYPT_MESSAGE_NEXT;
            case 0x00000052 -> C_MESSAGE_DECRYPT_FINAL;
            case 0x00000053 -> C_MESSAGE_SIGN_INIT;
            case 0x00000054 -> C_SIGN_MESSAGE;
            case 0x00000055 -> C_SIGN_MESSAGE_BEGIN;
            case 0x00000056 -> C_SIGN_MESSAGE_NEXT;
            case 0x00000057 -> C_MESSAGE_SIGN_FINAL;
            case 0x00000058 -> C_MESSAGE_VERIFY_INIT;
            case 0x00000059 -> C_VERIFY_MESSAGE;
            case 0x0000005A -> C_VERIFY_MESSAGE_BEGIN;
            case 0x0000005B -> C_VERIFY_MESSAGE_NEXT;
            case 0x0000005C -> C_MESSAGE_VERIFY_FINAL;
            default -> null;
        };
    }
}
