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
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.ValidityIndicator;

/** Validate (KMIP 2.1 section 6.1.57). */
public final class Validate {
    private static final Field<Request, List<ManagedObject.Certificate>> CERTIFICATES =
            Field.repeated(Tag.CERTIFICATE, ManagedObjects.CERTIFICATE_ITEM, Request::certificates);
    private static final Field<Request, List<UniqueIdentifier>> IDS = Field.repeated(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifiers);
    private static final Field<Request, Long> DATE =
            Field.optional(Tag.VALIDITY_DATE, Codecs.DATE, Request::validityDate);
    private static final Field<Response, Enumerated<ValidityIndicator>> VALIDITY =
            Field.required(Tag.VALIDITY_INDICATOR, Codecs.enumeration(ValidityIndicator::of),
                    Response::validityIndicator);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.VALIDATE,
            Request.class,
            StructureBinding.of("Validate Request Payload", List.of(CERTIFICATES, IDS, DATE),
                    v -> new Request(v.need(CERTIFICATES), v.need(IDS), v.get(DATE))),
            Response.class, StructureBinding.of("Validate Response Payload", List.of(VALIDITY),
                    v -> new Response(v.need(VALIDITY))));

    private Validate() {}

    /**
     * One chain out of certificates that are sent and that the server has. The date is in seconds
     * since 1970; absent means now.
     */
    public record Request(List<ManagedObject.Certificate> certificates,
            List<UniqueIdentifier> uniqueIdentifiers,
            @Nullable Long validityDate) implements RequestPayload {
        public Request {
            certificates = List.copyOf(certificates);
            uniqueIdentifiers = List.copyOf(uniqueIdentifiers);
        }

        @Override
        public Operation operation() {
            return Operation.VALIDATE;
        }
    }

    /** What the server answers. */
    public record Response(
            Enumerated<ValidityIndicator> validityIndicator) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.VALIDATE;
        }
    }
}
