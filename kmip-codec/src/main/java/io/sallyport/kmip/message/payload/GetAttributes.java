package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Get Attributes (KMIP 2.1 section 6.1.20). */
public final class GetAttributes {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, List<AttributeName>> NAMES = Field.span("Attribute Name",
            Attributes.NAMES, Request::names);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, AttributeList> ATTRIBUTES = Field.span("Attribute",
            Attributes.BARE, Response::attributes);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.GET_ATTRIBUTES, Request.class,
            StructureBinding.of("Get Attributes Request Payload", List.of(ID, NAMES),
                    v -> new Request(v.get(ID), v.need(NAMES))),
            Response.class,
            StructureBinding.of("Get Attributes Response Payload", List.of(ANSWERED_ID, ATTRIBUTES),
                    v -> new Response(v.need(ANSWERED_ID), v.need(ATTRIBUTES))));

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
