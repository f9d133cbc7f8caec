package io.sallyport.gateway.operation;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Destroy (2.1 section 6.1.15): drops the material of an object that is not active; a tombstone
 * stays.
 */
final class DestroyOperation implements KmipOperation<Destroy.Request> {

    @Override
    public Operation operation() {
        return Operation.DESTROY;
    }

    @Override
    public Class<Destroy.Request> payloadType() {
        return Destroy.Request.class;
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
    public Future<Outcome> handle(Call call, Destroy.Request payload) throws OperationFault {
        return call.liveObject(payload.uniqueIdentifier()).compose(object -> destroy(call, object));
    }

    private static Future<Outcome> destroy(Call call, StoredObject object) {
        KeyStatus next = Lifecycle.destroy(KeyStatus.of(object.header()), call.now()).orElse(null);
        if (next == null) {
            return Future.failedFuture(Faults.wrongState(call.version()));
        }
        Attribute digest = ObjectAttributes.digestToKeep(object);
        AttributeList attributes =
                digest == null ? object.attributes() : object.attributes().plus(digest);
        return Amendment.status(call, object, next, attributes)
                .map(change -> Outcome.changing(new Destroy.Response(object.id()), change));
    }
}
