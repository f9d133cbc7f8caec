package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Poll;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * Poll (2.1 section 6.1.38): answers as the operation that was submitted would have, once it is
 * done. The answer is given once; one that is larger than the client allows is not given, and
 * kept for another Poll.
 */
public final class PollOperation implements KmipOperation<Poll.Request> {

    @Override
    public Operation operation() {
        return Operation.POLL;
    }

    @Override
    public Class<Poll.Request> payloadType() {
        return Poll.Request.class;
    }

    @Override
    public Access access() {
        return Access.ANYBODY;
    }

    /** What it carries out may change objects. */
    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, Poll.Request payload) {
        ByteSlice correlation = payload.asynchronousCorrelationValue();
        PendingRequests pending = call.desk().pending();
        Enumerated<Operation> submitted = pending.operation(call.subject(), correlation);
        if (submitted == null) {
            return Future.failedFuture(Faults.noSuchRequest(call.version()));
        }
        return pending.poll(call.subject(), correlation).compose(ended -> {
            call.answersAs(submitted);
            if (ended.isEmpty()) {
                return Future.failedFuture(new StillPending(correlation));
            }
            String objectId = ended.get().objectId();
            if (objectId != null) {
                call.concerns(objectId);
            }
            Outcome outcome = ended.get().outcome();
            return outcome != null
                    ? Future.succeededFuture(outcome)
                    : Future.failedFuture(ended.get().fault());
        });
    }
}
