package io.sallyport.gateway.operation.lifecycle;

import java.util.List;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Amendment;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Recover;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Recover (2.1 section 6.1.42): an archived object can be used again. One that is not archived is
 * left as it is.
 */
public final class RecoverOperation implements KmipOperation<Recover.Request> {
    /** The operation. */
    public RecoverOperation() {}

    @Override
    public Operation operation() {
        return Operation.RECOVER;
    }

    @Override
    public Class<Recover.Request> payloadType() {
        return Recover.Request.class;
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
    public Future<Outcome> handle(Call call, Recover.Request payload) throws OperationFault {
        return call.object(payload.uniqueIdentifier()).compose(object -> {
            if (object.header().state().isDestroyed()) {
                return Future.failedFuture(Faults.destroyed(call.version()));
            }
            Recover.Response response = new Recover.Response(object.id());
            List<String> ids = List.of(object.id());
            if (!object.attributes().has(AttributeType.ARCHIVE_DATE)) {
                return Future.succeededFuture(Outcome.of(response).naming(ids));
            }
            return Amendment
                    .attributes(call, object,
                            object.attributes().without(AttributeType.ARCHIVE_DATE))
                    .map(change -> Outcome.changing(response, change).naming(ids));
        });
    }
}
