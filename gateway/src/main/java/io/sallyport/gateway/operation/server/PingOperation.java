package io.sallyport.gateway.operation.server;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Ping;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/** Ping (2.1 section 6.1.38): the server is there. */
public final class PingOperation implements KmipOperation<Ping.Request> {
    /** The operation. */
    public PingOperation() {}

    @Override
    public Operation operation() {
        return Operation.PING;
    }

    @Override
    public Class<Ping.Request> payloadType() {
        return Ping.Request.class;
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
    public Future<Outcome> handle(Call call, Ping.Request payload) throws OperationFault {
        return Future.succeededFuture(Outcome.of(new Ping.Response()));
    }
}
