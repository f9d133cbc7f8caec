package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.ManagedObjects;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Re-Provision (since 2.0; KMIP 2.1 section 6.1.48). */
public final class ReProvision {
    private static final Field<Request, ByteSlice> REQUEST =
            Field.optional(Tag.CERTIFICATE_REQUEST, Codecs.BYTES, Request::certificateRequest);
    private static final Field<Request, ManagedObject.Certificate> CERTIFICATE =
            Field.optional(Tag.CERTIFICATE, ManagedObjects.CERTIFICATE_ITEM, Request::certificate);
    private static final Field<Response, String> ANSWERED_ID =
            Field.optional(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.RE_PROVISION, Request.class,
            StructureBinding.of("Re-Provision Request Payload", List.of(REQUEST, CERTIFICATE),
                    v -> new Request(v.get(REQUEST), v.get(CERTIFICATE))),
            Response.class, StructureBinding.of("Re-Provision Response Payload",
                    List.of(ANSWERED_ID), v -> new Response(v.get(ANSWERED_ID))));

    private ReProvision() {}

    /** A request to sign, a certificate to accept, or neither where the server makes both. */
    public record Request(@Nullable ByteSlice certificateRequest,
            ManagedObject.@Nullable Certificate certificate) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.RE_PROVISION;
        }
    }

    /** The certificate, or the private key that the server made. */
    public record Response(@Nullable String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.RE_PROVISION;
        }
    }
}
