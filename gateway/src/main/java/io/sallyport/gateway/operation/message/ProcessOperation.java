package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.ProcessRequest;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/** Process (2.1 section 6.1.39): a submitted request is carried out now, without waiting for it. */
public final class ProcessOperation implements KmipOperation<ProcessRequest.Request> {

    @Override
    public Operation operation() {
        return Operation.PROCESS;
    }

    @Override
    public Class<ProcessRequest.Request> payloadType() {
        return ProcessRequest.Request.class;
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
    public Future<Outcome> handle(Call call, ProcessRequest.Request payload) {
        return call.desk().pending().process(call.subject(),
                payload.asynchronousCorrelationValue())
                        ? Future.succeededFuture(Outcome.of(new ProcessRequest.Response(
                                payload.asynchronousCorrelationValue())))
                        : Future.failedFuture(Faults.noSuchRequest(call.version()));
    }
}
