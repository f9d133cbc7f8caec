package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Logout;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/** Logout (2.1 section 6.1.31): a ticket of this client is good no more, from this item on. */
public final class LogoutOperation implements KmipOperation<Logout.Request> {

    @Override
    public Operation operation() {
        return Operation.LOGOUT;
    }

    @Override
    public Class<Logout.Request> payloadType() {
        return Logout.Request.class;
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
    public Future<Outcome> handle(Call call, Logout.Request payload) throws OperationFault {
        call.desk().tickets().revoke(call.subject(), payload.ticket().value());
        return Future.succeededFuture(Outcome.of(new Logout.Response()));
    }
}
