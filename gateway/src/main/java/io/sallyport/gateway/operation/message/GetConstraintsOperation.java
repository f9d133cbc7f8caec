package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.GetConstraints;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/** Get Constraints (2.1 section 6.1.22): what new objects of the partition must be like. */
public final class GetConstraintsOperation implements KmipOperation<GetConstraints.Request> {

    @Override
    public Operation operation() {
        return Operation.GET_CONSTRAINTS;
    }

    @Override
    public Class<GetConstraints.Request> payloadType() {
        return GetConstraints.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER_OR_OPERATOR;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, GetConstraints.Request payload) {
        return Future.succeededFuture(
                Outcome.of(new GetConstraints.Response(call.rules().constraints())));
    }
}
