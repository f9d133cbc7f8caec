package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.payload.Notify;
import io.sallyport.kmip.message.payload.Put;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeChanges;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.PutFunction;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * What the server tells a client of an object without being asked (KMIP 2.1 section 6.2).
 *
 * @param payload the request of the server
 * @param exposed whether clear key material is in it
 * @param approved whether every cryptographic service used was an approved one
 * @param release lets go of the buffers that the payload views; called once
 */
public record ServerNotice(RequestPayload payload, boolean exposed, boolean approved,
        Runnable release) {

    /**
     * Put: a new object and its attributes. Fails as Get of the object would; a client that may
     * not get it is not given it either.
     *
     * @param now in seconds since 1970
     */
    public static Future<ServerNotice> put(StoredObject object, KmipVersion version, long now,
            EnginePort engine) {
        return engine.submit(new EngineCommand.Export(object.wrapped())).compose(answer -> {
            try {
                ManagedObject presented = presented(object, version,
                        GetOperation.slice(answer.result().bytes()));
                Put.Request put = new Put.Request(object.id(), Enumerated.of(PutFunction.NEW),
                        null, presented,
                        new AttributeList(ObjectAttributes.all(object, version, now)));
                boolean clear =
                        ObjectAttributes.isValuePresent(object) && WrappedKey.of(object) == null;
                return Future.succeededFuture(new ServerNotice(put,
                        clear && Presented.isSecret(presented.type()), answer.result().approved(),
                        answer::release));
            } catch (OperationFault fault) {
                answer.release();
                return Future.failedFuture(fault);
            }
        });
    }

    private static ManagedObject presented(StoredObject object, KmipVersion version,
            ByteSlice bytes) throws OperationFault {
        int format = Presented.format(object.header(), null, version);
        if (!ObjectAttributes.isValuePresent(object)) {
            return Presented.asRegistered(object, format, null);
        }
        return WrappedKey.of(object) == null
                ? Presented.object(object, format, bytes, version)
                : Presented.asRegistered(object, format, WrappedKey.value(object, bytes));
    }

    /**
     * Notify: the attributes that a change gave or took; empty if it did neither, but for the date
     * of the change.
     *
     * @param now in seconds since 1970
     */
    public static Optional<ServerNotice> changed(@Nullable StoredObject before,
            StoredObject after, KmipVersion version, long now) {
        List<Attribute> old = before == null
                ? List.of()
                : ObjectAttributes.all(before, version, now);
        List<Attribute> all = ObjectAttributes.all(after, version, now);
        List<Attribute> changed = new ArrayList<>();
        for (Attribute attribute : all) {
            if (!attribute.is(AttributeType.LAST_CHANGE_DATE)
                    && old.stream().noneMatch(attribute::sameValue)) {
                changed.add(attribute);
            }
        }
        List<AttributeName> deleted = old.stream().map(Attribute::name).distinct()
                .filter(name -> all.stream().noneMatch(one -> one.name().equals(name))).toList();
        if (changed.isEmpty() && deleted.isEmpty()) {
            return Optional.empty();
        }
        after.attributes().first(AttributeType.LAST_CHANGE_DATE).ifPresent(changed::add);
        return Optional.of(new ServerNotice(
                new Notify.Request(after.id(),
                        new AttributeChanges(new AttributeList(changed), deleted)),
                false, true, () -> {}));
    }
}
