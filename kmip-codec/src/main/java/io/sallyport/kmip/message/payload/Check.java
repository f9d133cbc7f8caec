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

/** Check (KMIP 2.1 section 6.1.7). */
public final class Check {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Long> COUNT =
            Field.optional(Tag.USAGE_LIMITS_COUNT, Codecs.LONG, Request::usageLimitsCount);
    private static final Field<Request, Integer> USAGE = Field.optional(
            Tag.CRYPTOGRAPHIC_USAGE_MASK, Codecs.INTEGER, Request::cryptographicUsageMask);
    private static final Field<Request, Integer> LEASE =
            Field.optional(Tag.LEASE_TIME, Codecs.INTERVAL, Request::leaseTime);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, Long> ANSWERED_COUNT =
            Field.optional(Tag.USAGE_LIMITS_COUNT, Codecs.LONG, Response::usageLimitsCount);
    private static final Field<Response, Integer> ANSWERED_USAGE = Field.optional(
            Tag.CRYPTOGRAPHIC_USAGE_MASK, Codecs.INTEGER, Response::cryptographicUsageMask);
    private static final Field<Response, Integer> ANSWERED_LEASE =
            Field.optional(Tag.LEASE_TIME, Codecs.INTERVAL, Response::leaseTime);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.CHECK, Request.class,
                    StructureBinding.of("Check Request Payload", List.of(ID, COUNT, USAGE, LEASE),
                            v -> new Request(v.get(ID), v.get(COUNT), v.get(USAGE), v.get(LEASE))),
                    Response.class,
                    StructureBinding.of("Check Response Payload",
                            List.of(ANSWERED_ID, ANSWERED_COUNT, ANSWERED_USAGE, ANSWERED_LEASE),
                            v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED_COUNT),
                                    v.get(ANSWERED_USAGE), v.get(ANSWERED_LEASE))));

    private Check() {}

    /** What the client wants to do with the key; the lease is in seconds. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable Long usageLimitsCount, @Nullable Integer cryptographicUsageMask,
            @Nullable Integer leaseTime) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.CHECK;
        }
    }

    /** A field is there where the server would allow something else than was asked for. */
    public record Response(String uniqueIdentifier, @Nullable Long usageLimitsCount,
            @Nullable Integer cryptographicUsageMask,
            @Nullable Integer leaseTime) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.CHECK;
        }
    }
}
