package io.sallyport.kmip.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.MessageExtension;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * The answer to one item.
 *
 * @param operation null only where the request could not be read
 * @param reason set exactly when the status is not success
 * @param message short; some clients read no more than a line
 */
public record ResponseBatchItem(@Nullable Enumerated<Operation> operation,
        @Nullable ByteSlice uniqueBatchItemId, ResultStatus status, @Nullable ResultReason reason,
        @Nullable String message, @Nullable ByteSlice asynchronousCorrelationValue,
        @Nullable ResponsePayload payload, List<MessageExtension> extensions) {

    public ResponseBatchItem {
        extensions = List.copyOf(extensions);
    }

    /** An item without extensions. */
    public ResponseBatchItem(@Nullable Enumerated<Operation> operation,
            @Nullable ByteSlice uniqueBatchItemId, ResultStatus status,
            @Nullable ResultReason reason, @Nullable String message,
            @Nullable ByteSlice asynchronousCorrelationValue, @Nullable ResponsePayload payload) {
        this(operation, uniqueBatchItemId, status, reason, message, asynchronousCorrelationValue,
                payload, List.of());
    }

    /** An item that is not yet worked on; poll with the value. */
    public static ResponseBatchItem pending(Enumerated<Operation> operation,
            @Nullable ByteSlice uniqueBatchItemId, ByteSlice asynchronousCorrelationValue) {
        return new ResponseBatchItem(operation, uniqueBatchItemId, ResultStatus.OPERATION_PENDING,
                null, null, asynchronousCorrelationValue, null);
    }

    /** A success. */
    public static ResponseBatchItem success(Enumerated<Operation> operation,
            @Nullable ByteSlice uniqueBatchItemId, @Nullable ResponsePayload payload) {
        return new ResponseBatchItem(operation, uniqueBatchItemId, ResultStatus.SUCCESS, null,
                null, null, payload);
    }

    /** A failure with its constant text. */
    public static ResponseBatchItem failure(@Nullable Enumerated<Operation> operation,
            @Nullable ByteSlice uniqueBatchItemId, ResultReason reason, String message) {
        return new ResponseBatchItem(operation, uniqueBatchItemId, ResultStatus.OPERATION_FAILED,
                reason, message, null, null);
    }
}
