package io.sallyport.kmip.model;

import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * A request that is not yet answered (since 2.1; KMIP 2.1 section 7.2).
 *
 * @param submissionMicros when it was sent, in microseconds since 1970
 */
public record AsynchronousRequest(ByteSlice correlationValue, Enumerated<Operation> operation,
        long submissionMicros, Enumerated<ProcessingStage> stage) {}
