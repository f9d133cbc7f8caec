package io.sallyport.gateway.operation.message;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.identity.TicketRights;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Login;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.model.TicketType;
import io.sallyport.kmip.model.UsageLimits;
import io.vertx.core.Future;

/**
 * Login (2.1 section 6.1.30): a ticket that stands for the credentials of this request, or for
 * none. It opens nothing without the certificate of the client that got it, and can't be used to
 * get another ticket, which would lift its limits.
 */
public final class LoginOperation implements KmipOperation<Login.Request> {

    @Override
    public Operation operation() {
        return Operation.LOGIN;
    }

    @Override
    public Class<Login.Request> payloadType() {
        return Login.Request.class;
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
    public Future<Outcome> handle(Call call, Login.Request payload) throws OperationFault {
        Subject caller = call.subject();
        if (caller.rights() != null) {
            throw Faults.denied();
        }
        Subject owner = caller.actingFor(caller.user(), TicketRights.ALL);
        Ticket ticket = ticket(call, owner, payload.leaseTime(), payload.requestCount(),
                payload.usageLimits());
        return Future.succeededFuture(Outcome.of(new Login.Response(ticket)));
    }

    /** A new ticket with this owner. */
    static Ticket ticket(Call call, Subject owner, @Nullable Integer leaseSeconds,
            @Nullable Integer requests, @Nullable UsageLimits limits) throws OperationFault {
        if (limits != null) {
            throw Faults.notSupported("Usage limits of tickets are not supported.");
        }
        if ((leaseSeconds != null && leaseSeconds < 0) || (requests != null && requests < 0)) {
            throw Faults.invalidField("A time or a number of requests is negative.");
        }
        return new Ticket(Enumerated.of(TicketType.LOGIN), call.desk().tickets().issue(owner,
                leaseSeconds == null ? 0 : leaseSeconds, requests, call.now()));
    }
}
