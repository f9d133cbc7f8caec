package io.sallyport.gateway.session;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.model.ResultStatus;

/** How an item ended: with an outcome, which may be undone, or with a fault. */
record ItemResult(ItemRun run, @Nullable Outcome outcome, @Nullable OperationFault fault,
        boolean isUndone) {

    static ItemResult success(ItemRun run, Outcome outcome) {
        return new ItemResult(run, outcome, null, false);
    }

    static ItemResult failure(ItemRun run, OperationFault fault) {
        return new ItemResult(run, null, fault, false);
    }

    /** The same item after the whole message was undone. */
    ItemResult undone() {
        return outcome == null ? this : new ItemResult(run, outcome, null, true);
    }

    /** The same item after its changes could not be stored. */
    ItemResult lost(OperationFault because) {
        if (outcome == null || outcome.changes().isEmpty()) {
            return this;
        }
        outcome.release().run();
        return failure(run, because);
    }

    /** What the client is told; the operation and the item's id are echoed always. */
    ResponseBatchItem response() {
        RequestBatchItem item = run.item();
        if (fault != null) {
            return ResponseBatchItem.failure(item.operation(), item.uniqueBatchItemId(),
                    fault.reason(), fault.peerMessage());
        }
        if (isUndone || outcome == null) {
            return new ResponseBatchItem(item.operation(), item.uniqueBatchItemId(),
                    ResultStatus.OPERATION_UNDONE, null, null, null,
                    outcome == null ? null : outcome.undonePayload());
        }
        return ResponseBatchItem.success(item.operation(), item.uniqueBatchItemId(),
                outcome.payload());
    }

    /** What the audit log keeps. */
    AuditEvent event(Audit audit) {
        if (outcome == null) {
            return audit.failure(run.item().operation(), run.objectId(),
                    fault == null
                            ? new OperationFault(
                                    io.sallyport.kmip.model.ResultReason.GENERAL_FAILURE, "")
                            : fault);
        }
        return isUndone
                ? audit.undone(run.item().operation(), run.objectId(), outcome)
                : audit.success(run.item().operation(), run.objectId(), outcome);
    }
}
