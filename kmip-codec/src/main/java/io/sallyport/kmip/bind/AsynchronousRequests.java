package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.AsynchronousRequest;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ProcessingStage;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** The Asynchronous Request structure of 2.1. */
public final class AsynchronousRequests {
    private static final Field<AsynchronousRequest, ByteSlice> VALUE = Field.required(
            Tag.ASYNCHRONOUS_CORRELATION_VALUE, Codecs.BYTES,
            AsynchronousRequest::correlationValue);
    private static final Field<AsynchronousRequest, Enumerated<Operation>> OPERATION = Field
            .required(Tag.OPERATION, Codecs.enumeration(Operation::of),
                    AsynchronousRequest::operation);
    private static final Field<AsynchronousRequest, Long> SUBMISSION = Field.required(
            Tag.SUBMISSION_DATE, Codecs.MICROS, AsynchronousRequest::submissionMicros);
    private static final Field<AsynchronousRequest, Enumerated<ProcessingStage>> STAGE = Field
            .required(Tag.PROCESSING_STAGE, Codecs.enumeration(ProcessingStage::of),
                    AsynchronousRequest::stage);

    public static final StructureBinding<AsynchronousRequest> ONE = StructureBinding.of(
            "Asynchronous Request", List.of(VALUE, OPERATION, SUBMISSION, STAGE),
            v -> new AsynchronousRequest(v.need(VALUE), v.need(OPERATION), v.need(SUBMISSION),
                    v.need(STAGE)));

    private AsynchronousRequests() {}
}
