package io.sallyport.gateway.operation.cryptography;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.Part;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * What a request carries of the data: all, or one part of several (1.3 section 4.30, 2.1 section
 * 6.1.18).
 *
 * @param last whether the data end with it
 * @param stream what the parts before led to; null for all data and for a first part
 * @param correlation the value that names the stream, its own memory; null where there is none yet
 */
record Portion(boolean last, @Nullable Stream stream, @Nullable ByteSlice correlation) {
    /** All data at once. */
    static final Portion WHOLE = new Portion(true, null, null);

    /** Whether these are all data. */
    boolean isWhole() {
        return last && stream == null;
    }

    /** Whether no part came before. */
    boolean isFirst() {
        return stream == null;
    }

    /** What the engine is told of it. */
    @Nullable
    Part part() {
        if (isWhole()) {
            return null;
        }
        return new Part(last,
                stream == null ? null : stream.continuation().asReadOnlyBuffer());
    }

    /** The key that the request means; later parts may leave it out. */
    @Nullable
    UniqueIdentifier key(@Nullable UniqueIdentifier asked) {
        return asked == null && stream != null && stream.keyId() != null
                ? UniqueIdentifier.of(stream.keyId())
                : asked;
    }

    /** Refuses another key than that of the parts before. */
    void requireKey(StoredObject key) throws OperationFault {
        if (stream != null && !key.id().equals(stream.keyId())) {
            throw Faults.invalidField("The parts before were under another key.");
        }
    }

    /** The data to be taken; only a part may have none. */
    void requireData(@Nullable ByteSlice data) throws OperationFault {
        if (data == null && isWhole()) {
            throw new OperationFault(ResultReason.MISSING_DATA, "The data are missing.");
        }
    }

    /** Whether every service so far, and this one, is an approved one. */
    boolean isApproved(boolean thisOne) {
        return thisOne && (stream == null || stream.approved());
    }
}
