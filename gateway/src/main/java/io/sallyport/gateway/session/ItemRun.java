package io.sallyport.gateway.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Authorisation;
import io.sallyport.gateway.authorisation.Decision;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.kmip.message.MalformedPayload;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.MessageExtension;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.vertx.core.Future;

/** One batch item: whether it may run, then its operation. One thread at a time. */
final class ItemRun {
    private final RequestBatchItem item;
    private @Nullable Call call;

    /** An item that is not begun. */
    ItemRun(RequestBatchItem item) {
        this.item = item;
    }

    RequestBatchItem item() {
        return item;
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

    /** The operation that the answer names. */
    Enumerated<Operation> answered() {
        Enumerated<Operation> other = call == null ? null : call.answered();
        return other == null ? item.operation() : other;
    }

    /** The rule that it changes, or null. */
    ClientChange.@Nullable SetRule changedRule() {
        return call == null ? null : call.changedRule();
    }

    /** The users, groups and credentials that it changes. */
    List<ClientChange> changedUsers() {
        return call == null ? List.of() : call.changedUsers();
    }

    /** How many objects the item means; known once it was run for the first. */
    int repetitions() {
        return call == null ? 1 : call.repetitions();
    }

    /** A fresh run of the same item, for another of the objects that it means. */
    ItemRun again() {
        return new ItemRun(item);
    }

    /** Why it may not run, or null; asks neither for its payload's sense nor for its object. */
    @Nullable
    OperationFault refusal(OperationTable operations, Subject subject, KmipVersion version) {
        KmipOperation<?> operation = operations.find(operation(), version);
        if (operation == null || !operation.servedTo(subject.profile())) {
            return new OperationFault(ResultReason.OPERATION_NOT_SUPPORTED,
                    "The operation is not supported.");
        }
        if (Authorisation.decide(subject, operation.operation(), operation.access(),
                null) != Decision.ALLOWED) {
            return Faults.denied();
        }
        for (MessageExtension extension : item.extensions()) {
            if (extension.critical()) {
                return new OperationFault(
                        version.atLeast(KmipVersion.V2_0)
                                ? ResultReason.UNKNOWN_MESSAGE_EXTENSION
                                : ResultReason.FEATURE_NOT_SUPPORTED,
                        "A critical message extension is not known.");
            }
        }
        if (item.payload() instanceof MalformedPayload malformed) {
            return new OperationFault(malformed.fault().reason(),
                    malformed.fault().peerMessage());
        }
        return operation.payloadType().isInstance(item.payload())
                ? null
                : new OperationFault(ResultReason.INVALID_MESSAGE,
                        "The payload does not belong to the operation.");
    }

    /** Runs it; every refusal is a failed future. */
    Future<Outcome> start(OperationTable operations, Call itsCall) {
        call = itsCall;
        OperationFault refused = refusal(operations, itsCall.subject(), itsCall.version());
        KmipOperation<?> operation = operations.find(operation(), itsCall.version());
        return refused != null || operation == null
                ? Future.failedFuture(refused)
                : handle(operation, itsCall);
    }

    private <P extends RequestPayload> Future<Outcome> handle(KmipOperation<P> operation,
            Call itsCall) {
        try {
            return operation.handle(itsCall, operation.payloadType().cast(item.payload()));
        } catch (OperationFault fault) {
            return Future.failedFuture(fault);
        }
    }
}
