package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Operation;

/**
 * Every operation that this build binds: the one table to extend for a new one. A binding is made
 * when it is first asked for, so that a client that knows two operations does not wait for all.
 */
public final class Payloads {
    private Payloads() {}

    /** The tables of an operation, or null if the operation is none that the model knows. */
    public static @Nullable PayloadBinding<?, ?> of(@Nullable Operation operation) {
        return operation == null ? null : binding(operation);
    }

    private static PayloadBinding<?, ?> binding(Operation operation) {
        return switch (operation) {
            case CREATE -> Create.BINDING;
            case CREATE_KEY_PAIR -> CreateKeyPair.BINDING;
            case REGISTER -> Register.BINDING;
            case RE_KEY -> ReKey.BINDING;
            case DERIVE_KEY -> DeriveKey.BINDING;
            case CERTIFY -> Certify.BINDING;
            case RE_CERTIFY -> ReCertify.BINDING;
            case LOCATE -> Locate.BINDING;
            case CHECK -> Check.BINDING;
            case GET -> Get.BINDING;
            case GET_ATTRIBUTES -> GetAttributes.BINDING;
            case GET_ATTRIBUTE_LIST -> GetAttributeList.BINDING;
            case ADD_ATTRIBUTE -> AddAttribute.BINDING;
            case MODIFY_ATTRIBUTE -> ModifyAttribute.BINDING;
            case DELETE_ATTRIBUTE -> DeleteAttribute.BINDING;
            case OBTAIN_LEASE -> ObtainLease.BINDING;
            case GET_USAGE_ALLOCATION -> GetUsageAllocation.BINDING;
            case ACTIVATE -> Activate.BINDING;
            case REVOKE -> Revoke.BINDING;
            case DESTROY -> Destroy.BINDING;
            case ARCHIVE -> Archive.BINDING;
            case RECOVER -> Recover.BINDING;
            case VALIDATE -> Validate.BINDING;
            case QUERY -> Query.BINDING;
            case CANCEL -> Cancel.BINDING;
            case POLL -> Poll.BINDING;
            case NOTIFY -> Notify.BINDING;
            case PUT -> Put.BINDING;
            case RE_KEY_KEY_PAIR -> ReKeyKeyPair.BINDING;
            case DISCOVER_VERSIONS -> DiscoverVersions.BINDING;
            case ENCRYPT -> Encrypt.BINDING;
            case DECRYPT -> Decrypt.BINDING;
            case SIGN -> Sign.BINDING;
            case SIGNATURE_VERIFY -> SignatureVerify.BINDING;
            case MAC -> Mac.BINDING;
            case MAC_VERIFY -> MacVerify.BINDING;
            case RNG_RETRIEVE -> RngRetrieve.BINDING;
            case RNG_SEED -> RngSeed.BINDING;
            case HASH -> Hash.BINDING;
            case CREATE_SPLIT_KEY -> CreateSplitKey.BINDING;
            case JOIN_SPLIT_KEY -> JoinSplitKey.BINDING;
            case IMPORT -> Import.BINDING;
            case EXPORT -> Export.BINDING;
            case LOG -> Log.BINDING;
            case LOGIN -> Login.BINDING;
            case LOGOUT -> Logout.BINDING;
            case DELEGATED_LOGIN -> DelegatedLogin.BINDING;
            case ADJUST_ATTRIBUTE -> AdjustAttribute.BINDING;
            case SET_ATTRIBUTE -> SetAttribute.BINDING;
            case SET_ENDPOINT_ROLE -> SetEndpointRole.BINDING;
            case PKCS_11 -> Pkcs11.BINDING;
            case INTEROP -> Interop.BINDING;
            case RE_PROVISION -> ReProvision.BINDING;
            case SET_DEFAULTS -> SetDefaults.BINDING;
            case SET_CONSTRAINTS -> SetConstraints.BINDING;
            case GET_CONSTRAINTS -> GetConstraints.BINDING;
            case QUERY_ASYNCHRONOUS_REQUESTS -> QueryAsynchronousRequests.BINDING;
            case PROCESS -> ProcessRequest.BINDING;
            case PING -> Ping.BINDING;
            case CREATE_GROUP -> CreateGroup.BINDING;
            case OBLITERATE -> Obliterate.BINDING;
            case CREATE_USER -> CreateUser.BINDING;
            case CREATE_CREDENTIAL -> CreateCredential.BINDING;
            case DEACTIVATE -> Deactivate.BINDING;
        };
    }
}
