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

/** Get Usage Allocation (KMIP 2.1 section 6.1.23). */
public final class GetUsageAllocation {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Long> COUNT =
            Field.required(Tag.USAGE_LIMITS_COUNT, Codecs.LONG, Request::usageLimitsCount);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.GET_USAGE_ALLOCATION, Request.class,
                    StructureBinding.of("Get Usage Allocation Request Payload", List.of(ID, COUNT),
                            v -> new Request(v.get(ID), v.need(COUNT))),
                    Response.class, StructureBinding.of("Get Usage Allocation Response Payload",
                            List.of(ANSWERED_ID), v -> new Response(v.need(ANSWERED_ID))));

    private GetUsageAllocation() {}

    /** The count is in the unit of the Usage Limits of the key. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            long usageLimitsCount) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.GET_USAGE_ALLOCATION;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.GET_USAGE_ALLOCATION;
        }
    }
}
