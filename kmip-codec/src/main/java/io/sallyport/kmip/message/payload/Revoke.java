package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.Revocations;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Revoke (KMIP 2.1 section 6.1.44). */
public final class Revoke {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, RevocationReason> REASON = Field
            .required(Tag.REVOCATION_REASON, Revocations.REASON, Request::reason);
    private static final Field<Request, Long> OCCURRENCE = Field.optional(
            Tag.COMPROMISE_OCCURRENCE_DATE, Codecs.DATE, Request::compromiseOccurrenceDate);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.REVOKE,
            Request.class,
            StructureBinding.of("Revoke Request Payload", List.of(ID, REASON, OCCURRENCE),
                    v -> new Request(v.get(ID), v.need(REASON), v.get(OCCURRENCE))),
            Response.class, StructureBinding.of("Revoke Response Payload", List.of(ANSWERED_ID),
                    v -> new Response(v.need(ANSWERED_ID))));

    private Revoke() {}

    /** The date is in seconds since 1970; an absent identifier means the ID Placeholder. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier, RevocationReason reason,
            @Nullable Long compromiseOccurrenceDate) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.REVOKE;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.REVOKE;
        }
    }
}
