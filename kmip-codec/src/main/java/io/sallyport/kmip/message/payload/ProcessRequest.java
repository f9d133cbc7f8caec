package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Process (since 2.1; KMIP 2.1 section 6.1.39). */
public final class ProcessRequest {
    private static final Field<Request, ByteSlice> CORRELATION =
            Field.required(Tag.ASYNCHRONOUS_CORRELATION_VALUE, Codecs.BYTES,
                    Request::asynchronousCorrelationValue);
    private static final Field<Response, ByteSlice> ANSWERED_CORRELATION =
            Field.optional(Tag.ASYNCHRONOUS_CORRELATION_VALUE, Codecs.BYTES,
                    Response::asynchronousCorrelationValue);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.PROCESS, Request.class,
                    StructureBinding.of("Process Request Payload", List.of(CORRELATION),
                            v -> new Request(v.need(CORRELATION))),
                    Response.class,
                    StructureBinding.of("Process Response Payload", List.of(ANSWERED_CORRELATION),
                            v -> new Response(v.get(ANSWERED_CORRELATION))));

    private ProcessRequest() {}

    /** The request that shall be worked on now. */
    public record Request(ByteSlice asynchronousCorrelationValue) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.PROCESS;
        }
    }

    /** Some servers echo the value. */
    public record Response(
            @Nullable ByteSlice asynchronousCorrelationValue) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.PROCESS;
        }
    }
}
