package io.sallyport.kmip.message;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Enumerated;
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
        @Nullable ResponsePayload payload) {

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
