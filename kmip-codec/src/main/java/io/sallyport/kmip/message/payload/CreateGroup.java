package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Create Group (since 3.0, a draft). */
public final class CreateGroup {
    private static final Field<Request, AttributeList> ATTRIBUTES =
            Field.span("Template-Attribute", Attributes.TEMPLATE, Request::attributes);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.CREATE_GROUP, Request.class,
                    StructureBinding.of("Create Group Request Payload", List.of(ATTRIBUTES),
                            v -> new Request(v.need(ATTRIBUTES))),
                    Response.class, StructureBinding.of("Create Group Response Payload",
                            List.of(ANSWERED_ID), v -> new Response(v.need(ANSWERED_ID))));

    private CreateGroup() {}

    /** The attributes of the new group. */
    public record Request(AttributeList attributes) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.CREATE_GROUP;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.CREATE_GROUP;
        }
    }
}
