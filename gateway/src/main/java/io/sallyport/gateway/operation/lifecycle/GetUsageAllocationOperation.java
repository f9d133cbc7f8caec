package io.sallyport.gateway.operation.lifecycle;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.UsageAllocation;
import io.sallyport.kmip.message.payload.GetUsageAllocation;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Get Usage Allocation (2.1 section 6.1.26): takes an amount out of the usage limits, for use on
 * the client's side. An object without limits gives any amount.
 */
public final class GetUsageAllocationOperation
        implements
            KmipOperation<GetUsageAllocation.Request> {
    /** The operation. */
    public GetUsageAllocationOperation() {}

    @Override
    public Operation operation() {
        return Operation.GET_USAGE_ALLOCATION;
    }

    @Override
    public Class<GetUsageAllocation.Request> payloadType() {
        return GetUsageAllocation.Request.class;
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
    public Future<Outcome> handle(Call call, GetUsageAllocation.Request payload)
            throws OperationFault {
        if (payload.usageLimitsCount() <= 0) {
            throw Faults.invalidField("The amount is not positive.");
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> UsageAllocation.take(call, object, payload.usageLimitsCount())
                        .map(changes -> Outcome.changing(
                                new GetUsageAllocation.Response(object.id()), changes)));
    }
}
