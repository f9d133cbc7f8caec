package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.ManagedObjects;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.PutFunction;
import io.sallyport.kmip.model.Tag;

/** Put, sent by the server (KMIP 2.1 section 6.2.3). */
public final class Put {
    private static final Field<Request, String> ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Request::uniqueIdentifier);
    private static final Field<Request, Enumerated<PutFunction>> FUNCTION = Field
            .required(Tag.PUT_FUNCTION, Codecs.enumeration(PutFunction::of), Request::putFunction);
    private static final Field<Request, String> REPLACED = Field.optional(
            Tag.REPLACED_UNIQUE_IDENTIFIER, Identifiers.TEXT, Request::replacedUniqueIdentifier);
    private static final Field<Request, ManagedObject> OBJECT =
            Field.span("its object", ManagedObjects.OBJECT, Request::object);
    private static final Field<Request, AttributeList> ATTRIBUTES =
            Field.optionalSpan("Attribute", Attributes.IN_KEY, Request::attributes);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.PUT,
            Request.class,
            StructureBinding.of("Put Request Payload",
                    List.of(ID, FUNCTION, REPLACED, OBJECT, ATTRIBUTES),
                    v -> new Request(v.need(ID), v.need(FUNCTION), v.get(REPLACED), v.need(OBJECT),
                            Attributes.orEmpty(v.get(ATTRIBUTES)))),
            Response.class,
            StructureBinding.of("Put Response Payload", List.of(), v -> new Response()));

    private Put() {}

    /** An object that the client is given without having asked. */
    public record Request(String uniqueIdentifier, Enumerated<PutFunction> putFunction,
            @Nullable String replacedUniqueIdentifier, ManagedObject object,
            AttributeList attributes) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.PUT;
        }
    }

    /** The client took it. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.PUT;
        }
    }
}
