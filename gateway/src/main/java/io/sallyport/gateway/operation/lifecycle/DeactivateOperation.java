package io.sallyport.gateway.operation.lifecycle;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.lifecycle.LifecycleDate;
import io.sallyport.gateway.operation.Amendment;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Deactivate;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.DeactivationReason;
import io.sallyport.kmip.model.DeactivationReasonCode;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Deactivate (3.0 draft): ends the use of a key for protection, now or at a date. A compromise is
 * told by Revoke.
 */
public final class DeactivateOperation implements KmipOperation<Deactivate.Request> {
    /** The operation. */
    public DeactivateOperation() {}

    @Override
    public Operation operation() {
        return Operation.DEACTIVATE;
    }

    @Override
    public Class<Deactivate.Request> payloadType() {
        return Deactivate.Request.class;
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
    public Future<Outcome> handle(Call call, Deactivate.Request payload) throws OperationFault {
        DeactivationReason reason = payload.reason();
        if (reason != null && reason.code().known() == null) {
            throw Faults.invalidField("The deactivation reason is not known.");
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> deactivate(call, object, payload));
    }

    private static Future<Outcome> deactivate(Call call, StoredObject object,
            Deactivate.Request payload) {
        KeyStatus status = KeyStatus.of(object.header());
        Long date = payload.deactivationDate();
        KeyStatus next = (date == null
                ? Lifecycle.deactivate(status, call.now())
                : Lifecycle.withDate(status, LifecycleDate.DEACTIVATION, date, call.now()))
                .orElse(null);
        if (next == null) {
            return Future.failedFuture(Faults.wrongState(call.version()));
        }
        AttributeList attributes = object.attributes()
                .without(AttributeType.DEACTIVATION_REASON).plus(attribute(payload.reason()));
        return Amendment.status(call, object, next, attributes)
                .map(change -> Outcome.changing(new Deactivate.Response(object.id()), change));
    }

    private static Attribute attribute(@Nullable DeactivationReason reason) {
        List<TtlvItem> parts = new ArrayList<>(2);
        parts.add(new TtlvItem.EnumerationItem(Tag.DEACTIVATION_REASON_CODE,
                reason == null
                        ? DeactivationReasonCode.UNSPECIFIED.code()
                        : reason.code().code()));
        if (reason != null && reason.message() != null) {
            parts.add(Items.text(Tag.DEACTIVATION_MESSAGE, reason.message()));
        }
        return Attribute.of(AttributeType.DEACTIVATION_REASON,
                new TtlvItem.Structure(Tag.DEACTIVATION_REASON, parts));
    }
}
