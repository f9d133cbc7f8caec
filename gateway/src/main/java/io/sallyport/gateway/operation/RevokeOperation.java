package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Revoke;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Revoke (2.1 section 6.1.44): a compromise makes an object Compromised, any other reason
 * Deactivated.
 */
final class RevokeOperation implements KmipOperation<Revoke.Request> {

    @Override
    public Operation operation() {
        return Operation.REVOKE;
    }

    @Override
    public Class<Revoke.Request> payloadType() {
        return Revoke.Request.class;
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
    public Future<Outcome> handle(Call call, Revoke.Request payload) throws OperationFault {
        if (payload.reason().code().known() == null) {
            throw Faults.invalidField("The revocation reason is not known.");
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> revoke(call, object, payload));
    }

    private static Future<Outcome> revoke(Call call, StoredObject object, Revoke.Request payload) {
        KeyStatus status = KeyStatus.of(object.header());
        Optional<KeyStatus> next = isCompromise(payload.reason())
                ? Lifecycle.compromise(status, payload.compromiseOccurrenceDate(), call.now())
                : Lifecycle.deactivate(status, call.now());
        if (next.isEmpty()) {
            return Future.failedFuture(Faults.wrongState(call.version()));
        }
        AttributeList attributes = object.attributes().without(AttributeType.REVOCATION_REASON)
                .plus(attribute(payload.reason()));
        return Amendment.status(call, object, next.get(), attributes)
                .map(change -> Outcome.changing(new Revoke.Response(object.id()), change));
    }

    private static boolean isCompromise(RevocationReason reason) {
        return reason.code().is(RevocationReasonCode.KEY_COMPROMISE)
                || reason.code().is(RevocationReasonCode.CA_COMPROMISE);
    }

    private static Attribute attribute(RevocationReason reason) {
        List<TtlvItem> parts = new ArrayList<>(2);
        parts.add(new TtlvItem.EnumerationItem(Tag.REVOCATION_REASON_CODE, reason.code().code()));
        String message = reason.message();
        if (message != null) {
            parts.add(Items.text(Tag.REVOCATION_MESSAGE, message));
        }
        return Attribute.of(AttributeType.REVOCATION_REASON,
                new TtlvItem.Structure(Tag.REVOCATION_REASON, parts));
    }
}
