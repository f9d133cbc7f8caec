package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Cancel;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Cancel (2.1 section 6.1.5): always a success, whose result tells whether anything was cancelled.
 * What has begun is not stopped.
 */
public final class CancelOperation implements KmipOperation<Cancel.Request> {

    @Override
    public Operation operation() {
        return Operation.CANCEL;
    }

    @Override
    public Class<Cancel.Request> payloadType() {
        return Cancel.Request.class;
    }

    @Override
    public Access access() {
        return Access.ANYBODY;
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, Cancel.Request payload) {
        return Future.succeededFuture(Outcome.of(new Cancel.Response(
                payload.asynchronousCorrelationValue(), Enumerated.of(call.desk().pending()
                        .cancel(call.subject(), payload.asynchronousCorrelationValue())))));
    }
}
