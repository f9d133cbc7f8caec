package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;

/** Create (KMIP 2.1 section 6.1.8). */
public final class Create {
    private Create() {}

    /** The masks are those of 2.x, best first. */
    public record Request(Enumerated<ObjectType> objectType, AttributeList attributes,
            List<Integer> protectionStorageMasks) implements RequestPayload {
        public Request {
            protectionStorageMasks = List.copyOf(protectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.CREATE;
        }
    }

    /** The attributes are those of 1.x that the server chose by itself. */
    public record Response(Enumerated<ObjectType> objectType, String uniqueIdentifier,
            @Nullable AttributeList attributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.CREATE;
        }
    }
}
