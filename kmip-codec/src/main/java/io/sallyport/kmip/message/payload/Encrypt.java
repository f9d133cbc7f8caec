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

/** Encrypt (since 1.2; KMIP 2.1 section 6.1.17). */
public final class Encrypt {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, CryptographicParameters> PARAMETERS = Field
            .optional(Tag.CRYPTOGRAPHIC_PARAMETERS, Keys.PARAMETERS, Request::parameters);
    private static final Field<Request, ByteSlice> DATA = Field.optional(Tag.DATA, Codecs.BYTES,
            Request::data);
    private static final Field<Request, ByteSlice> NONCE = Field.optional(Tag.IV_COUNTER_NONCE,
            Codecs.BYTES, Request::ivCounterNonce);
    private static final Field<Request, ByteSlice> CORRELATION = Field.<Request, ByteSlice>optional(
            Tag.CORRELATION_VALUE, Codecs.BYTES, Request::correlationValue).since(KmipVersion.V1_3);
    private static final Field<Request, Boolean> INIT = Field
            .<Request, Boolean>optional(Tag.INIT_INDICATOR, Codecs.BOOLEAN, Request::initIndicator)
            .since(KmipVersion.V1_3);
    private static final Field<Request, Boolean> FINAL = Field.<Request, Boolean>optional(
            Tag.FINAL_INDICATOR, Codecs.BOOLEAN, Request::finalIndicator).since(KmipVersion.V1_3);
    private static final Field<Request, ByteSlice> ADDITIONAL = Field
            .<Request, ByteSlice>optional(Tag.AUTHENTICATED_ENCRYPTION_ADDITIONAL_DATA,
                    Codecs.BYTES, Request::authenticatedEncryptionAdditionalData)
            .since(KmipVersion.V1_4);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, ByteSlice> ANSWERED_DATA = Field.optional(Tag.DATA,
            Codecs.BYTES, Response::data);
    private static final Field<Response, ByteSlice> ANSWERED_NONCE = Field
            .optional(Tag.IV_COUNTER_NONCE, Codecs.BYTES, Response::ivCounterNonce);
    private static final Field<Response, ByteSlice> ANSWERED_CORRELATION = Field
            .<Response, ByteSlice>optional(Tag.CORRELATION_VALUE, Codecs.BYTES,
                    Response::correlationValue)
            .since(KmipVersion.V1_3);
    private static final Field<Response, ByteSlice> ANSWERED_TAG = Field
            .<Response, ByteSlice>optional(Tag.AUTHENTICATED_ENCRYPTION_TAG, Codecs.BYTES,
                    Response::authenticatedEncryptionTag)
            .since(KmipVersion.V1_4);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.ENCRYPT,
            Request.class,
            StructureBinding.of("Encrypt Request Payload",
                    List.of(ID, PARAMETERS, DATA, NONCE, CORRELATION, INIT, FINAL, ADDITIONAL),
                    v -> new Request(v.get(ID), v.get(PARAMETERS), v.get(DATA), v.get(NONCE),
                            v.get(CORRELATION), v.get(INIT), v.get(FINAL), v.get(ADDITIONAL))),
            Response.class,
            StructureBinding.of("Encrypt Response Payload",
                    List.of(ANSWERED_ID, ANSWERED_DATA, ANSWERED_NONCE, ANSWERED_CORRELATION,
                            ANSWERED_TAG),
                    v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED_DATA),
                            v.get(ANSWERED_NONCE), v.get(ANSWERED_CORRELATION),
                            v.get(ANSWERED_TAG))));

    private Encrypt() {}

    /** The data are clear: a view on the message. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable CryptographicParameters parameters, @Nullable ByteSlice data,
            @Nullable ByteSlice ivCounterNonce, @Nullable ByteSlice correlationValue,
            @Nullable Boolean initIndicator, @Nullable Boolean finalIndicator,
            @Nullable ByteSlice authenticatedEncryptionAdditionalData) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.ENCRYPT;
        }
    }

    /** The nonce is told when the server made it. */
    public record Response(String uniqueIdentifier, @Nullable ByteSlice data,
            @Nullable ByteSlice ivCounterNonce, @Nullable ByteSlice correlationValue,
            @Nullable ByteSlice authenticatedEncryptionTag) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.ENCRYPT;
        }
    }
}
