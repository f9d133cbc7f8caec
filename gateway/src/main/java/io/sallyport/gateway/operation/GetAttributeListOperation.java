package io.sallyport.gateway.operation;

import java.util.List;
import io.sallyport.gateway.authorisation.Access;
import io.sallyport.kmip.message.payload.GetAttributeList;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/** Get Attribute List (2.1 section 6.1.21): every name once. */
final class GetAttributeListOperation implements KmipOperation<GetAttributeList.Request> {

    @Override
    public Operation operation() {
        return Operation.GET_ATTRIBUTE_LIST;
    }

    @Override
    public Class<GetAttributeList.Request> payloadType() {
        return GetAttributeList.Request.class;
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
    public Future<Outcome> handle(Call call, GetAttributeList.Request payload)
            throws OperationFault {
        return call.object(payload.uniqueIdentifier()).map(object -> {
            List<AttributeName> names = ObjectAttributes.all(object, call.version(), call.now())
                    .stream().map(Attribute::name).distinct().toList();
            return Outcome.of(new GetAttributeList.Response(object.id(), names));
        });
    }
}
