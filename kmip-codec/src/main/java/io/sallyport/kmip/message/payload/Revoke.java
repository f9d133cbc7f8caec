package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Revoke (KMIP 2.1 section 6.1.47). */
public final class Revoke {
    private Revoke() {}

    /** The date is in seconds since 1970; an absent identifier means the ID Placeholder. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier, RevocationReason reason,
            @Nullable Long compromiseOccurrenceDate) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.REVOKE;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.REVOKE;
        }
    }
}
