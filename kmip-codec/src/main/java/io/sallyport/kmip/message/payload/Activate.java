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

/** Activate (KMIP 2.1 section 6.1.1). */
public final class Activate {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.ACTIVATE,
            Request.class,
            StructureBinding.of("Activate Request Payload", List.of(ID),
                    v -> new Request(v.get(ID))),
            Response.class, StructureBinding.of("Activate Response Payload", List.of(ANSWERED_ID),
                    v -> new Response(v.need(ANSWERED_ID))));

    private Activate() {}

    /** An absent identifier means the ID Placeholder. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.ACTIVATE;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.ACTIVATE;
        }
    }
}
