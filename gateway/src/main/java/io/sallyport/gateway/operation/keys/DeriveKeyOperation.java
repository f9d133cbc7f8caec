package io.sallyport.gateway.operation.keys;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Amendment;
import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
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
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.message.payload.DeriveKey;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.vertx.core.Future;

/**
 * Derive Key (2.1 section 6.1.12): a symmetric key or secret data out of another object, and of a
 * second one that is derivation data or a public key to agree with. The new object and the others
 * point to each other.
 */
public final class DeriveKeyOperation implements KmipOperation<DeriveKey.Request> {
    private static final int SOURCES_MAX = 2;

    /** The operation. */
    public DeriveKeyOperation() {}

    @Override
    public Operation operation() {
        return Operation.DERIVE_KEY;
    }

    @Override
    public Class<DeriveKey.Request> payloadType() {
        return DeriveKey.Request.class;
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
    public Future<Outcome> handle(Call call, DeriveKey.Request payload) throws OperationFault {
        if (!payload.objectType().is(ObjectType.SYMMETRIC_KEY)
                && !payload.objectType().is(ObjectType.SECRET_DATA)) {
            throw Faults.invalidField("Only symmetric keys and secret data can be derived.");
        }
        List<UniqueIdentifier> ids = payload.uniqueIdentifiers();
        if (ids.size() > SOURCES_MAX) {
            throw Faults.invalidField("A key is derived from one or two objects.");
        }
        return call.liveObject(ids.isEmpty() ? null : ids.getFirst())
                .compose(base -> Attempt.of(() -> second(call, ids))
                        .compose(other -> Templates.resolved(call, payload.attributes())
                                .compose(given -> Attempt
                                        .of(() -> derive(call, payload, base, other, given)))));
    }

    /** The second object, or an empty list. */
    private static Future<List<StoredObject>> second(Call call, List<UniqueIdentifier> ids)
            throws OperationFault {
        if (ids.size() < SOURCES_MAX) {
            return Future.succeededFuture(List.of());
        }
        return call.secondObject(ids.getLast(), Faults.notFound(call.version()))
                .compose(found -> found.header().state().isDestroyed()
                        ? Future.failedFuture(Faults.destroyed(call.version()))
                        : Future.succeededFuture(List.of(found)));
    }

    private static Future<Outcome> derive(Call call, DeriveKey.Request payload, StoredObject base,
            List<StoredObject> second, AttributeList given) throws OperationFault {
        Derivation derivation = Derivation.of(payload, base, call);
        NewAttributes attributes = NewAttributes.of(given, call.version());
        if (attributes.lengthBits() <= 0 || attributes.lengthBits() % Byte.SIZE != 0) {
            throw Faults.invalidField("The Cryptographic Length is needed, in whole bytes.");
        }
        List<StoredObject> sources = new ArrayList<>(SOURCES_MAX);
        sources.add(base);
        second.stream().filter(one -> !one.id().equals(base.id())).forEach(sources::add);
        AttributeList linked = attributes.stored();
        for (StoredObject source : sources) {
            linked = Links.with(linked, LinkType.DERIVATION_BASE_OBJECT_LINK, source.id());
        }
        AttributeList stored = stored(call, payload, linked, attributes.lengthBits());
        ObjectHeader header = Inherited.protection(header(call, payload, attributes, stored),
                given, sources);
        call.concerns(header.id());
        StoredObject other = second.isEmpty() ? null : second.getFirst();
        return NewObject.namesAreFree(call, attributes.stored())
                .compose(_ -> call.engine()
                        .submit(derivation.command(base, other, header)))
                .compose(answer -> {
                    StoredObject made = NewObject.object(answer.result(), stored);
                    boolean approved = answer.result().approved();
                    answer.release();
                    return pointing(call, sources, made.id())
                            .map(changes -> outcome(made, changes, approved));
                });
    }

    private static ObjectHeader header(Call call, DeriveKey.Request payload,
            NewAttributes attributes, AttributeList stored) throws OperationFault {
        boolean key = payload.objectType().is(ObjectType.SYMMETRIC_KEY);
        if (key && attributes.algorithm() == 0) {
            throw Faults.invalidField("The Cryptographic Algorithm is needed.");
        }
        return NewObject.header(call, key ? ObjectType.SYMMETRIC_KEY : ObjectType.SECRET_DATA,
                KeyFormatType.RAW.code(), attributes.algorithm(), attributes.lengthBits(),
                attributes, stored);
    }

    private static AttributeList stored(Call call, DeriveKey.Request payload,
            AttributeList linked, int lengthBits) {
        List<Attribute> all = new ArrayList<>(linked.attributes());
        all.add(Internal.MATERIAL_LENGTH.of(lengthBits / Byte.SIZE));
        if (payload.objectType().is(ObjectType.SECRET_DATA)) {
            all.add(Internal.SECRET_DATA_TYPE.of(SecretDataType.SEED.code()));
        }
        if (!linked.has(AttributeType.ORIGINAL_CREATION_DATE)) {
            all.add(Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, call.now()));
        }
        NewObject.born(call, all);
        return new AttributeList(all);
    }

    /** The changes that make the sources point to what was derived from them. */
    private static Future<List<Change>> pointing(Call call, List<StoredObject> sources,
            String derived) {
        Future<List<Change>> changes = Future.succeededFuture(new ArrayList<>());
        for (StoredObject source : sources) {
            changes = changes.compose(list -> Amendment
                    .attributes(call, source,
                            Links.withDerived(source.attributes(), derived))
                    .map(change -> {
                        list.add(change);
                        return list;
                    }));
        }
        return changes;
    }

    private static Outcome outcome(StoredObject made, List<Change> changes, boolean approved) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change.Insert(made));
        return Outcome.changing(new DeriveKey.Response(made.id(), null), all)
                .naming(List.of(made.id())).approved(approved);
    }
}
