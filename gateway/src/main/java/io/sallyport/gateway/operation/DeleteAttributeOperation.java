package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.DeleteAttribute;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Delete Attribute (2.1 section 6.1.13): in 1.x the value with an index, in 2.x one value or, by
 * reference, all of them. The indices of the others stay.
 */
final class DeleteAttributeOperation implements KmipOperation<DeleteAttribute.Request> {

    @Override
    public Operation operation() {
        return Operation.DELETE_ATTRIBUTE;
    }

    @Override
    public Class<DeleteAttribute.Request> payloadType() {
        return DeleteAttribute.Request.class;
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
    public Future<Outcome> handle(Call call, DeleteAttribute.Request payload)
            throws OperationFault {
        AttributeName name = payload.name();
        if (name instanceof AttributeName.Unknown) {
            throw Faults.unknownAttribute(call.version());
        }
        if (!ExistingAttributes.isDeletable(name) || Internal.isInternal(name)) {
            throw Faults.readOnly(call.version());
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> delete(call, object, payload));
    }

    private static Future<Outcome> delete(Call call, StoredObject object,
            DeleteAttribute.Request payload) {
        if (ExistingAttributes.isFixed(object, payload.name())) {
            return Future.failedFuture(Faults.readOnly(call.version()));
        }
        List<Attribute> values = object.attributes().all(payload.name()).toList();
        if (values.isEmpty()) {
            return Future.failedFuture(Faults.noSuchAttribute(call.version()));
        }
        List<Attribute> deleted = values.stream()
                .filter(value -> isMeant(value, payload, call.version())).toList();
        if (deleted.isEmpty()) {
            return Future.failedFuture(Faults.noSuchInstance(call.version()));
        }
        List<Attribute> left = new ArrayList<>(object.attributes().attributes());
        left.removeAll(deleted);
        return Amendment.attributes(call, object, new AttributeList(left))
                .map(change -> Outcome.changing(
                        new DeleteAttribute.Response(object.id(), deleted.getFirst()), change));
    }

    private static boolean isMeant(Attribute value, DeleteAttribute.Request payload,
            KmipVersion version) {
        @Nullable
        Attribute current = payload.current();
        if (current != null) {
            return value.sameValue(current);
        }
        if (version.atLeast(KmipVersion.V2_0)) {
            return true;
        }
        Integer index = payload.index();
        return value.index() == (index == null ? 0 : index);
    }
}
