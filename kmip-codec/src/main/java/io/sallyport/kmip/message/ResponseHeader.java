package io.sallyport.kmip.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AttestationType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Nonce;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * The header of a response (KMIP 2.1 section 9.16).
 *
 * @param timeStamp seconds since 1970
 * @param nonce what a client that may attest has to sign
 * @param serverHashedPassword how a server answers to a hashed password, since 2.0
 * @param attestationTypes the kinds of attestation that the server takes
 */
public record ResponseHeader(KmipVersion version, long timeStamp, @Nullable Nonce nonce,
        @Nullable ByteSlice serverHashedPassword,
        List<Enumerated<AttestationType>> attestationTypes,
        @Nullable String clientCorrelationValue, @Nullable String serverCorrelationValue,
        int batchCount) {

    public ResponseHeader {
        attestationTypes = List.copyOf(attestationTypes);
    }

    /** A header that asks for no attestation. */
    public ResponseHeader(KmipVersion version, long timeStamp,
            @Nullable String clientCorrelationValue, @Nullable String serverCorrelationValue,
            int batchCount) {
        this(version, timeStamp, null, null, List.of(), clientCorrelationValue,
                serverCorrelationValue, batchCount);
    }

    /** A header without correlation values. */
    public static ResponseHeader of(KmipVersion version, long timeStamp, int batchCount) {
        return new ResponseHeader(version, timeStamp, null, null, batchCount);
    }
}
