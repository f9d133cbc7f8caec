package io.sallyport.gateway.operation.lifecycle;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.ObjectAttributes;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.UsageAllocation;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Check;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.vertx.core.Future;

/**
 * Check (2.1 section 6.1.6): whether the object may be used as the client says. Nothing is changed,
 * and usage limits are not lowered.
 */
public final class CheckOperation implements KmipOperation<Check.Request> {
    /** The operation. */
    public CheckOperation() {}

    @Override
    public Operation operation() {
        return Operation.CHECK;
    }

    @Override
    public Class<Check.Request> payloadType() {
        return Check.Request.class;
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
    public Future<Outcome> handle(Call call, Check.Request payload) throws OperationFault {
        return call.liveObject(payload.uniqueIdentifier()).compose(object -> {
            OperationFault refusal = refusal(call, object, payload);
            return refusal != null
                    ? Future.failedFuture(refusal)
                    : Future.succeededFuture(Outcome
                            .of(new Check.Response(object.id(), null, null, null)));
        });
    }

    private static @Nullable OperationFault refusal(Call call, StoredObject object,
            Check.Request payload) {
        Integer usage = payload.cryptographicUsageMask();
        if (usage != null && (ObjectAttributes.usageMask(object) & usage) != usage) {
            return Faults.incompatibleUsage(call.version());
        }
        Long count = payload.usageLimitsCount();
        if (count != null && !UsageAllocation.allows(object, count)) {
            return Faults.usageLimit(call.version());
        }
        Integer lease = payload.leaseTime();
        if (lease != null && Integer.compareUnsigned(lease, ObjectAttributes.LEASE_SECONDS) > 0) {
            return new OperationFault(ResultReason.PERMISSION_DENIED,
                    "No lease is given for so long.");
        }
        return null;
    }
}
