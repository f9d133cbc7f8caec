package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Limits;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.bind.Tickets;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Right;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.model.UsageLimits;

/** Delegated Login (since 2.0; KMIP 2.1 section 6.1.12). */
public final class DelegatedLogin {
    private static final Field<Request, Integer> LEASE =
            Field.optional(Tag.LEASE_TIME, Codecs.INTERVAL, Request::leaseTime);
    private static final Field<Request, Integer> COUNT =
            Field.optional(Tag.REQUEST_COUNT, Codecs.INTEGER, Request::requestCount);
    private static final Field<Request, UsageLimits> LIMITS =
            Field.optional(Tag.USAGE_LIMITS, Limits.USAGE, Request::usageLimits);
    private static final Field<Request, List<Right>> RIGHTS =
            Field.required(Tag.RIGHTS, Tickets.RIGHTS, Request::rights);
    private static final Field<Response, Ticket> TICKET =
            Field.required(Tag.TICKET, Tickets.TICKET, Response::ticket);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.DELEGATED_LOGIN, Request.class,
            StructureBinding.of("Delegated Login Request Payload",
                    List.of(LEASE, COUNT, LIMITS, RIGHTS),
                    v -> new Request(v.get(LEASE), v.get(COUNT), v.get(LIMITS), v.need(RIGHTS))),
            Response.class, StructureBinding.of("Delegated Login Response Payload", List.of(TICKET),
                    v -> new Response(v.need(TICKET))));

    private DelegatedLogin() {}

    /** What the holder of the ticket may do, and how long, in seconds. */
    public record Request(@Nullable Integer leaseTime, @Nullable Integer requestCount,
            @Nullable UsageLimits usageLimits, List<Right> rights) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.DELEGATED_LOGIN;
        }
    }

    /** A secret that carries these rights only. */
    public record Response(Ticket ticket) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.DELEGATED_LOGIN;
        }
    }
}
