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

/** RNG Retrieve (since 1.2; KMIP 2.1 section 6.1.49). */
public final class RngRetrieve {
    private static final Field<Request, Integer> LENGTH =
            Field.required(Tag.DATA_LENGTH, Codecs.INTEGER, Request::dataLength);
    private static final Field<Response, ByteSlice> ANSWERED_DATA =
            Field.required(Tag.DATA, Codecs.BYTES, Response::data);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.RNG_RETRIEVE, Request.class,
                    StructureBinding.of("RNG Retrieve Request Payload", List.of(LENGTH),
                            v -> new Request(v.need(LENGTH))),
                    Response.class, StructureBinding.of("RNG Retrieve Response Payload",
                            List.of(ANSWERED_DATA), v -> new Response(v.need(ANSWERED_DATA))));

    private RngRetrieve() {}

    /** The length is in bytes. */
    public record Request(int dataLength) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.RNG_RETRIEVE;
        }
    }

    /** Random bytes, fewer than asked for where the server gives fewer. */
    public record Response(ByteSlice data) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.RNG_RETRIEVE;
        }
    }
}
