package io.sallyport.gateway.operation.lifecycle;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.ObjectAttributes;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.Change;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.message.payload.Obliterate;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Obliterate (3.0 draft): nothing stays of the object but the audit log's record of its end. As
 * with Destroy, an active one must be deactivated first.
 */
public final class ObliterateOperation implements KmipOperation<Obliterate.Request> {
    /** The operation. */
    public ObliterateOperation() {}

    @Override
    public Operation operation() {
        return Operation.OBLITERATE;
    }

    @Override
    public Class<Obliterate.Request> payloadType() {
        return Obliterate.Request.class;
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
    public Future<Outcome> handle(Call call, Obliterate.Request payload) throws OperationFault {
        return call.object(payload.uniqueIdentifier()).compose(object -> {
            boolean active = ObjectAttributes.isCryptographic(object.header()) && Lifecycle
                    .effective(object.header(), call.now()) == KeyState.ACTIVE;
            return active
                    ? Future.failedFuture(Faults.wrongState(call.version()))
                    : Future.succeededFuture(Outcome.changing(new Obliterate.Response(),
                            new Change.Remove(object)));
        });
    }
}
