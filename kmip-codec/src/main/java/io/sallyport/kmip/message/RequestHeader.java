package io.sallyport.kmip.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.Authentication;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;

/**
 * The header of a request (KMIP 2.1 section 9.14).
 *
 * @param version the version of every field of the message and of its answer
 * @param maximumResponseSize bytes that the client takes at most
 * @param asynchronousIndicator 1.x true is OPTIONAL, false PROHIBITED
 * @param batchOrder as sent; absent is true from 2.0
 * @param timeStamp seconds since 1970
 * @param batchCount as sent, which need not be the truth: compare with the items
 */
public record RequestHeader(KmipVersion version, @Nullable Integer maximumResponseSize,
        @Nullable String clientCorrelationValue, @Nullable String serverCorrelationValue,
        @Nullable AsynchronousIndicator asynchronousIndicator,
        @Nullable Boolean attestationCapable, List<Enumerated<AttestationType>> attestationTypes,
        @Nullable Authentication authentication,
        @Nullable Enumerated<BatchErrorContinuationOption> errorOption,
        @Nullable Boolean batchOrder, @Nullable Long timeStamp, int batchCount) {

    public RequestHeader {
        attestationTypes = List.copyOf(attestationTypes);
    }

    /** The shortest header. */
    public static RequestHeader of(KmipVersion version, int batchCount) {
        return new RequestHeader(version, null, null, null, null, null, List.of(), null, null,
                null, null, batchCount);
    }
}
