package io.sallyport.gateway.operation.message;

import java.util.List;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.QueryAsynchronousRequests;
import io.sallyport.kmip.model.AsynchronousRequest;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Query Asynchronous Requests (2.1 section 6.1.41): the caller's requests that it did not poll,
 * narrowed to the values and operations that it names.
 */
public final class QueryAsynchronousRequestsOperation
        implements
            KmipOperation<QueryAsynchronousRequests.Request> {

    @Override
    public Operation operation() {
        return Operation.QUERY_ASYNCHRONOUS_REQUESTS;
    }

    @Override
    public Class<QueryAsynchronousRequests.Request> payloadType() {
        return QueryAsynchronousRequests.Request.class;
    }

    @Override
    public Access access() {
        return Access.ANYBODY;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, QueryAsynchronousRequests.Request payload) {
        List<AsynchronousRequest> found = call.desk().pending().of(call.subject()).stream()
                .filter(request -> isAsked(payload, request)).toList();
        return Future.succeededFuture(Outcome.of(new QueryAsynchronousRequests.Response(found)));
    }

    private static boolean isAsked(QueryAsynchronousRequests.Request asked,
            AsynchronousRequest request) {
        return (asked.asynchronousCorrelationValues().isEmpty()
                || asked.asynchronousCorrelationValues().stream()
                        .anyMatch(value -> value.matches(request.correlationValue())))
                && (asked.operations().isEmpty()
                        || asked.operations().contains(request.operation()));
    }
}
