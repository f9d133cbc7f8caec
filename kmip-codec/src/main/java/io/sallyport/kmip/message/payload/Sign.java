package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.Keys;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Sign (since 1.2; KMIP 2.1 section 6.1.55). */
public final class Sign {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, CryptographicParameters> PARAMETERS =
            Field.optional(Tag.CRYPTOGRAPHIC_PARAMETERS, Keys.PARAMETERS, Request::parameters);
    private static final Field<Request, ByteSlice> DATA =
            Field.optional(Tag.DATA, Codecs.BYTES, Request::data);
    private static final Field<Request, ByteSlice> DIGESTED = Field
            .<Request, ByteSlice>optional(Tag.DIGESTED_DATA, Codecs.BYTES, Request::digestedData)
            .since(KmipVersion.V1_4);
    private static final Field<Request, ByteSlice> CORRELATION =
            Field.<Request, ByteSlice>optional(Tag.CORRELATION_VALUE, Codecs.BYTES,
                    Request::correlationValue).since(KmipVersion.V1_3);
    private static final Field<Request, Boolean> INIT = Field
            .<Request, Boolean>optional(Tag.INIT_INDICATOR, Codecs.BOOLEAN, Request::initIndicator)
            .since(KmipVersion.V1_3);
    private static final Field<Request, Boolean> FINAL =
            Field.<Request, Boolean>optional(Tag.FINAL_INDICATOR, Codecs.BOOLEAN,
                    Request::finalIndicator).since(KmipVersion.V1_3);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, ByteSlice> SIGNATURE =
            Field.optional(Tag.SIGNATURE_DATA, Codecs.BYTES, Response::signatureData);
    private static final Field<Response, ByteSlice> ANSWERED_CORRELATION =
            Field.<Response, ByteSlice>optional(Tag.CORRELATION_VALUE, Codecs.BYTES,
                    Response::correlationValue).since(KmipVersion.V1_3);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.SIGN,
            Request.class,
            StructureBinding.of("Sign Request Payload",
                    List.of(ID, PARAMETERS, DATA, DIGESTED, CORRELATION, INIT, FINAL),
                    v -> new Request(v.get(ID), v.get(PARAMETERS), v.get(DATA), v.get(DIGESTED),
                            v.get(CORRELATION), v.get(INIT), v.get(FINAL))),
            Response.class,
            StructureBinding.of("Sign Response Payload",
                    List.of(ANSWERED_ID, SIGNATURE, ANSWERED_CORRELATION),
                    v -> new Response(v.need(ANSWERED_ID), v.get(SIGNATURE),
                            v.get(ANSWERED_CORRELATION))));

    private Sign() {}

    /** Data to hash and sign, or a digest to sign as it is. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable CryptographicParameters parameters, @Nullable ByteSlice data,
            @Nullable ByteSlice digestedData, @Nullable ByteSlice correlationValue,
            @Nullable Boolean initIndicator,
            @Nullable Boolean finalIndicator) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.SIGN;
        }
    }

    /** The signature comes with the last part. */
    public record Response(String uniqueIdentifier, @Nullable ByteSlice signatureData,
            @Nullable ByteSlice correlationValue) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.SIGN;
        }
    }
}
