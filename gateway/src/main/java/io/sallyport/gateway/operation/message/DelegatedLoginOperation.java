package io.sallyport.gateway.operation.message;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.identity.TicketRights;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.DelegatedLogin;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Right;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.vertx.core.Future;

/**
 * Delegated Login (2.1 section 6.1.12): a ticket that is limited to some operations or objects.
 * Whoever holds a limited ticket can't get another one: rights only ever narrow.
 */
public final class DelegatedLoginOperation implements KmipOperation<DelegatedLogin.Request> {

    @Override
    public Operation operation() {
        return Operation.DELEGATED_LOGIN;
    }

    @Override
    public Class<DelegatedLogin.Request> payloadType() {
        return DelegatedLogin.Request.class;
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
    public Future<Outcome> handle(Call call, DelegatedLogin.Request payload)
            throws OperationFault {
        if (call.subject().rights() != null) {
            throw Faults.denied();
        }
        TicketRights rights = rights(payload.rights());
        return Future.succeededFuture(Outcome.of(new DelegatedLogin.Response(
                LoginOperation.ticket(call, call.subject().actingFor(call.subject().user(), rights),
                        payload.leaseTime(), payload.requestCount(), payload.usageLimits()))));
    }

    private static TicketRights rights(List<Right> asked) throws OperationFault {
        List<TicketRights.Right> rights = new ArrayList<>(asked.size());
        for (Right right : asked) {
            if (right.usageLimits() != null) {
                throw Faults.notSupported("Usage limits of tickets are not supported.");
            }
            rights.add(new TicketRights.Right(operations(right), objects(right)));
        }
        return new TicketRights(rights);
    }

    private static Set<Operation> operations(Right right) throws OperationFault {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        for (Enumerated<Operation> operation : right.operations()) {
            Operation known = operation.known();
            if (known == null) {
                throw Faults.invalidField("A right names an operation that is not known.");
            }
            operations.add(known);
        }
        return operations;
    }

    private static Set<String> objects(Right right) throws OperationFault {
        Set<String> ids = new HashSet<>();
        for (UniqueIdentifier object : right.objects()) {
            if (!(object instanceof UniqueIdentifier.Text(String id))) {
                throw Faults.invalidField("A right names an object by something else than its id.");
            }
            ids.add(id);
        }
        return ids;
    }
}
