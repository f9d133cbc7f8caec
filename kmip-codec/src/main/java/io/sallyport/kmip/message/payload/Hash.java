package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Keys;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Hash (since 1.2; KMIP 2.1 section 6.1.24). */
public final class Hash {
    private static final Field<Request, CryptographicParameters> PARAMETERS =
            Field.required(Tag.CRYPTOGRAPHIC_PARAMETERS, Keys.PARAMETERS, Request::parameters);
    private static final Field<Request, ByteSlice> DATA =
            Field.optional(Tag.DATA, Codecs.BYTES, Request::data);
    private static final Field<Request, ByteSlice> CORRELATION =
            Field.<Request, ByteSlice>optional(Tag.CORRELATION_VALUE, Codecs.BYTES,
                    Request::correlationValue).since(KmipVersion.V1_3);
    private static final Field<Request, Boolean> INIT = Field
            .<Request, Boolean>optional(Tag.INIT_INDICATOR, Codecs.BOOLEAN, Request::initIndicator)
            .since(KmipVersion.V1_3);
    private static final Field<Request, Boolean> FINAL =
            Field.<Request, Boolean>optional(Tag.FINAL_INDICATOR, Codecs.BOOLEAN,
                    Request::finalIndicator).since(KmipVersion.V1_3);
    private static final Field<Response, ByteSlice> ANSWERED_DATA =
            Field.optional(Tag.DATA, Codecs.BYTES, Response::data);
    private static final Field<Response, ByteSlice> ANSWERED_CORRELATION =
            Field.<Response, ByteSlice>optional(Tag.CORRELATION_VALUE, Codecs.BYTES,
                    Response::correlationValue).since(KmipVersion.V1_3);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding
                    .of(Operation.HASH, Request.class,
                            StructureBinding.of("Hash Request Payload",
                                    List.of(PARAMETERS, DATA, CORRELATION, INIT, FINAL),
                                    v -> new Request(v.need(PARAMETERS), v.get(DATA),
                                            v.get(CORRELATION), v.get(INIT), v.get(FINAL))),
                            Response.class,
                            StructureBinding.of("Hash Response Payload",
                                    List.of(ANSWERED_DATA, ANSWERED_CORRELATION),
                                    v -> new Response(v.get(ANSWERED_DATA),
                                            v.get(ANSWERED_CORRELATION))));

    private Hash() {}

    /** The parameters name the hash. */
    public record Request(CryptographicParameters parameters, @Nullable ByteSlice data,
            @Nullable ByteSlice correlationValue, @Nullable Boolean initIndicator,
            @Nullable Boolean finalIndicator) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.HASH;
        }
    }

    /** The digest comes with the last part. */
    public record Response(@Nullable ByteSlice data,
            @Nullable ByteSlice correlationValue) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.HASH;
        }
    }
}
