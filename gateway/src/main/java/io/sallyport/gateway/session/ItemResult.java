package io.sallyport.gateway.session;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * How an item ended: with an outcome, which may be undone, with a fault, or not yet.
 *
 * @param pending the correlation value of an item that goes on in the background, or null
 */
record ItemResult(ItemRun run, @Nullable Outcome outcome, @Nullable OperationFault fault,
        boolean isUndone, @Nullable ByteSlice pending) {

    static ItemResult success(ItemRun run, Outcome outcome) {
        return new ItemResult(run, outcome, null, false, null);
    }

    static ItemResult failure(ItemRun run, OperationFault fault) {
        return new ItemResult(run, null, fault, false, null);
    }

    static ItemResult pending(ItemRun run, ByteSlice correlation) {
        return new ItemResult(run, null, null, false, correlation);
    }

    /** Whether it failed. */
    boolean isFailure() {
        return outcome == null && pending == null;
    }

    /** The same item after the whole message was undone. */
    ItemResult undone() {
        if (outcome == null) {
            return this;
        }
        return new ItemResult(run, outcome.undo(), null, true, null);
    }

    /** The same item after its changes could not be stored. */
    ItemResult lost(OperationFault because) {
        if (outcome == null
                || (outcome.changes().isEmpty() && run.changedUsers().isEmpty())) {
            return this;
        }
        outcome.refuse();
        return failure(run, because);
    }

    /** Why there is no outcome. */
    OperationFault faultOrGeneral() {
        return fault == null
                ? new OperationFault(ResultReason.GENERAL_FAILURE, "The operation failed.")
                : fault;
    }

    /** What the client is told; the operation and the item's id are echoed always. */
    ResponseBatchItem response() {
        ByteSlice id = run.item().uniqueBatchItemId();
        if (pending != null) {
            return new ResponseBatchItem(run.answered(), id, ResultStatus.OPERATION_PENDING, null,
                    null, pending, null);
        }
        if (fault != null) {
            return ResponseBatchItem.failure(run.answered(), id, fault.reason(),
                    fault.peerMessage());
        }
        if (isUndone || outcome == null) {
            return new ResponseBatchItem(run.answered(), id, ResultStatus.OPERATION_UNDONE, null,
                    null, null, outcome == null ? null : outcome.undonePayload());
        }
        return ResponseBatchItem.success(run.answered(), id, outcome.payload());
    }

    /** What the audit log keeps. */
    AuditEvent event(Audit audit) {
        if (pending != null) {
            return audit.submitted(run.item().operation(), run.objectId());
        }
        if (outcome == null) {
            return audit.failure(run.item().operation(), run.objectId(), faultOrGeneral());
        }
        return isUndone
                ? audit.undone(run.item().operation(), run.objectId(), outcome)
                : audit.success(run.item().operation(), run.objectId(), outcome);
    }
}
