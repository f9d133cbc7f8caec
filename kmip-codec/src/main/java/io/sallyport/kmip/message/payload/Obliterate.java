package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Obliterate (since 3.0, a draft). */
public final class Obliterate {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.OBLITERATE,
            Request.class,
            StructureBinding.of("Obliterate Request Payload", List.of(ID),
                    v -> new Request(v.get(ID))),
            Response.class,
            StructureBinding.of("Obliterate Response Payload", List.of(), v -> new Response()));

    private Obliterate() {}

    /** The object of which nothing shall remain. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.OBLITERATE;
        }
    }

    /** Nothing remains of it. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.OBLITERATE;
        }
    }
}
