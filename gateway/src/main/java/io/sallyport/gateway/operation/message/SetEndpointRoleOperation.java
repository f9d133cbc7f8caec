package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.SetEndpointRole;
import io.sallyport.kmip.model.EndpointRole;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Set Endpoint Role (2.1 section 6.1.54): the role that the server plays on this connection from
 * now on. As a client it tells of new and changed objects; what the other side still asks is
 * answered all the same.
 */
public final class SetEndpointRoleOperation implements KmipOperation<SetEndpointRole.Request> {

    @Override
    public Operation operation() {
        return Operation.SET_ENDPOINT_ROLE;
    }

    @Override
    public Class<SetEndpointRole.Request> payloadType() {
        return SetEndpointRole.Request.class;
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
    public Future<Outcome> handle(Call call, SetEndpointRole.Request payload)
            throws OperationFault {
        EndpointRole role = payload.endpointRole().known();
        EndpointRoles roles = call.desk().roles();
        switch (role) {
            case CLIENT -> {
                if (!roles.ask(call.peer(), call.subject(), call.version())) {
                    throw Faults.notSupported("This connection can't switch roles.");
                }
            }
            case SERVER -> roles.answerOnly(call.peer());
            case null -> throw Faults.invalidField("The endpoint role is not known.");
        }
        return Future.succeededFuture(
                Outcome.of(new SetEndpointRole.Response(payload.endpointRole())));
    }
}
