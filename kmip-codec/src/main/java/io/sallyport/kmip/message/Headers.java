package io.sallyport.kmip.message;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Credentials;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.bind.Versions;
import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.Authentication;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.Nonce;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Tables of the two headers. The version itself is read before them. */
final class Headers {
    private static final Field<RequestHeader, KmipVersionPair> VERSION = Field
            .required(Tag.PROTOCOL_VERSION, Versions.PAIR, h -> KmipVersionPair.of(h.version()));
    private static final Field<RequestHeader, Integer> RESPONSE_SIZE = Field.optional(
            Tag.MAXIMUM_RESPONSE_SIZE, Codecs.INTEGER, RequestHeader::maximumResponseSize);
    private static final Field<RequestHeader, String> CLIENT_CORRELATION = Field
            .<RequestHeader, String>optional(Tag.CLIENT_CORRELATION_VALUE, Codecs.TEXT,
                    RequestHeader::clientCorrelationValue)
            .since(KmipVersion.V1_4);
    private static final Field<RequestHeader, String> SERVER_CORRELATION = Field
            .<RequestHeader, String>optional(Tag.SERVER_CORRELATION_VALUE, Codecs.TEXT,
                    RequestHeader::serverCorrelationValue)
            .since(KmipVersion.V1_4);
    private static final Field<RequestHeader, AsynchronousIndicator> ASYNCHRONOUS = Field.optional(
            Tag.ASYNCHRONOUS_INDICATOR, Codecs.ASYNCHRONOUS,
            RequestHeader::asynchronousIndicator);
    private static final Field<RequestHeader, Boolean> ATTESTATION_CAPABLE = Field
            .<RequestHeader, Boolean>optional(Tag.ATTESTATION_CAPABLE_INDICATOR,
                    Codecs.BOOLEAN, RequestHeader::attestationCapable)
            .since(KmipVersion.V1_2);
    private static final Field<RequestHeader, List<Enumerated<AttestationType>>> ATTESTATION = Field
            .<RequestHeader, Enumerated<AttestationType>>repeated(Tag.ATTESTATION_TYPE,
                    Codecs.enumeration(AttestationType::of), RequestHeader::attestationTypes)
            .since(KmipVersion.V1_2);
    private static final Field<RequestHeader, Authentication> AUTHENTICATION = Field.optional(
            Tag.AUTHENTICATION, Credentials.AUTHENTICATION, RequestHeader::authentication);
    static final Field<RequestHeader, Enumerated<BatchErrorContinuationOption>> ERROR_OPTION =
            Field
                    .optional(Tag.BATCH_ERROR_CONTINUATION_OPTION,
                            Codecs.enumeration(BatchErrorContinuationOption::of),
                            RequestHeader::errorOption);
    /** In 3.0 the order is always kept, which also does for a client that does not ask for it. */
    private static final Field<RequestHeader, Boolean> ORDER = Field
            .<RequestHeader, Boolean>optional(Tag.BATCH_ORDER_OPTION, Codecs.BOOLEAN,
                    RequestHeader::batchOrder)
            .until(KmipVersion.V3_0)
            .toldOtherwise();
    private static final Field<RequestHeader, Long> TIME = Field.optional(Tag.TIME_STAMP,
            Codecs.DATE, RequestHeader::timeStamp);
    private static final Field<RequestHeader, Integer> COUNT = Field
            .<RequestHeader, Integer>required(Tag.BATCH_COUNT, Codecs.INTEGER,
                    RequestHeader::batchCount)
            .until(KmipVersion.V3_0)
            .toldOtherwise();

