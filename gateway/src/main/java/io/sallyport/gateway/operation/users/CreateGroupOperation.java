package io.sallyport.gateway.operation.users;

import java.util.List;
import java.util.UUID;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.kmip.message.payload.CreateGroup;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Create Group (3.0 draft): a name in the partition. A group gives no rights.
 */
public final class CreateGroupOperation implements KmipOperation<CreateGroup.Request> {

    @Override
    public Operation operation() {
        return Operation.CREATE_GROUP;
    }

    @Override
    public Class<CreateGroup.Request> payloadType() {
        return CreateGroup.Request.class;
    }

    @Override
    public Access access() {
        return Access.ADMINISTRATOR;
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, CreateGroup.Request payload) throws OperationFault {
        if (payload.attributes().attributes().size() != 1) {
            throw Faults.invalidField("A group has a name and nothing else.");
        }
        String name = GivenName.in(payload.attributes());
        String id = UUID.randomUUID().toString();
        call.concerns(id);
        call.changesUsers(List.of(new ClientChange.AddGroup(call.subject().partition(), id, name,
                call.now())));
        return Future.succeededFuture(Outcome.of(new CreateGroup.Response(id)));
    }
}
