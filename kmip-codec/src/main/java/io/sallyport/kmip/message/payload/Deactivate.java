package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Deactivations;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.DeactivationReason;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Deactivate (since 3.0, a draft). */
public final class Deactivate {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, DeactivationReason> REASON =
            Field.optional(Tag.DEACTIVATION_REASON, Deactivations.REASON, Request::reason);
    private static final Field<Request, Long> DATE =
            Field.optional(Tag.DEACTIVATION_DATE, Codecs.DATE, Request::deactivationDate);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.DEACTIVATE, Request.class,
                    StructureBinding.of("Deactivate Request Payload", List.of(ID, REASON, DATE),
                            v -> new Request(v.get(ID), v.get(REASON), v.get(DATE))),
                    Response.class, StructureBinding.of("Deactivate Response Payload",
                            List.of(ANSWERED_ID), v -> new Response(v.need(ANSWERED_ID))));

    private Deactivate() {}

    /** The date is in seconds since 1970; absent means now. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable DeactivationReason reason,
            @Nullable Long deactivationDate) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.DEACTIVATE;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.DEACTIVATE;
        }
    }
}
