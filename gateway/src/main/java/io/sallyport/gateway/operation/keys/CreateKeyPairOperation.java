package io.sallyport.gateway.operation.keys;

import java.util.List;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Templates;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.CreateKeyPair;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ObjectType;
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

    /** One half before the engine made it. */
    private record Half(ObjectHeader header, AttributeList stored) {}

    private static Future<Outcome> create(Call call, AttributeList privateKey,
            AttributeList publicKey) throws OperationFault {
        NewPair pair = NewPair.of(privateKey, publicKey, call.version());
        String privateId = NewPair.newId();
        String publicId = NewPair.newId();
        Half privateHalf = half(call, pair, ObjectType.PRIVATE_KEY, pair.privateFormat(),
                privateKey, privateId, LinkType.PUBLIC_KEY_LINK, publicId);
        Half publicHalf = half(call, pair, ObjectType.PUBLIC_KEY, pair.publicFormat(), publicKey,
                publicId, LinkType.PRIVATE_KEY_LINK, privateId);
        call.concerns(privateId);
        return NewObject.namesAreFree(call, privateHalf.stored())
                .compose(_ -> NewObject.namesAreFree(call, publicHalf.stored()))
                .compose(_ -> call.engine().submit(new EngineCommand.GeneratePair(
                        privateHalf.header(), publicHalf.header(), pair.curve())))
                .map(answer -> {
                    EngineResult.WrappedPair made = answer.result();
                    StoredObject mine =
                            NewObject.object(made.privateKey(), privateHalf.stored());
                    StoredObject other = NewObject.object(made.publicKey(), publicHalf.stored());
                    boolean approved =
                            made.privateKey().approved() && made.publicKey().approved();
                    answer.release();
                    return Outcome
                            .changing(new CreateKeyPair.Response(privateId, publicId,
                                    AttributeList.EMPTY, AttributeList.EMPTY),
                                    List.of(new Change.Insert(mine), new Change.Insert(other)))
                            .naming(List.of(privateId, publicId)).approved(approved);
                });
    }

    private static Half half(Call call, NewPair pair, ObjectType type, KeyFormatType format,
            AttributeList given, String id, LinkType link, String otherId)
            throws OperationFault {
        NewAttributes attributes = NewAttributes.of(given, call.version());
        AttributeList own = Links.with(attributes.stored(), link, otherId);
        AttributeList stored = NewPair.stored(call, own);
        ObjectHeader header = NewObject.header(call, type, format.code(), pair.algorithm(),
                pair.lengthBits(), attributes, stored);
        return new Half(NewPair.withId(header, id), stored);
    }
}
