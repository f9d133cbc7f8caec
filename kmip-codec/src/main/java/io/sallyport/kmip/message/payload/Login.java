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
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.model.UsageLimits;

/** Login (since 2.0; KMIP 2.1 section 6.1.30). */
public final class Login {
    private static final Field<Request, Integer> LEASE =
            Field.optional(Tag.LEASE_TIME, Codecs.INTERVAL, Request::leaseTime);
    private static final Field<Request, Integer> COUNT =
            Field.optional(Tag.REQUEST_COUNT, Codecs.INTEGER, Request::requestCount);
    private static final Field<Request, UsageLimits> LIMITS =
            Field.optional(Tag.USAGE_LIMITS, Limits.USAGE, Request::usageLimits);
    private static final Field<Response, Ticket> TICKET =
            Field.required(Tag.TICKET, Tickets.TICKET, Response::ticket);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.LOGIN, Request.class,
                    StructureBinding.of("Login Request Payload", List.of(LEASE, COUNT, LIMITS),
                            v -> new Request(v.get(LEASE), v.get(COUNT), v.get(LIMITS))),
                    Response.class, StructureBinding.of("Login Response Payload", List.of(TICKET),
                            v -> new Response(v.need(TICKET))));

    private Login() {}

    /** How long, in seconds, and how often the ticket shall be good. */
    public record Request(@Nullable Integer leaseTime, @Nullable Integer requestCount,
            @Nullable UsageLimits usageLimits) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.LOGIN;
        }
    }

    /** A secret that stands for the credentials of the request. */
    public record Response(Ticket ticket) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.LOGIN;
        }
    }
}
