package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.ManagedObjects;
import io.sallyport.kmip.bind.ProtectionMasks;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Register (KMIP 2.1 section 6.1.43). */
public final class Register {
    private static final Field<Request, Enumerated<ObjectType>> TYPE = Field
            .required(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Request::objectType);
    private static final Field<Request, AttributeList> ATTRIBUTES = Field.span("Template-Attribute",
            Attributes.TEMPLATE, Request::attributes);
    private static final Field<Request, ManagedObject> OBJECT = Field.span("its object",
            ManagedObjects.OBJECT, Request::object);
    private static final Field<Request, List<Integer>> MASKS = Field
            .<Request, List<Integer>>optional(Tag.PROTECTION_STORAGE_MASKS, ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.protectionStorageMasks()))
            .since(KmipVersion.V2_0);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, AttributeList> ANSWERED_ATTRIBUTES = Field
            .<Response, AttributeList>optionalSpan("Template-Attribute",
                    Attributes.ANSWERED_TEMPLATE, Response::attributes)
            .until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.REGISTER,
            Request.class,
            StructureBinding.of("Register Request Payload",
                    List.of(TYPE, ATTRIBUTES, OBJECT, MASKS),
                    v -> new Request(v.need(TYPE), v.need(ATTRIBUTES), v.need(OBJECT),
                            ProtectionMasks.orEmpty(v.get(MASKS)))),
            Response.class,
            StructureBinding.of("Register Response Payload",
                    List.of(ANSWERED_ID, ANSWERED_ATTRIBUTES),
                    v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED_ATTRIBUTES))));

    private Register() {}

    /** The bytes of the object are views on the message. */
    public record Request(Enumerated<ObjectType> objectType, AttributeList attributes,
            ManagedObject object, List<Integer> protectionStorageMasks) implements RequestPayload {
        public Request {
            protectionStorageMasks = List.copyOf(protectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.REGISTER;
        }
    }

    /** The attributes are those of 1.x that the server chose by itself. */
    public record Response(String uniqueIdentifier,
            @Nullable AttributeList attributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.REGISTER;
        }
    }
}
