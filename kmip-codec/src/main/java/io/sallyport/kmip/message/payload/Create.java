package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.ProtectionMasks;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Create (KMIP 2.1 section 6.1.8). */
public final class Create {
    private static final Field<Request, Enumerated<ObjectType>> TYPE = Field
            .required(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Request::objectType);
    private static final Field<Request, AttributeList> ATTRIBUTES = Field.span("Template-Attribute",
            Attributes.TEMPLATE, Request::attributes);
    private static final Field<Request, List<Integer>> MASKS = Field
            .<Request, List<Integer>>optional(Tag.PROTECTION_STORAGE_MASKS, ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.protectionStorageMasks()))
            .since(KmipVersion.V2_0);
    private static final Field<Response, Enumerated<ObjectType>> ANSWERED_TYPE = Field
            .required(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Response::objectType);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, AttributeList> ANSWERED_ATTRIBUTES = Field
            .<Response, AttributeList>optionalSpan("Template-Attribute",
                    Attributes.ANSWERED_TEMPLATE, Response::attributes)
            .until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.CREATE,
            Request.class,
            StructureBinding.of("Create Request Payload", List.of(TYPE, ATTRIBUTES, MASKS),
                    v -> new Request(v.need(TYPE), v.need(ATTRIBUTES),
                            ProtectionMasks.orEmpty(v.get(MASKS)))),
            Response.class,
            StructureBinding.of("Create Response Payload",
                    List.of(ANSWERED_TYPE, ANSWERED_ID, ANSWERED_ATTRIBUTES),
                    v -> new Response(v.need(ANSWERED_TYPE), v.need(ANSWERED_ID),
                            v.get(ANSWERED_ATTRIBUTES))));

    private Create() {}

    /** The masks are those of 2.x, best first. */
    public record Request(Enumerated<ObjectType> objectType, AttributeList attributes,
            List<Integer> protectionStorageMasks) implements RequestPayload {
        public Request {
            protectionStorageMasks = List.copyOf(protectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.CREATE;
        }
    }

    /** The attributes are those of 1.x that the server chose by itself. */
    public record Response(Enumerated<ObjectType> objectType, String uniqueIdentifier,
            @Nullable AttributeList attributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.CREATE;
        }
    }
}
