package io.sallyport.gateway.operation;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/** Activate (2.1 section 6.1.1): from Pre-Active, as of now. */
final class ActivateOperation implements KmipOperation<Activate.Request> {

    @Override
    public Operation operation() {
        return Operation.ACTIVATE;
    }

    @Override
    public Class<Activate.Request> payloadType() {
        return Activate.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER_OR_OPERATOR;
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, Activate.Request payload) throws OperationFault {
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> activate(call, object));
    }

    private static Future<Outcome> activate(Call call, StoredObject object) {
        KeyStatus next = ObjectAttributes.isCryptographic(object.header())
                ? Lifecycle.activate(KeyStatus.of(object.header()), call.now()).orElse(null)
                : null;
        if (next == null) {
            return Future.failedFuture(Faults.wrongState(call.version()));
        }
        return Amendment.status(call, object, next).map(
                change -> Outcome.changing(new Activate.Response(object.id()), change));
    }
}
