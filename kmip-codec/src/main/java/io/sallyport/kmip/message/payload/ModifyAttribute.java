package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Modify Attribute (KMIP 2.1 section 6.1.33). */
public final class ModifyAttribute {
    private ModifyAttribute() {}

    /** 1.x tells the value to change by its index, 2.x by its current value. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable Attribute current, Attribute next) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.MODIFY_ATTRIBUTE;
        }
    }

    /** 1.x answers the attribute, 2.x only the identifier. */
    public record Response(String uniqueIdentifier,
            @Nullable Attribute attribute) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.MODIFY_ATTRIBUTE;
        }
    }
}
