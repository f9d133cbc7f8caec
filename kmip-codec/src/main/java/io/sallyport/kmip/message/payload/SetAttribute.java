package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Set Attribute (since 2.0; KMIP 2.1 section 6.1.51). */
public final class SetAttribute {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Attribute> NEW =
            Field.required(Tag.NEW_ATTRIBUTE, Attributes.HELD, Request::attribute);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.SET_ATTRIBUTE, Request.class,
                    StructureBinding.of("Set Attribute Request Payload", List.of(ID, NEW),
                            v -> new Request(v.get(ID), v.need(NEW))),
                    Response.class, StructureBinding.of("Set Attribute Response Payload",
                            List.of(ANSWERED_ID), v -> new Response(v.need(ANSWERED_ID))));

    private SetAttribute() {}

    /** The only value that the attribute shall have. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            Attribute attribute) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.SET_ATTRIBUTE;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.SET_ATTRIBUTE;
        }
    }
}
