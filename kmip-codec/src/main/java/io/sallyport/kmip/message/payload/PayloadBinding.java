package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.bind.Dialect;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * The two tables of one operation.
 *
 * @param <Q> its request
 * @param <R> its response
 */
public final class PayloadBinding<Q extends RequestPayload, R extends ResponsePayload> {
    private final Operation operation;
    private final Class<Q> requestType;
    private final StructureBinding<Q> request;
    private final Class<R> responseType;
    private final StructureBinding<R> response;

    private PayloadBinding(Operation operation, Class<Q> requestType, StructureBinding<Q> request,
            Class<R> responseType, StructureBinding<R> response) {
        this.operation = operation;
        this.requestType = requestType;
        this.request = request;
        this.responseType = responseType;
        this.response = response;
    }

    static <Q extends RequestPayload, R extends ResponsePayload> PayloadBinding<Q, R> of(
            Operation operation, Class<Q> requestType, StructureBinding<Q> request,
            Class<R> responseType, StructureBinding<R> response) {
        return new PayloadBinding<>(operation, requestType, request, responseType, response);
    }

    /** The operation that these tables are for. */
    public Operation operation() {
        return operation;
    }

    public RequestPayload decodeRequest(TtlvItem item, KmipVersion version) throws BindFault {
        return request.decode(item, version);
    }

    public ResponsePayload decodeResponse(TtlvItem item, KmipVersion version) throws BindFault {
        return response.decode(item, version);
    }

    /**
     * The payload as an item, or null if a field is missing that must be there.
     *
     * @throws io.sallyport.kmip.bind.UnsayableException if the version cannot say all of it
     * @throws ClassCastException if it is the payload of another operation
     */
    public @Nullable TtlvItem encodeRequest(RequestPayload payload, KmipVersion version) {
        return request.encode(Tag.REQUEST_PAYLOAD, requestType.cast(payload),
                Dialect.ofRequest(version));
    }

    /**
     * The payload as an item, or null if the version cannot say it.
     *
     * @throws ClassCastException if it is the payload of another operation
     */
    public @Nullable TtlvItem encodeResponse(ResponsePayload payload, KmipVersion version) {
        return response.encode(Tag.RESPONSE_PAYLOAD, responseType.cast(payload),
                Dialect.ofResponse(version));
    }
}
