package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Poll (KMIP 2.1 section 6.1.38). */
public final class Poll {
    private static final Field<Request, ByteSlice> CORRELATION =
            Field.required(Tag.ASYNCHRONOUS_CORRELATION_VALUE, Codecs.BYTES,
                    Request::asynchronousCorrelationValue);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.POLL, Request.class,
                    StructureBinding.of("Poll Request Payload", List.of(CORRELATION),
                            v -> new Request(v.need(CORRELATION))),
                    Response.class,
                    StructureBinding.of("Poll Response Payload", List.of(), v -> new Response()));

    private Poll() {}

    /** What to ask after. */
    public record Request(ByteSlice asynchronousCorrelationValue) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.POLL;
        }
    }

    /** Never sent: a poll is answered as the operation that it asks after. */
    public record Response() implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.POLL;
        }
    }
}
