package io.sallyport.gateway.operation;

import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Register (2.1 section 6.1.43): an object that the client brings. Its material goes from the
 * request's frame to the engine as a view; nothing here keeps it.
 */
final class RegisterOperation implements KmipOperation<Register.Request> {

    @Override
    public Operation operation() {
        return Operation.REGISTER;
    }

    @Override
    public Class<Register.Request> payloadType() {
        return Register.Request.class;
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
    public Future<Outcome> handle(Call call, Register.Request payload) throws OperationFault {
        if (!payload.objectType().is(payload.object().type())) {
            throw Faults.invalidField("Object type and object differ.");
        }
        CreateOperation.requireStorage(payload.protectionStorageMasks());
        return Templates.resolved(call, payload.attributes())
                .map(attributes -> call.subject().profile().namesByKind()
                        ? attributes.without(AttributeType.NAME)
                        : attributes)
                .compose(attributes -> register(call, attributes, payload));
    }

    private static Future<Outcome> register(Call call, AttributeList given,
            Register.Request payload) {
        try {
            Material material = Material.of(payload.object(), call.version());
            NewAttributes attributes = material.type() == ObjectType.TEMPLATE
                    ? NewAttributes.ofTemplate(given, call.version())
                    : NewAttributes.of(RuleCheck.completed(call, material.type(), given),
                            call.version());
            int algorithm = orAssumed(agreed(attributes.algorithm(), material.algorithm()),
                    material.assumedAlgorithm());
            int lengthBits = orAssumed(agreed(attributes.lengthBits(), material.lengthBits()),
                    material.assumedLengthBits());
            AttributeList stored =
                    NewObject.stored(call, attributes, additions(material, attributes));
            ObjectHeader named = NewObject.header(call, material.type(), material.keyFormat(),
                    algorithm, lengthBits, attributes, stored);
            ObjectHeader header = material.isUsable() ? named : NewObject.unusable(named);
            call.concerns(header.id());
            return NewObject.namesAreFree(call, stored)
                    .compose(_ -> imported(call, header, stored, material));
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
    }

    private static Future<Outcome> imported(Call call, ObjectHeader header, AttributeList stored,
            Material material) {
        ByteBuffer clear = material.clear();
        Future<Outcome> outcome = call.engine().submit(new EngineCommand.Import(header, clear))
                .map(answer -> {
                    StoredObject object = NewObject.object(answer.result(), stored);
                    answer.release();
                    Outcome done = Outcome.changing(new Register.Response(object.id(), null),
                            new Change.Insert(object)).naming(List.of(object.id()));
                    return material.isSecret() ? done.exposing() : done;
                });
        material.erase(clear);
        return outcome;
    }

    /** What follows from the object, and what only its owner may do with it. */
    static List<Attribute> additions(Material material, NewAttributes attributes) {
        List<Attribute> all = material.attributes();
        if (!material.isUsable()) {
            all.add(Internal.USAGE_MASK.of(attributes.usageMask()));
        }
        return all;
    }

    /** What is told, or else what follows from the material. */
    static int orAssumed(int told, int assumed) {
        return told == 0 ? assumed : told;
    }

    /** What an attribute and the key block both say must be the same. */
    static int agreed(int fromAttributes, @Nullable Integer fromObject)
            throws OperationFault {
        if (fromObject == null || fromObject == 0) {
            return fromAttributes;
        }
        if (fromAttributes != 0 && fromAttributes != fromObject) {
            throw Faults.invalidField("An attribute contradicts the key block.");
        }
        return fromObject;
    }
}
