package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Get Attribute List (KMIP 2.1 section 6.1.21). */
public final class GetAttributeList {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, List<AttributeName>> NAMES = Field.span("Attribute Name",
            Attributes.NAMES, Response::names);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.GET_ATTRIBUTE_LIST, Request.class,
            StructureBinding.of("Get Attribute List Request Payload", List.of(ID),
                    v -> new Request(v.get(ID))),
            Response.class,
            StructureBinding.of("Get Attribute List Response Payload", List.of(ANSWERED_ID, NAMES),
                    v -> new Response(v.need(ANSWERED_ID), v.need(NAMES))));

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
