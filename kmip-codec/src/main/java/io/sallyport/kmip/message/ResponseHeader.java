package io.sallyport.kmip.message;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersion;

/**
 * The header of a response (KMIP 2.1 section 9.16).
 *
 * @param timeStamp seconds since 1970
 */
public record ResponseHeader(KmipVersion version, long timeStamp,
        @Nullable String clientCorrelationValue, @Nullable String serverCorrelationValue,
        int batchCount) {

    /** A header without correlation values. */
    public static ResponseHeader of(KmipVersion version, long timeStamp, int batchCount) {
        return new ResponseHeader(version, timeStamp, null, null, batchCount);
    }
}
