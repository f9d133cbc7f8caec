package io.sallyport.gateway.session;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseHeader;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.model.KmipVersion;
import io.vertx.core.Future;

/** Refuses a message as a whole: one item, with its operation where there is only one. */
final class Refusal {
    private static final long MILLIS = 1000;

    private Refusal() {}

    /** Audits the refusal, then answers it. */
    static Future<Answer> of(KmipMessageProcessor.Services services, Audit audit,
            KmipVersion version, OperationFault fault, @Nullable RequestBatchItem only) {
        ResponseBatchItem item = ResponseBatchItem.failure(only == null ? null : only.operation(),
                only == null ? null : only.uniqueBatchItemId(), fault.reason(),
                fault.peerMessage());
        ResponseMessage message = new ResponseMessage(ResponseHeader.of(version,
                Math.floorDiv(audit.epochMillis(), MILLIS), 1), List.of(item));
        Answer answer = new TreeAnswer(services.codec().toItem(message), List.of());
        return services.journal()
                .commit(new Submission(List.of(),
                        List.of(audit.failure(only == null ? null : only.operation(), null,
                                fault))))
                .map(answer);
    }
}
