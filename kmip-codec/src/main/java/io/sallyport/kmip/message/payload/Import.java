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
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Import (since 1.4; KMIP 2.1 section 6.1.25). */
public final class Import {
    private static final Field<Request, String> ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Request::uniqueIdentifier);
    private static final Field<Request, Enumerated<ObjectType>> TYPE = Field
            .required(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Request::objectType);
    private static final Field<Request, Boolean> REPLACE =
            Field.optional(Tag.REPLACE_EXISTING, Codecs.BOOLEAN, Request::replaceExisting);
    private static final Field<Request, Enumerated<KeyWrapType>> WRAP_TYPE = Field
            .optional(Tag.KEY_WRAP_TYPE, Codecs.enumeration(KeyWrapType::of), Request::keyWrapType);
    private static final Field<Request, AttributeList> ATTRIBUTES =
            Field.span("Attribute", Attributes.BARE, Request::attributes);
    private static final Field<Request, ManagedObject> OBJECT =
            Field.span("its object", ManagedObjects.OBJECT, Request::object);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.IMPORT, Request.class,
                    StructureBinding.of("Import Request Payload",
                            List.of(ID, TYPE, REPLACE, WRAP_TYPE, ATTRIBUTES, OBJECT),
                            v -> new Request(v.need(ID), v.need(TYPE), v.get(REPLACE),
                                    v.get(WRAP_TYPE), v.need(ATTRIBUTES), v.need(OBJECT))),
                    Response.class, StructureBinding.of("Import Response Payload",
                            List.of(ANSWERED_ID), v -> new Response(v.need(ANSWERED_ID))));

    private Import() {}

    /** The identifier is the one that the object shall have. */
    public record Request(String uniqueIdentifier, Enumerated<ObjectType> objectType,
            @Nullable Boolean replaceExisting, @Nullable Enumerated<KeyWrapType> keyWrapType,
            AttributeList attributes, ManagedObject object) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.IMPORT;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.IMPORT;
        }
    }
}
