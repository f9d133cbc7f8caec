package io.sallyport.gateway.operation;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.kmip.message.payload.SetAttribute;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Set Attribute (2.1 section 6.1.50): the one value of an attribute, whether it had one before or
 * not.
 */
final class SetAttributeOperation implements KmipOperation<SetAttribute.Request> {
    @Override
    public Operation operation() {
        return Operation.SET_ATTRIBUTE;
    }

    @Override
    public Class<SetAttribute.Request> payloadType() {
        return SetAttribute.Request.class;
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
    public Future<Outcome> handle(Call call, SetAttribute.Request payload) throws OperationFault {
        Attribute given = payload.attribute();
        NewAttributes.checkType(given, call.version());
        if (!ExistingAttributes.isModifiable(given.name())) {
            throw Faults.readOnly(call.version());
        }
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> ExistingAttributes.set(call, object, given)
                        .map(change -> Outcome.changing(new SetAttribute.Response(object.id()),
                                change)));
    }
}
