package io.sallyport.gateway.operation.lifecycle;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.ObjectAttributes;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.message.payload.ObtainLease;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.vertx.core.Future;

/**
 * Obtain Lease (2.1 section 6.1.37): how long a client may keep what it got before it asks again. A
 * compromised object gets none.
 */
public final class ObtainLeaseOperation implements KmipOperation<ObtainLease.Request> {
    /** The operation. */
    public ObtainLeaseOperation() {}

    @Override
    public Operation operation() {
        return Operation.OBTAIN_LEASE;
    }

    @Override
    public Class<ObtainLease.Request> payloadType() {
        return ObtainLease.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, ObtainLease.Request payload) throws OperationFault {
        return call.liveObject(payload.uniqueIdentifier()).compose(object -> {
            if (Lifecycle.effective(object.header(), call.now()) == KeyState.COMPROMISED) {
                return Future.failedFuture(new OperationFault(ResultReason.PERMISSION_DENIED,
                        "A compromised object gets no lease."));
            }
            Long changed = object.attributes().date(AttributeType.LAST_CHANGE_DATE);
            return Future.succeededFuture(Outcome.of(new ObtainLease.Response(object.id(),
                    ObjectAttributes.LEASE_SECONDS,
                    changed == null ? object.header().dates().initial() : changed)));
        });
    }
}
