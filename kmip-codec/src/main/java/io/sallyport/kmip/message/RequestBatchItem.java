package io.sallyport.kmip.message;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Ephemeral;
import io.sallyport.kmip.model.MessageExtension;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * One item of a request.
 *
 * @param ephemeral what is not to be answered; in 2.x true is DATA, and an explicit false is the
 *        code 0
 * @param payload a record of the operation, a {@link MalformedPayload} or an
 *        {@link UnknownPayload}
 */
public record RequestBatchItem(Enumerated<Operation> operation,
        @Nullable Enumerated<Ephemeral> ephemeral, @Nullable ByteSlice uniqueBatchItemId,
        RequestPayload payload,
        List<MessageExtension> extensions) {

    public RequestBatchItem {
        extensions = List.copyOf(extensions);
    }

    /** An item with nothing but its payload; the payload's operation must be known. */
    public static RequestBatchItem of(RequestPayload payload) {
        return of(payload, null);
    }

    /** An item with an id of its own, as every item of a batch of several needs. */
    public static RequestBatchItem of(RequestPayload payload,
            @Nullable ByteSlice uniqueBatchItemId) {
        Operation operation = Objects.requireNonNull(payload.operation());
        return new RequestBatchItem(Enumerated.of(operation), null, uniqueBatchItemId, payload,
                List.of());
    }
}
