package io.sallyport.gateway.session;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Authorisation;
import io.sallyport.gateway.authorisation.Decision;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.MalformedPayload;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.MessageExtension;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.vertx.core.Future;

/** One batch item: whether it may run, then its operation. One thread at a time. */
final class ItemRun {
    private final RequestBatchItem item;
    private final int number;
    private @Nullable Call call;

    /**
     * An item.
     *
     * @param number its place in the message, from zero
     */
    ItemRun(RequestBatchItem item, int number) {
        this.item = item;
        this.number = number;
    }

    RequestBatchItem item() {
        return item;
    }

    int number() {
        return number;
    }

    /** The operation, or null for a code that is in no table. */
    @Nullable
    Operation operation() {
        return item.operation().known();
    }

    /** The object that the audit log names. */
    @Nullable
    String objectId() {
        return call == null ? null : call.objectId();
    }

    /** Whether the operation's answer sets the ID Placeholder, or voids it. */
    boolean makesIdentifiers() {
        return item.operation().is(Operation.CREATE) || item.operation().is(Operation.REGISTER)
                || item.operation().is(Operation.LOCATE);
    }

    /** Runs it; every refusal is a failed future. */
    Future<Outcome> start(OperationTable operations, Call itsCall) {
        call = itsCall;
        KmipVersion version = itsCall.version();
        KmipOperation<?> operation = operations.find(operation(), version);
        if (operation == null) {
            return Future.failedFuture(new OperationFault(ResultReason.OPERATION_NOT_SUPPORTED,
                    "The operation is not supported."));
        }
        if (Authorisation.decide(itsCall.subject(), operation.access(), null) != Decision.ALLOWED) {
            return Future.failedFuture(Faults.denied());
        }
        for (MessageExtension extension : item.extensions()) {
            if (extension.critical()) {
                return Future.failedFuture(new OperationFault(
                        version.atLeast(KmipVersion.V2_0)
                                ? ResultReason.UNKNOWN_MESSAGE_EXTENSION
                                : ResultReason.FEATURE_NOT_SUPPORTED,
                        "A critical message extension is not known."));
            }
        }
        if (item.payload() instanceof MalformedPayload malformed) {
            return Future.failedFuture(new OperationFault(malformed.fault().reason(),
                    malformed.fault().peerMessage()));
        }
        return handle(operation, itsCall);
    }

    private <P extends RequestPayload> Future<Outcome> handle(KmipOperation<P> operation,
            Call itsCall) {
        if (!operation.payloadType().isInstance(item.payload())) {
            return Future.failedFuture(new OperationFault(ResultReason.INVALID_MESSAGE,
                    "The payload does not belong to the operation."));
        }
        try {
            return operation.handle(itsCall, operation.payloadType().cast(item.payload()));
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
    }
}
