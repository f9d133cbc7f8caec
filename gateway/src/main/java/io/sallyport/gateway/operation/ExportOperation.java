package io.sallyport.gateway.operation;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.payload.Export;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Export (2.1 section 6.1.21): an object as Get gives it, with all its attributes. Unlike Get it
 * leaves a fresh object fresh.
 */
final class ExportOperation implements KmipOperation<Export.Request> {

    @Override
    public Operation operation() {
        return Operation.EXPORT;
    }

    @Override
    public Class<Export.Request> payloadType() {
        return Export.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, Export.Request payload) throws OperationFault {
        Get.Request get = new Get.Request(payload.uniqueIdentifier(), payload.keyFormatType(),
                payload.keyWrapType(), payload.keyCompressionType(), payload.wrapping());
        GetOperation.check(get);
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> GetOperation.presented(call, object, get)
                        .map(got -> got.answering(exported(call, object, got))));
    }

    private static Export.Response exported(Call call, StoredObject object, Outcome got) {
        Get.Response response = (Get.Response) got.payload();
        return new Export.Response(response.objectType(), response.uniqueIdentifier(),
                new AttributeList(ObjectAttributes.all(object, call.version(), call.now())),
                response.object());
    }
}
