package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Get Attribute List (KMIP 2.1 section 6.1.26). */
public final class GetAttributeList {
    private GetAttributeList() {}

    /** An absent identifier means the ID Placeholder. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.GET_ATTRIBUTE_LIST;
        }
    }

    /** Each name once. */
    public record Response(String uniqueIdentifier,
            List<AttributeName> names) implements ResponsePayload {
        public Response {
            names = List.copyOf(names);
        }

        @Override
        public Operation operation() {
            return Operation.GET_ATTRIBUTE_LIST;
        }
    }
}
