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
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.message.payload.CreateSplitKey;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Create Split Key (2.1 section 6.1.10): the parts of a key that is there, or of a new one, which
 * nobody keeps whole. What is split and the request both say goes by what is split.
 */
public final class CreateSplitKeyOperation implements KmipOperation<CreateSplitKey.Request> {

    /** The operation. */
    public CreateSplitKeyOperation() {}

    @Override
    public Operation operation() {
        return Operation.CREATE_SPLIT_KEY;
    }

    @Override
    public Class<CreateSplitKey.Request> payloadType() {
        return CreateSplitKey.Request.class;
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
    public Future<Outcome> handle(Call call, CreateSplitKey.Request payload)
            throws OperationFault {
        CreateOperation.requireStorage(payload.protectionStorageMasks());
        if (!payload.objectType().is(ObjectType.SPLIT_KEY)) {
            throw Faults.invalidField("Only split keys are made by splitting.");
        }
        SplitSpec spec = Sharing.asked(payload.splitKeyMethod(), payload.splitKeyParts(),
                payload.splitKeyThreshold());
        return Templates.resolved(call, payload.attributes())
                .compose(given -> Attempt.of(() -> source(call, payload, given))
                        .compose(source -> Attempt
                                .of(() -> split(call, source, spec, given))));
    }

    /** The object to split. */
    private static Future<StoredObject> source(Call call, CreateSplitKey.Request payload,
            AttributeList given) throws OperationFault {
        return payload.uniqueIdentifier() == null
                ? generated(call, given)
                : call.liveObject(payload.uniqueIdentifier());
    }

    /** A new key that only its parts will be kept of. */
    private static Future<StoredObject> generated(Call call, AttributeList given)
            throws OperationFault {
        NewAttributes attributes = NewAttributes.of(given, call.version());
        if (attributes.algorithm() == 0 || attributes.lengthBits() <= 0) {
            throw Faults.invalidField("Cryptographic Algorithm and Length are needed.");
        }
        AttributeList stored = NewObject.stored(call, attributes, List.of());
        ObjectHeader header =
                NewObject.header(call, ObjectType.SYMMETRIC_KEY, KeyFormatType.RAW.code(),
                        attributes.algorithm(), attributes.lengthBits(), attributes, stored);
        return call.engine().submit(new EngineCommand.Generate(header)).map(answer -> {
            StoredObject key = NewObject.object(answer.result(), stored);
            answer.release();
            return key;
        });
    }

    private static Future<Outcome> split(Call call, StoredObject source, SplitSpec spec,
            AttributeList given) throws OperationFault {
        if (source.header().keyFormat() == 0) {
            throw Faults.notSupported("Objects of this type can't be split.");
        }
        NewAttributes attributes = NewAttributes.of(given, call.version());
        List<ObjectHeader> headers = new ArrayList<>(spec.parts());
        List<AttributeList> stored = new ArrayList<>(spec.parts());
        for (int part = 1; part <= spec.parts(); part++) {
            AttributeList own = stored(call, attributes, source, spec, part);
            stored.add(own);
            headers.add(Inherited.protection(header(call, attributes, source, own), given,
                    List.of(source)));
        }
        call.concerns(source.id());
        return NewObject.namesAreFree(call, attributes.stored())
                .compose(_ -> call.engine()
                        .submit(new EngineCommand.Split(source.wrapped(), spec, headers)))
                .map(answer -> {
                    List<Change> changes = new ArrayList<>(spec.parts());
                    List<String> ids = new ArrayList<>(spec.parts());
                    boolean approved = true;
                    for (EngineResult.Wrapped part : answer.result().parts()) {
                        StoredObject made = NewObject.object(part, stored.get(ids.size()));
                        approved &= part.approved();
                        changes.add(new Change.Insert(made));
                        ids.add(made.id());
                    }
                    answer.release();
                    return Outcome.changing(new CreateSplitKey.Response(ids, null), changes)
                            .naming(List.copyOf(ids)).approved(approved);
                });
    }

    /** A name can belong to one object only: the first part gets it. */
    private static AttributeList stored(Call call, NewAttributes attributes, StoredObject source,
            SplitSpec spec, int part) {
        List<Attribute> all = new ArrayList<>();
        for (Attribute attribute : attributes.stored().attributes()) {
            if (part == 1 || !attribute.is(AttributeType.NAME)) {
                all.add(attribute);
            }
        }
        Integer length = Internal.MATERIAL_LENGTH.in(source.attributes());
        if (length != null) {
            all.add(Internal.MATERIAL_LENGTH.of(length));
        }
        all.addAll(Sharing.remembered(spec, part));
        if (!attributes.stored().has(AttributeType.ORIGINAL_CREATION_DATE)) {
            all.add(Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, call.now()));
        }
        NewObject.born(call, all);
        return new AttributeList(all);
    }

    private static ObjectHeader header(Call call, NewAttributes attributes, StoredObject source,
            AttributeList stored) throws OperationFault {
        ObjectHeader from = source.header();
        ObjectHeader asked = NewObject.header(call, ObjectType.SPLIT_KEY, from.keyFormat(),
                from.algorithm(), from.lengthBits(), attributes, stored);
        boolean asSource = asked.usageMask() == 0;
        int mask = asSource ? from.usageMask() : asked.usageMask();
        Protection protection = asSource
                ? asked.protection().with(from.protection().family())
                : asked.protection();
        return new ObjectHeader(asked.id(), asked.partition(), asked.version(),
                asked.objectType(), asked.keyFormat(), asked.algorithm(), asked.lengthBits(),
                mask, asked.state(), asked.dates(), protection,
                asked.attributesDigest());
    }
}