    private static final Field<ResponseHeader, KmipVersionPair> ANSWERED_VERSION = Field
            .required(Tag.PROTOCOL_VERSION, Versions.PAIR, h -> KmipVersionPair.of(h.version()));
    private static final Field<ResponseHeader, Long> ANSWERED_TIME = Field.required(Tag.TIME_STAMP,
            Codecs.DATE, ResponseHeader::timeStamp);
    private static final Field<ResponseHeader, Nonce> NONCE = Field
            .<ResponseHeader, Nonce>optional(Tag.NONCE, Credentials.NONCE, ResponseHeader::nonce)
            .since(KmipVersion.V1_2);
    private static final Field<ResponseHeader, ByteSlice> HASHED_PASSWORD = Field
            .<ResponseHeader, ByteSlice>optional(Tag.SERVER_HASHED_PASSWORD, Codecs.BYTES,
                    ResponseHeader::serverHashedPassword)
            .since(KmipVersion.V2_0);
    static final Field<ResponseHeader, List<Enumerated<AttestationType>>> ANSWERED_ATTESTATION =
            Field.<ResponseHeader, Enumerated<AttestationType>>repeated(Tag.ATTESTATION_TYPE,
                    Codecs.enumeration(AttestationType::of), ResponseHeader::attestationTypes)
                    .since(KmipVersion.V1_2);
    private static final Field<ResponseHeader, String> ANSWERED_CLIENT_CORRELATION = Field
            .<ResponseHeader, String>optional(Tag.CLIENT_CORRELATION_VALUE, Codecs.TEXT,
                    ResponseHeader::clientCorrelationValue)
            .since(KmipVersion.V1_4);
    private static final Field<ResponseHeader, String> ANSWERED_SERVER_CORRELATION = Field
            .<ResponseHeader, String>optional(Tag.SERVER_CORRELATION_VALUE, Codecs.TEXT,
                    ResponseHeader::serverCorrelationValue)
            .since(KmipVersion.V1_4);
    private static final Field<ResponseHeader, Integer> ANSWERED_COUNT = Field
            .<ResponseHeader, Integer>required(Tag.BATCH_COUNT, Codecs.INTEGER,
                    ResponseHeader::batchCount)
            .until(KmipVersion.V3_0);

    private Headers() {}

    /** Until 3.0 the header itself tells the count, so that there is one table for a version. */
    private static final Map<KmipVersion, StructureBinding<RequestHeader>> REQUEST_COUNTED =
            perVersion(Headers::makeRequest);
    private static final Map<KmipVersion, StructureBinding<ResponseHeader>> RESPONSE_COUNTED =
            perVersion(Headers::makeResponse);

    private static <H> Map<KmipVersion, StructureBinding<H>> perVersion(
            BiFunction<KmipVersion, Integer, StructureBinding<H>> maker) {
        Map<KmipVersion, StructureBinding<H>> tables = new EnumMap<>(KmipVersion.class);
        for (KmipVersion version : KmipVersion.values()) {
            if (!version.atLeast(KmipVersion.V3_0)) {
                tables.put(version, maker.apply(version, 0));
            }
        }
        return tables;
    }

    /** The header of a request of this version; items are counted where the header does not. */
    static StructureBinding<RequestHeader> request(KmipVersion version, int items) {
        StructureBinding<RequestHeader> counted = REQUEST_COUNTED.get(version);
        return counted == null ? makeRequest(version, items) : counted;
    }

    private static StructureBinding<RequestHeader> makeRequest(KmipVersion version, int items) {
        return StructureBinding.of("Request Header",
                List.of(VERSION, RESPONSE_SIZE, CLIENT_CORRELATION, SERVER_CORRELATION,
                        ASYNCHRONOUS, ATTESTATION_CAPABLE, ATTESTATION, AUTHENTICATION,
                        ERROR_OPTION, ORDER, TIME, COUNT),
                v -> new RequestHeader(version, v.get(RESPONSE_SIZE), v.get(CLIENT_CORRELATION),
                        v.get(SERVER_CORRELATION), v.get(ASYNCHRONOUS), v.get(ATTESTATION_CAPABLE),
                        v.need(ATTESTATION), v.get(AUTHENTICATION), v.get(ERROR_OPTION),
                        v.get(ORDER), v.get(TIME), orElse(v.get(COUNT), items)));
    }

    /** The header of a response of this version. */
    static StructureBinding<ResponseHeader> response(KmipVersion version, int items) {
        StructureBinding<ResponseHeader> counted = RESPONSE_COUNTED.get(version);
        return counted == null ? makeResponse(version, items) : counted;
    }

    private static StructureBinding<ResponseHeader> makeResponse(KmipVersion version, int items) {
        return StructureBinding.of("Response Header",
                List.of(ANSWERED_VERSION, ANSWERED_TIME, NONCE, HASHED_PASSWORD,
                        ANSWERED_ATTESTATION, ANSWERED_CLIENT_CORRELATION,
                        ANSWERED_SERVER_CORRELATION, ANSWERED_COUNT),
                v -> new ResponseHeader(version, v.need(ANSWERED_TIME), v.get(NONCE),
                        v.get(HASHED_PASSWORD), v.need(ANSWERED_ATTESTATION),
                        v.get(ANSWERED_CLIENT_CORRELATION), v.get(ANSWERED_SERVER_CORRELATION),
                        orElse(v.get(ANSWERED_COUNT), items)));
    }

    private static int orElse(@Nullable Integer value, int other) {
        return value == null ? other : value;
    }
}
