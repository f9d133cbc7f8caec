package io.sallyport.gateway.session;

import java.nio.ByteBuffer;

import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.kmip.model.Tag;

/** Looks at the operation codes of a message without decoding it. Stateless. */
final class OperationPeek {
    private static final int HEADER_BYTES = 8;
    private static final int TAG_SHIFT = 8;

    private OperationPeek() {}

    /** Whether an operation in the message may change state; true for what can't be told. */
    static boolean anyChangesState(ByteBuffer frame, OperationTable operations) {
        int at = frame.position() + HEADER_BYTES;
        int end = frame.limit();
        boolean found = false;
        while (at + HEADER_BYTES <= end) {
            int length = frame.getInt(at + Integer.BYTES);
            if (length < 0 || length > end - at - HEADER_BYTES) {
                return true;
            }
            if (frame.getInt(at) >>> TAG_SHIFT == Tag.BATCH_ITEM) {
                int first = at + HEADER_BYTES;
                if (length < 2 * HEADER_BYTES
                        || frame.getInt(first) >>> TAG_SHIFT != Tag.OPERATION
                        || operations.changesState(frame.getInt(first + HEADER_BYTES))) {
                    return true;
                }
                found = true;
            }
            at += HEADER_BYTES + length;
        }
        return !found;
    }
}
