package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Decrypt (since 1.2; KMIP 2.1 section 6.1.14). */
public final class Decrypt {
    private Decrypt() {}

    /** The additional data and the tag are for authenticated modes. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable CryptographicParameters parameters, @Nullable ByteSlice data,
            @Nullable ByteSlice ivCounterNonce, @Nullable ByteSlice correlationValue,
            @Nullable Boolean initIndicator, @Nullable Boolean finalIndicator,
            @Nullable ByteSlice authenticatedEncryptionAdditionalData,
            @Nullable ByteSlice authenticatedEncryptionTag) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.DECRYPT;
        }
    }

    /** The data are clear: a view on a buffer of somebody else. */
    public record Response(String uniqueIdentifier, @Nullable ByteSlice data,
            @Nullable ByteSlice correlationValue) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.DECRYPT;
        }
    }
}
