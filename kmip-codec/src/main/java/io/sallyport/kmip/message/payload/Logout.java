package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.bind.Tickets;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.Ticket;

/** Logout (since 2.0; KMIP 2.1 section 6.1.31). */
public final class Logout {
    private static final Field<Request, Ticket> TICKET =
            Field.required(Tag.TICKET, Tickets.TICKET, Request::ticket);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.LOGOUT, Request.class,
                    StructureBinding.of("Logout Request Payload", List.of(TICKET),
                            v -> new Request(v.need(TICKET))),
                    Response.class,
                    StructureBinding.of("Logout Response Payload", List.of(), v -> new Response()));

    private Logout() {}

    /** The ticket that shall be good no more. */
    public record Request(Ticket ticket) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.LOGOUT;
        }
    }

    /** It is good no more. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.LOGOUT;
        }
    }
}
