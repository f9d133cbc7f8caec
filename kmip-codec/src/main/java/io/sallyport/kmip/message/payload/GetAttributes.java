package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Get Attributes (KMIP 2.1 section 6.1.25). */
public final class GetAttributes {
    private GetAttributes() {}

    /** No names asks for all attributes. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            List<AttributeName> names) implements RequestPayload {
        public Request {
            names = List.copyOf(names);
        }

        @Override
        public Operation operation() {
            return Operation.GET_ATTRIBUTES;
        }
    }

    /** In the order in which they were asked. */
    public record Response(String uniqueIdentifier,
            AttributeList attributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.GET_ATTRIBUTES;
        }
    }
}
