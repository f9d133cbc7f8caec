package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Encrypt (since 1.2; KMIP 2.1 section 6.1.21). */
public final class Encrypt {
    private Encrypt() {}

    /** The data are clear: a view on the message. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable CryptographicParameters parameters, @Nullable ByteSlice data,
            @Nullable ByteSlice ivCounterNonce, @Nullable ByteSlice correlationValue,
            @Nullable Boolean initIndicator, @Nullable Boolean finalIndicator,
            @Nullable ByteSlice authenticatedEncryptionAdditionalData) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.ENCRYPT;
        }
    }

    /** The nonce is told when the server made it. */
    public record Response(String uniqueIdentifier, @Nullable ByteSlice data,
            @Nullable ByteSlice ivCounterNonce, @Nullable ByteSlice correlationValue,
            @Nullable ByteSlice authenticatedEncryptionTag) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.ENCRYPT;
        }
    }
}
