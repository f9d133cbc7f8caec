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

/** Decrypt (since 1.2; KMIP 2.1 section 6.1.11). */
public final class Decrypt {
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
    private static final Field<Request, ByteSlice> TAG = Field
            .<Request, ByteSlice>optional(Tag.AUTHENTICATED_ENCRYPTION_TAG, Codecs.BYTES,
                    Request::authenticatedEncryptionTag)
            .since(KmipVersion.V1_4);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, ByteSlice> ANSWERED_DATA = Field.optional(Tag.DATA,
            Codecs.BYTES, Response::data);
    private static final Field<Response, ByteSlice> ANSWERED_CORRELATION = Field
            .<Response, ByteSlice>optional(Tag.CORRELATION_VALUE, Codecs.BYTES,
                    Response::correlationValue)
            .since(KmipVersion.V1_3);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.DECRYPT,
            Request.class,
            StructureBinding.of("Decrypt Request Payload",
                    List.of(ID, PARAMETERS, DATA, NONCE, CORRELATION, INIT, FINAL, ADDITIONAL, TAG),
                    v -> new Request(v.get(ID), v.get(PARAMETERS), v.get(DATA), v.get(NONCE),
                            v.get(CORRELATION), v.get(INIT), v.get(FINAL), v.get(ADDITIONAL),
                            v.get(TAG))),
            Response.class,
            StructureBinding.of("Decrypt Response Payload",
                    List.of(ANSWERED_ID, ANSWERED_DATA, ANSWERED_CORRELATION),
                    v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED_DATA),
                            v.get(ANSWERED_CORRELATION))));

    private Decrypt() {}

    /** The additional data and the tag are for authenticated modes. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable CryptographicParameters parameters, @Nullable ByteSlice data,
            @Nullable ByteSlice ivCounterNonce, @Nullable ByteSlice correlationValue,
            @Nullable Boolean initIndicator, @Nullable Boolean finalIndicator,
            @Nullable ByteSlice authenticatedEncryptionAdditionalData,
            @Nullable ByteSlice authenticatedEncryptionTag) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.DECRYPT;
        }
    }

    /** The data are clear: a view on a buffer of somebody else. */
    public record Response(String uniqueIdentifier, @Nullable ByteSlice data,
            @Nullable ByteSlice correlationValue) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.DECRYPT;
        }
    }
}
