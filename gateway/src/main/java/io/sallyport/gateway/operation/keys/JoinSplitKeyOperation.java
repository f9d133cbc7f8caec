package io.sallyport.gateway.operation.keys;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.Internal;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.Templates;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.JoinSplitKey;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.vertx.core.Future;

/**
 * Join Split Key (2.1 section 6.1.29): the key of which there are enough parts. Whatever is wrong
 * with the parts is one failure.
 */
public final class JoinSplitKeyOperation implements KmipOperation<JoinSplitKey.Request> {
    private static final int PARTS_MAX = 255;

    /** The operation. */
    public JoinSplitKeyOperation() {}

    @Override
    public Operation operation() {
        return Operation.JOIN_SPLIT_KEY;
    }

    @Override
    public Class<JoinSplitKey.Request> payloadType() {
        return JoinSplitKey.Request.class;
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
    public Future<Outcome> handle(Call call, JoinSplitKey.Request payload)
            throws OperationFault {
        CreateOperation.requireStorage(payload.protectionStorageMasks());
        ObjectType type = payload.objectType().known();
        if (type != ObjectType.SYMMETRIC_KEY && type != ObjectType.SECRET_DATA
                && type != ObjectType.PRIVATE_KEY) {
            throw Faults.notSupported("Parts can't be joined to an object of this type.");
        }
        if (payload.uniqueIdentifiers().size() > PARTS_MAX) {
            throw Faults.invalidField("A key has 255 parts at most.");
        }
        return parts(call, payload.uniqueIdentifiers())
                .compose(parts -> Templates.resolved(call, payload.attributes())
                        .compose(given -> Attempt
                                .of(() -> join(call, payload, type, parts, given))));
    }

    private static Future<List<StoredObject>> parts(Call call, List<UniqueIdentifier> ids)
            throws OperationFault {
        Future<List<StoredObject>> parts = Future.succeededFuture(new ArrayList<>());
        for (UniqueIdentifier id : ids) {
            parts = parts.compose(list -> Attempt.of(
                    () -> call.secondObject(id, Faults.notFound(call.version()))).compose(part -> {
                        if (part.header().state().isDestroyed()) {
                            return Future.failedFuture(Faults.destroyed(call.version()));
                        }
                        list.add(part);
                        return Future.succeededFuture(list);
                    }));
        }
        return parts;
    }

    private static Future<Outcome> join(Call call, JoinSplitKey.Request payload, ObjectType type,
            List<StoredObject> parts, AttributeList given) throws OperationFault {
        SplitSpec spec = Sharing.common(parts);
        NewAttributes attributes = NewAttributes.of(given, call.version());
        AttributeList stored = stored(call, payload, type, attributes, parts.getFirst());
        ObjectHeader header =
                Inherited.protection(header(call, type, attributes, parts.getFirst(), stored),
                        given, parts);
        call.concerns(header.id());
        List<EngineCommand.SplitPart> inputs = new ArrayList<>(parts.size());
        for (StoredObject part : parts) {
            inputs.add(new EngineCommand.SplitPart(Sharing.identifier(part), part.wrapped()));
        }
        return NewObject.namesAreFree(call, attributes.stored())
                .compose(_ -> call.engine()
                        .submit(new EngineCommand.Join(spec, inputs, header)))
                .map(answer -> {
                    StoredObject made = NewObject.object(answer.result(), stored);
                    boolean approved = answer.result().approved();
                    answer.release();
                    return Outcome
                            .changing(new JoinSplitKey.Response(made.id(), null),
                                    new Change.Insert(made))
                            .naming(List.of(made.id())).approved(approved);
                });
    }

    private static ObjectHeader header(Call call, ObjectType type, NewAttributes attributes,
            StoredObject part, AttributeList stored) throws OperationFault {
        ObjectHeader from = part.header();
        int algorithm =
                attributes.algorithm() == 0 ? from.algorithm() : attributes.algorithm();
        int length = attributes.lengthBits() == 0 ? from.lengthBits() : attributes.lengthBits();
        return NewObject.header(call, type, from.keyFormat(), algorithm, length, attributes,
                stored);
    }

    private static AttributeList stored(Call call, JoinSplitKey.Request payload, ObjectType type,
            NewAttributes attributes, StoredObject part) {
        List<Attribute> more = new ArrayList<>(3);
        Integer length = Internal.MATERIAL_LENGTH.in(part.attributes());
        if (length != null) {
            more.add(Internal.MATERIAL_LENGTH.of(length));
        }
        if (type == ObjectType.SECRET_DATA) {
            Enumerated<SecretDataType> secret = payload.secretDataType();
            more.add(Internal.SECRET_DATA_TYPE.of(
                    secret == null ? SecretDataType.SEED.code() : secret.code()));
        }
        if (!attributes.stored().has(AttributeType.ORIGINAL_CREATION_DATE)) {
            more.add(Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, call.now()));
        }
        return NewObject.stored(call, attributes, more);
    }
}
