package io.sallyport.gateway.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.ModifyAttribute;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.vertx.core.Future;

/**
 * Modify Attribute (2.1 section 6.1.36): another value. 1.x names the old one by its index, 2.x by
 * the value itself or, where there is only one, not at all. A date that is not set yet may be set.
 */
final class ModifyAttributeOperation implements KmipOperation<ModifyAttribute.Request> {

    @Override
    public Operation operation() {
        return Operation.MODIFY_ATTRIBUTE;
    }

    @Override
    public Class<ModifyAttribute.Request> payloadType() {
        return ModifyAttribute.Request.class;
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
    public Future<Outcome> handle(Call call, ModifyAttribute.Request payload)
            throws OperationFault {
        Attribute next = payload.next();
        NewAttributes.checkType(next, call.version());
        if (!ExistingAttributes.isModifiable(next.name())) {
            throw Faults.readOnly(call.version());
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> modify(call, object, payload.current(), next));
    }

    private static Future<Outcome> modify(Call call, StoredObject object,
            @Nullable Attribute current, Attribute next) {
        if (ExistingAttributes.isInHeader(next.name())) {
            return ExistingAttributes.setInHeader(call, object, next)
                    .map(change -> done(object, next, change));
        }
        if (ExistingAttributes.isFixed(object, next.name())) {
            return Future.failedFuture(Faults.readOnly(call.version()));
        }
        Attribute old;
        try {
            old = chosen(object.attributes().all(next.name()).toList(), current, next,
                    call.version());
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
        Attribute modified = UsageAllocation.whole(Detached.copy(next.withIndex(old.index())));
        Future<Void> free = next.is(AttributeType.NAME) && !old.sameValue(modified)
                ? NewObject.nameIsFree(call, modified)
                : Future.succeededFuture();
        return free
                .compose(_ -> Amendment.attributes(call, object,
                        ExistingAttributes.replaced(object.attributes(), old, modified)))
                .map(change -> done(object, modified, change));
    }

    private static Attribute chosen(List<Attribute> values, @Nullable Attribute current,
            Attribute next, KmipVersion version) throws OperationFault {
        if (values.isEmpty()) {
            throw Faults.noSuchAttribute(version);
        }
        boolean byIndex = !version.atLeast(KmipVersion.V2_0);
        if (!byIndex && current == null) {
            if (values.size() > 1) {
                throw new OperationFault(ResultReason.MULTI_VALUED_ATTRIBUTE,
                        "The attribute has several values.");
            }
            return values.getFirst();
        }
        for (Attribute value : values) {
            if (byIndex ? value.index() == next.index()
                    : current != null && value.sameValue(current)) {
                return value;
            }
        }
        throw Faults.noSuchInstance(version);
    }

    private static Outcome done(StoredObject object, Attribute modified, Change change) {
        return Outcome.changing(new ModifyAttribute.Response(object.id(), modified), change);
    }
}
