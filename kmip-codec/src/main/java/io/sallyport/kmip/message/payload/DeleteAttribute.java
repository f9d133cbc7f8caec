package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Delete Attribute (KMIP 2.1 section 6.1.15). */
public final class DeleteAttribute {
    private DeleteAttribute() {}

    /** 1.x tells the value by its index, 2.x by its current value; 2.x without it deletes all. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier, AttributeName name,
            @Nullable Integer index, @Nullable Attribute current) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.DELETE_ATTRIBUTE;
        }
    }

    /** 1.x answers the attribute, 2.x only the identifier. */
    public record Response(String uniqueIdentifier,
            @Nullable Attribute attribute) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.DELETE_ATTRIBUTE;
        }
    }
}
