package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ProtectionStorageMask;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.RngAlgorithm;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.Tag;
import io.vertx.core.Future;

/**
 * Create (2.1 section 6.1.8): a symmetric key out of the engine's random numbers. An activation
 * date that has passed makes it active at once; without a usage mask nobody can use it.
 */
public final class CreateOperation implements KmipOperation<Create.Request> {
    private static final int DES3_TWO_KEYS_BITS = 112;
    private static final int DES3_TWO_KEYS_BYTES = 16;
    private static final int DES3_THREE_KEYS_BYTES = 24;

    CreateOperation() {}

    @Override
    public Operation operation() {
        return Operation.CREATE;
    }

    @Override
    public Class<Create.Request> payloadType() {
        return Create.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER_OR_OPERATOR;
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, Create.Request payload) throws OperationFault {
        boolean secret = payload.objectType().is(ObjectType.SECRET_DATA)
                && call.version().atLeast(KmipVersion.V2_0);
        if (!secret && !payload.objectType().is(ObjectType.SYMMETRIC_KEY)) {
            throw Faults.notSupported("Objects of this type can't be created.");
        }
        requireStorage(payload.protectionStorageMasks());
        return Templates.resolved(call, payload.attributes())
                .compose(attributes -> create(call,
                        secret ? ObjectType.SECRET_DATA : ObjectType.SYMMETRIC_KEY, attributes));
    }

    private static Future<Outcome> create(Call call, ObjectType type, AttributeList given) {
        ObjectHeader header;
        AttributeList stored;
        try {
            NewAttributes attributes = NewAttributes.of(
                    RuleCheck.completed(call, type, given), call.version());
            boolean secret = type == ObjectType.SECRET_DATA;
            int algorithm = attributes.algorithm();
            int lengthBits = attributes.lengthBits();
            if ((algorithm == 0 && !secret) || lengthBits <= 0) {
                throw Faults.invalidField("Cryptographic Algorithm and Length are needed.");
            }
            List<Attribute> more =
                    additions(call, attributes.stored(), bytesOf(algorithm, lengthBits));
            if (secret) {
                more.add(Internal.SECRET_DATA_TYPE.of(SecretDataType.SEED.code()));
            }
            stored = NewObject.stored(call, attributes, more);
            header = NewObject.header(call, type, KeyFormatType.RAW.code(),
                    algorithm, lengthBits, attributes, stored);
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
        call.concerns(header.id());
        return NewObject.namesAreFree(call, stored)
                .compose(_ -> call.engine().submit(new EngineCommand.Generate(header)))
                .map(answer -> {
                    StoredObject object = NewObject.object(answer.result(), stored);
                    answer.release();
                    return Outcome.changing(
                            new Create.Response(Enumerated.of(type), object.id(), null),
                            new Change.Insert(object)).naming(List.of(object.id()));
                });
    }

    /** What the server adds to the attributes of a key that the engine generates. */
    public static List<Attribute> additions(Call call, AttributeList stored, int bytes) {
        List<Attribute> more = new ArrayList<>(3);
        more.add(Internal.MATERIAL_LENGTH.of(bytes));
        more.add(Internal.GENERATED.of(1));
        if (!stored.has(AttributeType.ORIGINAL_CREATION_DATE)) {
            more.add(Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, call.now()));
        }
        if (!stored.has(AttributeType.RANDOM_NUMBER_GENERATOR)) {
            more.add(Attribute.of(AttributeType.RANDOM_NUMBER_GENERATOR,
                    Items.structure(AttributeType.RANDOM_NUMBER_GENERATOR.tag(),
                            Items.enumeration(Tag.RNG_ALGORITHM, RngAlgorithm.UNSPECIFIED))));
        }
        return more;
    }

    /** The length of a symmetric key as it is kept. */
    public static int bytesOf(int algorithm, int lengthBits) {
        if (algorithm == CryptographicAlgorithm.DES3.code()) {
            return lengthBits == DES3_TWO_KEYS_BITS
                    ? DES3_TWO_KEYS_BYTES
                    : DES3_THREE_KEYS_BYTES;
        }
        return lengthBits / Byte.SIZE;
    }

    /** Refuses a request whose every storage mask asks for more than software (2.1, 6.1.8). */
    public static void requireStorage(List<Integer> masks) throws OperationFault {
        if (masks.isEmpty()) {
            return;
        }
        for (int mask : masks) {
            if ((mask & ~ProtectionStorageMask.SOFTWARE) == 0) {
                return;
            }
        }
        throw new OperationFault(ResultReason.PROTECTION_STORAGE_UNAVAILABLE,
                "Objects are protected by software.");
    }
}
