package io.sallyport.kmip.message.payload;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Operation;

/** Every operation that this build binds: the one table to extend for a new one. */
public final class Payloads {
    private static final List<PayloadBinding<?, ?>> ALL = List.of(DiscoverVersions.BINDING,
            Query.BINDING, Create.BINDING, CreateKeyPair.BINDING, Register.BINDING, ReKey.BINDING,
            ReKeyKeyPair.BINDING, DeriveKey.BINDING, Certify.BINDING, ReCertify.BINDING,
            Locate.BINDING, Check.BINDING, Get.BINDING, GetAttributes.BINDING,
            GetAttributeList.BINDING, AddAttribute.BINDING, ModifyAttribute.BINDING,
            DeleteAttribute.BINDING, SetAttribute.BINDING, AdjustAttribute.BINDING,
            ObtainLease.BINDING, GetUsageAllocation.BINDING, Activate.BINDING, Revoke.BINDING,
            Deactivate.BINDING, Destroy.BINDING, Obliterate.BINDING, Archive.BINDING,
            Recover.BINDING, Validate.BINDING, Cancel.BINDING, Poll.BINDING, Notify.BINDING,
            Put.BINDING, Encrypt.BINDING, Decrypt.BINDING, Sign.BINDING, SignatureVerify.BINDING,
            Mac.BINDING, MacVerify.BINDING, RngRetrieve.BINDING, RngSeed.BINDING, Hash.BINDING,
            CreateSplitKey.BINDING, JoinSplitKey.BINDING, Import.BINDING, Export.BINDING,
            Log.BINDING, Login.BINDING, Logout.BINDING, DelegatedLogin.BINDING,
            SetEndpointRole.BINDING, Pkcs11.BINDING, Interop.BINDING, ReProvision.BINDING,
            SetDefaults.BINDING, SetConstraints.BINDING, GetConstraints.BINDING,
            QueryAsynchronousRequests.BINDING, ProcessRequest.BINDING, Ping.BINDING,
            CreateGroup.BINDING, CreateUser.BINDING, CreateCredential.BINDING);

    private static final Map<Operation, PayloadBinding<?, ?>> BY_OPERATION = new EnumMap<>(
            Operation.class);

    static {
        for (PayloadBinding<?, ?> binding : ALL) {
            BY_OPERATION.put(binding.operation(), binding);
        }
    }

    private Payloads() {}

    /** The tables of an operation, or null if it has none here. */
    public static @Nullable PayloadBinding<?, ?> of(@Nullable Operation operation) {
        return operation == null ? null : BY_OPERATION.get(operation);
    }

    /** The operations that have tables, in the order of their codes. */
    public static Set<Operation> operations() {
        return Collections.unmodifiableSet(BY_OPERATION.keySet());
    }
}
