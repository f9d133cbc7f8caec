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
import io.sallyport.kmip.model.CertificateRequestType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Certify (KMIP 2.1 section 6.1.6). */
public final class Certify {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Enumerated<CertificateRequestType>> REQUEST_TYPE = Field
            .optional(Tag.CERTIFICATE_REQUEST_TYPE, Codecs.enumeration(CertificateRequestType::of),
                    Request::certificateRequestType);
    private static final Field<Request, ByteSlice> REQUEST =
            Field.optional(Tag.CERTIFICATE_REQUEST, Codecs.BYTES, Request::certificateRequest);
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
            PayloadBinding.of(Operation.CERTIFY, Request.class,
                    StructureBinding.of("Certify Request Payload",
                            List.of(ID, REQUEST_TYPE, REQUEST, ATTRIBUTES, MASKS),
                            v -> new Request(v.get(ID), v.get(REQUEST_TYPE), v.get(REQUEST),
                                    Attributes.orEmpty(v.get(ATTRIBUTES)),
                                    ProtectionMasks.orEmpty(v.get(MASKS)))),
                    Response.class,
                    StructureBinding.of("Certify Response Payload",
                            List.of(ANSWERED_ID, ANSWERED_ATTRIBUTES),
                            v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED_ATTRIBUTES))));

    private Certify() {}

    /** The identifier is that of a public key, from 2.0 also of a certificate request. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable Enumerated<CertificateRequestType> certificateRequestType,
            @Nullable ByteSlice certificateRequest, AttributeList attributes,
            List<Integer> protectionStorageMasks) implements RequestPayload {
        public Request {
            protectionStorageMasks = List.copyOf(protectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.CERTIFY;
        }
    }

    /** The attributes are those of 1.x that the server chose by itself. */
    public record Response(String uniqueIdentifier,
            @Nullable AttributeList attributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.CERTIFY;
        }
    }
}
