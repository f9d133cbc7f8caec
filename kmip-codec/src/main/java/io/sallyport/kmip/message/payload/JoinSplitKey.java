package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.ProtectionMasks;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.SecretDataType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Join Split Key (since 1.2; KMIP 2.1 section 6.1.27). */
public final class JoinSplitKey {
    private static final Field<Request, Enumerated<ObjectType>> TYPE = Field
            .required(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Request::objectType);
    private static final Field<Request, List<UniqueIdentifier>> IDS = Field.repeated(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifiers);
    private static final Field<Request, Enumerated<SecretDataType>> SECRET = Field.optional(
            Tag.SECRET_DATA_TYPE, Codecs.enumeration(SecretDataType::of), Request::secretDataType);
    private static final Field<Request, AttributeList> ATTRIBUTES = Field
            .optionalSpan("Template-Attribute", Attributes.OPTIONAL_TEMPLATE, Request::attributes);
    private static final Field<Request, List<Integer>> MASKS = Field
            .<Request, List<Integer>>optional(Tag.PROTECTION_STORAGE_MASKS, ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.protectionStorageMasks()))
            .since(KmipVersion.V2_0);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, AttributeList> ANSWERED_ATTRIBUTES =
            Field.<Response, AttributeList>optionalSpan("Template-Attribute",
                    Attributes.ANSWERED_TEMPLATE, Response::attributes).until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.JOIN_SPLIT_KEY, Request.class,
                    StructureBinding.of("Join Split Key Request Payload",
                            List.of(TYPE, IDS, SECRET, ATTRIBUTES, MASKS),
                            v -> new Request(v.need(TYPE), v.need(IDS), v.get(SECRET),
                                    Attributes.orEmpty(v.get(ATTRIBUTES)),
                                    ProtectionMasks.orEmpty(v.get(MASKS)))),
                    Response.class,
                    StructureBinding.of("Join Split Key Response Payload",
                            List.of(ANSWERED_ID, ANSWERED_ATTRIBUTES),
                            v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED_ATTRIBUTES))));

    private JoinSplitKey() {}

    /** The parts to join, as many as the threshold says. */
    public record Request(Enumerated<ObjectType> objectType,
            List<UniqueIdentifier> uniqueIdentifiers,
            @Nullable Enumerated<SecretDataType> secretDataType, AttributeList attributes,
            List<Integer> protectionStorageMasks) implements RequestPayload {
        public Request {
            uniqueIdentifiers = List.copyOf(uniqueIdentifiers);
            protectionStorageMasks = List.copyOf(protectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.JOIN_SPLIT_KEY;
        }
    }

    /** The attributes are those of 1.x that the server chose by itself. */
    public record Response(String uniqueIdentifier,
            @Nullable AttributeList attributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.JOIN_SPLIT_KEY;
        }
    }
}
