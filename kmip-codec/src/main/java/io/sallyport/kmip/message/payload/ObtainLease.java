package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Obtain Lease (KMIP 2.1 section 6.1.35). */
public final class ObtainLease {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, Integer> LEASE =
            Field.required(Tag.LEASE_TIME, Codecs.INTERVAL, Response::leaseTime);
    private static final Field<Response, Long> CHANGED =
            Field.required(Tag.LAST_CHANGE_DATE, Codecs.DATE, Response::lastChangeDate);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.OBTAIN_LEASE, Request.class,
            StructureBinding
                    .of("Obtain Lease Request Payload", List.of(ID), v -> new Request(v.get(ID))),
            Response.class,
            StructureBinding.of("Obtain Lease Response Payload",
                    List.of(ANSWERED_ID, LEASE, CHANGED),
                    v -> new Response(v.need(ANSWERED_ID), v.need(LEASE), v.need(CHANGED))));

    private ObtainLease() {}

    /** An absent identifier means the ID Placeholder. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.OBTAIN_LEASE;
        }
    }

    /** The lease is in seconds; the date, in seconds since 1970, tells whether a copy is stale. */
    public record Response(String uniqueIdentifier, int leaseTime,
            long lastChangeDate) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.OBTAIN_LEASE;
        }
    }
}
