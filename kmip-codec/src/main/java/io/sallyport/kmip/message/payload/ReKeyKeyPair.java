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
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Re-key Key Pair (since 1.1; KMIP 2.1 section 6.1.47). */
public final class ReKeyKeyPair {
    private static final Field<Request, UniqueIdentifier> PRIVATE_ID =
            Field.optional(Tag.PRIVATE_KEY_UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER,
                    Request::privateKeyUniqueIdentifier);
    private static final Field<Request, Integer> OFFSET =
            Field.optional(Tag.OFFSET, Codecs.INTERVAL, Request::offset);
    private static final Field<Request, AttributeList> COMMON =
            Field.optionalSpan("Common Attributes", Attributes.COMMON, Request::commonAttributes);
    private static final Field<Request, AttributeList> PRIVATE = Field.optionalSpan(
            "Private Key Attributes", Attributes.PRIVATE_KEY, Request::privateKeyAttributes);
    private static final Field<Request, AttributeList> PUBLIC = Field.optionalSpan(
            "Public Key Attributes", Attributes.PUBLIC_KEY, Request::publicKeyAttributes);
    private static final Field<Request, List<Integer>> COMMON_MASKS = Field
            .<Request, List<Integer>>optional(Tag.COMMON_PROTECTION_STORAGE_MASKS,
                    ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.commonProtectionStorageMasks()))
            .since(KmipVersion.V2_0);
    private static final Field<Request, List<Integer>> PRIVATE_MASKS = Field
            .<Request, List<Integer>>optional(Tag.PRIVATE_PROTECTION_STORAGE_MASKS,
                    ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.privateProtectionStorageMasks()))
            .since(KmipVersion.V2_0);
    private static final Field<Request, List<Integer>> PUBLIC_MASKS = Field
            .<Request, List<Integer>>optional(Tag.PUBLIC_PROTECTION_STORAGE_MASKS,
                    ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.publicProtectionStorageMasks()))
            .since(KmipVersion.V2_0);
    private static final Field<Response, String> ANSWERED_PRIVATE_ID =
            Field.required(Tag.PRIVATE_KEY_UNIQUE_IDENTIFIER, Identifiers.TEXT,
                    Response::privateKeyUniqueIdentifier);
    private static final Field<Response, String> ANSWERED_PUBLIC_ID =
            Field.required(Tag.PUBLIC_KEY_UNIQUE_IDENTIFIER, Identifiers.TEXT,
                    Response::publicKeyUniqueIdentifier);
    private static final Field<Response, AttributeList> ANSWERED_PRIVATE =
            Field.<Response, AttributeList>optionalSpan("Private Key Template-Attribute",
                    Attributes.PRIVATE_KEY, Response::privateKeyAttributes).until(KmipVersion.V2_0);
    private static final Field<Response, AttributeList> ANSWERED_PUBLIC =
            Field.<Response, AttributeList>optionalSpan("Public Key Template-Attribute",
                    Attributes.PUBLIC_KEY, Response::publicKeyAttributes).until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.RE_KEY_KEY_PAIR, Request.class,
            StructureBinding.of("Re-key Key Pair Request Payload",
                    List.of(PRIVATE_ID, OFFSET, COMMON, PRIVATE, PUBLIC, COMMON_MASKS,
                            PRIVATE_MASKS, PUBLIC_MASKS),
                    v -> new Request(v.get(PRIVATE_ID), v.get(OFFSET),
                            Attributes.orEmpty(v.get(COMMON)), Attributes.orEmpty(v.get(PRIVATE)),
                            Attributes.orEmpty(v.get(PUBLIC)),
                            ProtectionMasks.orEmpty(v.get(COMMON_MASKS)),
                            ProtectionMasks.orEmpty(v.get(PRIVATE_MASKS)),
                            ProtectionMasks.orEmpty(v.get(PUBLIC_MASKS)))),
            Response.class,
            StructureBinding.of("Re-key Key Pair Response Payload",
                    List.of(ANSWERED_PRIVATE_ID, ANSWERED_PUBLIC_ID, ANSWERED_PRIVATE,
                            ANSWERED_PUBLIC),
                    v -> new Response(v.need(ANSWERED_PRIVATE_ID), v.need(ANSWERED_PUBLIC_ID),
                            Attributes.orEmpty(v.get(ANSWERED_PRIVATE)),
                            Attributes.orEmpty(v.get(ANSWERED_PUBLIC)))));

    private ReKeyKeyPair() {}

    /** The offset is in seconds from the Initial Date to the Activation Date of the new keys. */
    public record Request(@Nullable UniqueIdentifier privateKeyUniqueIdentifier,
            @Nullable Integer offset, AttributeList commonAttributes,
            AttributeList privateKeyAttributes, AttributeList publicKeyAttributes,
            List<Integer> commonProtectionStorageMasks, List<Integer> privateProtectionStorageMasks,
            List<Integer> publicProtectionStorageMasks) implements RequestPayload {
        public Request {
            commonProtectionStorageMasks = List.copyOf(commonProtectionStorageMasks);
            privateProtectionStorageMasks = List.copyOf(privateProtectionStorageMasks);
            publicProtectionStorageMasks = List.copyOf(publicProtectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.RE_KEY_KEY_PAIR;
        }
    }

    /** The attributes are those of 1.x that the server chose by itself. */
    public record Response(String privateKeyUniqueIdentifier, String publicKeyUniqueIdentifier,
            AttributeList privateKeyAttributes,
            AttributeList publicKeyAttributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.RE_KEY_KEY_PAIR;
        }
    }
}
