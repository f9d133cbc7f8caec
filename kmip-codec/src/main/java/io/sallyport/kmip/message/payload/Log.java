package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Log (since 2.0; KMIP 2.1 section 6.1.29). */
public final class Log {
    private static final Field<Request, String> MESSAGE =
            Field.required(Tag.LOG_MESSAGE, Codecs.TEXT, Request::logMessage);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.LOG, Request.class,
                    StructureBinding.of("Log Request Payload", List.of(MESSAGE),
                            v -> new Request(v.need(MESSAGE))),
                    Response.class,
                    StructureBinding.of("Log Response Payload", List.of(), v -> new Response()));

    private Log() {}

    /** A text of the client for the server's log. */
    public record Request(String logMessage) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.LOG;
        }
    }

    /** It is logged. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.LOG;
        }
    }
}
