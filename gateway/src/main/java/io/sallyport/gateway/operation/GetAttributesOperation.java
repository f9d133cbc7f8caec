package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.vertx.core.Future;

/**
 * Get Attributes (2.1 section 6.1.20): those asked, in the order asked; all if none is named. A
 * name that the object has no value for is left out.
 */
final class GetAttributesOperation implements KmipOperation<GetAttributes.Request> {

    @Override
    public Operation operation() {
        return Operation.GET_ATTRIBUTES;
    }

    @Override
    public Class<GetAttributes.Request> payloadType() {
        return GetAttributes.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER_OR_OPERATOR;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, GetAttributes.Request payload) throws OperationFault {
        if (new HashSet<>(payload.names()).size() < payload.names().size()) {
            throw new OperationFault(ResultReason.INVALID_MESSAGE,
                    "An attribute is asked for twice.");
        }
        return call.object(payload.uniqueIdentifier()).map(object -> Outcome
                .of(new GetAttributes.Response(object.id(), asked(call, object, payload))));
    }

    private static AttributeList asked(Call call, StoredObject object,
            GetAttributes.Request payload) {
        List<Attribute> all = ObjectAttributes.all(object, call.version(), call.now());
        if (payload.names().isEmpty()) {
            return new AttributeList(all);
        }
        List<Attribute> asked = new ArrayList<>(payload.names().size());
        for (AttributeName name : payload.names()) {
            for (Attribute attribute : all) {
                if (attribute.name().equals(name)) {
                    asked.add(attribute);
                }
            }
        }
        return new AttributeList(asked);
    }
}
