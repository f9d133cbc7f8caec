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
import io.sallyport.kmip.model.SplitKeyMethod;
import io.sallyport.kmip.model.SplitKeyPolynomial;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Create Split Key (since 1.2; KMIP 2.1 section 6.1.10). */
public final class CreateSplitKey {
    private static final Field<Request, Enumerated<ObjectType>> TYPE = Field
            .required(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Request::objectType);
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Integer> PARTS =
            Field.required(Tag.SPLIT_KEY_PARTS, Codecs.INTEGER, Request::splitKeyParts);
    private static final Field<Request, Integer> THRESHOLD =
            Field.required(Tag.SPLIT_KEY_THRESHOLD, Codecs.INTEGER, Request::splitKeyThreshold);
    private static final Field<Request, Enumerated<SplitKeyMethod>> METHOD = Field.required(
            Tag.SPLIT_KEY_METHOD, Codecs.enumeration(SplitKeyMethod::of), Request::splitKeyMethod);
    private static final Field<Request, ByteSlice> PRIME =
            Field.optional(Tag.PRIME_FIELD_SIZE, Codecs.BIG_INTEGER, Request::primeFieldSize);
    private static final Field<Request, Enumerated<SplitKeyPolynomial>> POLYNOMIAL = Field
            .<Request, Enumerated<SplitKeyPolynomial>>optional(Tag.SPLIT_KEY_POLYNOMIAL,
                    Codecs.enumeration(SplitKeyPolynomial::of), Request::splitKeyPolynomial)
            .since(KmipVersion.V3_0);
    private static final Field<Request, AttributeList> ATTRIBUTES =
            Field.span("Template-Attribute", Attributes.TEMPLATE, Request::attributes);
    private static final Field<Request, List<Integer>> MASKS = Field
            .<Request, List<Integer>>optional(Tag.PROTECTION_STORAGE_MASKS, ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.protectionStorageMasks()))
            .since(KmipVersion.V2_0);
    private static final Field<Response, List<String>> ANSWERED_IDS =
            Field.repeated(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifiers);
    private static final Field<Response, AttributeList> ANSWERED_ATTRIBUTES =
            Field.<Response, AttributeList>optionalSpan("Template-Attribute",
                    Attributes.ANSWERED_TEMPLATE, Response::attributes).until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.CREATE_SPLIT_KEY, Request.class,
            StructureBinding.of("Create Split Key Request Payload",
                    List.of(TYPE, ID, PARTS, THRESHOLD, METHOD, PRIME, POLYNOMIAL, ATTRIBUTES,
                            MASKS),
                    v -> new Request(v.need(TYPE), v.get(ID), v.need(PARTS), v.need(THRESHOLD),
                            v.need(METHOD), v.get(PRIME), v.get(POLYNOMIAL), v.need(ATTRIBUTES),
                            ProtectionMasks.orEmpty(v.get(MASKS)))),
            Response.class,
            StructureBinding.of("Create Split Key Response Payload",
                    List.of(ANSWERED_IDS, ANSWERED_ATTRIBUTES),
                    v -> new Response(v.need(ANSWERED_IDS), v.get(ANSWERED_ATTRIBUTES))));

    private CreateSplitKey() {}

    /** Without an identifier the server makes the key that it splits. */
    public record Request(Enumerated<ObjectType> objectType,
            @Nullable UniqueIdentifier uniqueIdentifier, int splitKeyParts, int splitKeyThreshold,
            Enumerated<SplitKeyMethod> splitKeyMethod, @Nullable ByteSlice primeFieldSize,
            @Nullable Enumerated<SplitKeyPolynomial> splitKeyPolynomial, AttributeList attributes,
            List<Integer> protectionStorageMasks) implements RequestPayload {
        public Request {
            protectionStorageMasks = List.copyOf(protectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.CREATE_SPLIT_KEY;
        }
    }

    /** One identifier for each part. */
    public record Response(List<String> uniqueIdentifiers,
            @Nullable AttributeList attributes) implements ResponsePayload {
        public Response {
            uniqueIdentifiers = List.copyOf(uniqueIdentifiers);
        }

        @Override
        public Operation operation() {
            return Operation.CREATE_SPLIT_KEY;
        }
    }
}
