package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Add Attribute (KMIP 2.1 section 6.1.2). */
public final class AddAttribute {
    private AddAttribute() {}

    /** One new value of one attribute. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            Attribute attribute) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.ADD_ATTRIBUTE;
        }
    }

    /** 1.x answers the attribute with its index, 2.x only the identifier. */
    public record Response(String uniqueIdentifier,
            @Nullable Attribute attribute) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.ADD_ATTRIBUTE;
        }
    }
}
