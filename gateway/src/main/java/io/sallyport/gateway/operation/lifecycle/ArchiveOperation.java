package io.sallyport.gateway.operation.lifecycle;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Amendment;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Archive;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Archive (2.1 section 6.1.4): the object stays where it is, but nobody can use or change it until
 * it is recovered.
 */
public final class ArchiveOperation implements KmipOperation<Archive.Request> {
    /** The operation. */
    public ArchiveOperation() {}

    @Override
    public Operation operation() {
        return Operation.ARCHIVE;
    }

    @Override
    public Class<Archive.Request> payloadType() {
        return Archive.Request.class;
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
    public Future<Outcome> handle(Call call, Archive.Request payload) throws OperationFault {
        return call.liveObject(payload.uniqueIdentifier())
                .compose(object -> Amendment
                        .attributes(call, object,
                                object.attributes().plus(Attribute
                                        .date(AttributeType.ARCHIVE_DATE, call.now())))
                        .map(change -> Outcome.changing(new Archive.Response(object.id()),
                                change)));
    }
}
