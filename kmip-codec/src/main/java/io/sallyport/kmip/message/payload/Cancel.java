package io.sallyport.kmip.message.payload;

import java.util.List;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.CancellationResult;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Cancel (KMIP 2.1 section 6.1.5). */
public final class Cancel {
    private static final Field<Request, ByteSlice> CORRELATION =
            Field.required(Tag.ASYNCHRONOUS_CORRELATION_VALUE, Codecs.BYTES,
                    Request::asynchronousCorrelationValue);
    private static final Field<Response, ByteSlice> ANSWERED_CORRELATION =
            Field.required(Tag.ASYNCHRONOUS_CORRELATION_VALUE, Codecs.BYTES,
                    Response::asynchronousCorrelationValue);
    private static final Field<Response, Enumerated<CancellationResult>> RESULT =
            Field.required(Tag.CANCELLATION_RESULT, Codecs.enumeration(CancellationResult::of),
                    Response::cancellationResult);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.CANCEL,
            Request.class,
            StructureBinding.of("Cancel Request Payload", List.of(CORRELATION),
                    v -> new Request(v.need(CORRELATION))),
            Response.class,
            StructureBinding.of("Cancel Response Payload", List.of(ANSWERED_CORRELATION, RESULT),
                    v -> new Response(v.need(ANSWERED_CORRELATION), v.need(RESULT))));

    private Cancel() {}

    /** What to cancel. */
    public record Request(ByteSlice asynchronousCorrelationValue) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.CANCEL;
        }
    }

    /** Success of the batch item does not mean that anything was cancelled: the result tells. */
    public record Response(ByteSlice asynchronousCorrelationValue,
            Enumerated<CancellationResult> cancellationResult) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.CANCEL;
        }
    }
}
