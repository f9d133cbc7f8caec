package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.ManagedObjects;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.bind.Wrapping;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyCompressionType;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyWrapType;
import io.sallyport.kmip.model.KeyWrappingSpecification;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Export (since 1.4; KMIP 2.1 section 6.1.18). */
public final class Export {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Enumerated<KeyFormatType>> FORMAT = Field.optional(
            Tag.KEY_FORMAT_TYPE, Codecs.enumeration(KeyFormatType::of), Request::keyFormatType);
    private static final Field<Request, Enumerated<KeyWrapType>> WRAP_TYPE = Field
            .optional(Tag.KEY_WRAP_TYPE, Codecs.enumeration(KeyWrapType::of), Request::keyWrapType);
    private static final Field<Request, Enumerated<KeyCompressionType>> COMPRESSION =
            Field.optional(Tag.KEY_COMPRESSION_TYPE, Codecs.enumeration(KeyCompressionType::of),
                    Request::keyCompressionType);
    private static final Field<Request, KeyWrappingSpecification> WRAPPING = Field
            .optional(Tag.KEY_WRAPPING_SPECIFICATION, Wrapping.SPECIFICATION, Request::wrapping);
    private static final Field<Response, Enumerated<ObjectType>> ANSWERED_TYPE = Field
            .required(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Response::objectType);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, AttributeList> ANSWERED_ATTRIBUTES =
            Field.span("Attribute", Attributes.BARE, Response::attributes);
    private static final Field<Response, ManagedObject> ANSWERED_OBJECT =
            Field.span("its object", ManagedObjects.OBJECT, Response::object);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.EXPORT, Request.class,
                    StructureBinding.of("Export Request Payload",
                            List.of(ID, FORMAT, WRAP_TYPE, COMPRESSION, WRAPPING),
                            v -> new Request(v.get(ID), v.get(FORMAT), v.get(WRAP_TYPE),
                                    v.get(COMPRESSION), v.get(WRAPPING))),
                    Response.class,
                    StructureBinding.of("Export Response Payload",
                            List.of(ANSWERED_TYPE, ANSWERED_ID, ANSWERED_ATTRIBUTES,
                                    ANSWERED_OBJECT),
                            v -> new Response(v.need(ANSWERED_TYPE), v.need(ANSWERED_ID),
                                    v.need(ANSWERED_ATTRIBUTES), v.need(ANSWERED_OBJECT))));

    private Export() {}

    /** An absent identifier means the ID Placeholder. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable Enumerated<KeyFormatType> keyFormatType,
            @Nullable Enumerated<KeyWrapType> keyWrapType,
            @Nullable Enumerated<KeyCompressionType> keyCompressionType,
            @Nullable KeyWrappingSpecification wrapping) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.EXPORT;
        }
    }

    /** All attributes and the object, whose bytes are views on a buffer of somebody else. */
    public record Response(Enumerated<ObjectType> objectType, String uniqueIdentifier,
            AttributeList attributes, ManagedObject object) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.EXPORT;
        }
    }
}
