package io.sallyport.gateway.operation.keys;

import java.util.List;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Templates;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Create Key Pair (2.1 section 6.1.9): a private and a public key that point to each other. What a
 * half is given itself comes before what is given to both.
 */
public final class CreateKeyPairOperation implements KmipOperation<CreateKeyPair.Request> {

    /** The operation. */
    public CreateKeyPairOperation() {}

    @Override
    public Operation operation() {
        return Operation.CREATE_KEY_PAIR;
    }

    @Override
    public Class<CreateKeyPair.Request> payloadType() {
        return CreateKeyPair.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, CreateKeyPair.Request payload)
            throws OperationFault {
        CreateOperation.requireStorage(payload.commonProtectionStorageMasks());
        CreateOperation.requireStorage(payload.privateProtectionStorageMasks());
        CreateOperation.requireStorage(payload.publicProtectionStorageMasks());
        return Templates.resolved(call, payload.commonAttributes())
                .compose(common -> Templates.resolved(call, payload.privateKeyAttributes())
                        .compose(mine -> Templates.resolved(call, payload.publicKeyAttributes())
                                .compose(other -> Attempt.of(() -> create(call,
                                        NewPair.merged(common, mine),
                                        NewPair.merged(common, other))))));
    }

    private static Future<Outcome> create(Call call, AttributeList privateKey,
            AttributeList publicKey) throws OperationFault {
        return MadePair.of(call, privateKey, publicKey).map(made -> {
            String privateId = made.privateKey().id();
            String publicId = made.publicKey().id();
            return Outcome
                    .changing(new CreateKeyPair.Response(privateId, publicId, AttributeList.EMPTY,
                            AttributeList.EMPTY), made.changes())
                    .naming(List.of(privateId, publicId)).approved(made.approved());
        });
    }
}
