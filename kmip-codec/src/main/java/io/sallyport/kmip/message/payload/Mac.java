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

/** MAC (since 1.2; KMIP 2.1 section 6.1.32). */
public final class Mac {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, CryptographicParameters> PARAMETERS =
            Field.optional(Tag.CRYPTOGRAPHIC_PARAMETERS, Keys.PARAMETERS, Request::parameters);
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
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, ByteSlice> MAC_DATA =
            Field.optional(Tag.MAC_DATA, Codecs.BYTES, Response::macData);
    private static final Field<Response, ByteSlice> ANSWERED_CORRELATION =
            Field.<Response, ByteSlice>optional(Tag.CORRELATION_VALUE, Codecs.BYTES,
                    Response::correlationValue).since(KmipVersion.V1_3);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding
                    .of(Operation.MAC, Request.class,
                            StructureBinding.of("MAC Request Payload",
                                    List.of(ID, PARAMETERS, DATA, CORRELATION, INIT, FINAL),
                                    v -> new Request(v.get(ID), v.get(PARAMETERS), v.get(DATA),
                                            v.get(CORRELATION), v.get(INIT), v.get(FINAL))),
                            Response.class,
                            StructureBinding.of("MAC Response Payload",
                                    List.of(ANSWERED_ID, MAC_DATA, ANSWERED_CORRELATION),
                                    v -> new Response(v.need(ANSWERED_ID), v.get(MAC_DATA),
                                            v.get(ANSWERED_CORRELATION))));

    private Mac() {}

    /** An absent identifier means the ID Placeholder. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable CryptographicParameters parameters, @Nullable ByteSlice data,
            @Nullable ByteSlice correlationValue, @Nullable Boolean initIndicator,
            @Nullable Boolean finalIndicator) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.MAC;
        }
    }

    /** The code comes with the last part. */
    public record Response(String uniqueIdentifier, @Nullable ByteSlice macData,
            @Nullable ByteSlice correlationValue) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.MAC;
        }
    }
}
