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

/** RNG Seed (since 1.2; KMIP 2.1 section 6.1.50). */
public final class RngSeed {
    private static final Field<Request, ByteSlice> DATA =
            Field.required(Tag.DATA, Codecs.BYTES, Request::data);
    private static final Field<Response, Integer> LENGTH =
            Field.required(Tag.DATA_LENGTH, Codecs.INTEGER, Response::dataLength);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.RNG_SEED, Request.class,
                    StructureBinding.of("RNG Seed Request Payload", List.of(DATA),
                            v -> new Request(v.need(DATA))),
                    Response.class, StructureBinding.of("RNG Seed Response Payload",
                            List.of(LENGTH), v -> new Response(v.need(LENGTH))));

    private RngSeed() {}

    /** What to mix into the server's generator. */
    public record Request(ByteSlice data) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.RNG_SEED;
        }
    }

    /** How many bytes the server used. */
    public record Response(int dataLength) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.RNG_SEED;
        }
    }
}
