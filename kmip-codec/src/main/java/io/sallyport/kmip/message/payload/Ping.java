package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;

/** Ping (since 2.1; KMIP 2.1 section 6.1.36). */
public final class Ping {

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.PING, Request.class,
                    StructureBinding.of("Ping Request Payload", List.of(), v -> new Request()),
                    Response.class,
                    StructureBinding.of("Ping Response Payload", List.of(), v -> new Response()));

    private Ping() {}

    /** Asks whether the server is there. */
    public record Request() implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.PING;
        }
    }

    /** It is there. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.PING;
        }
    }
}
