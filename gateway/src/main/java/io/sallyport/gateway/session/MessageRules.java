package io.sallyport.gateway.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.model.AsynchronousIndicator;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * The rules for a message as a whole (KMIP 2.1 sections 8 and 9, 1.4 sections 6 and 7).
 *
 * <p>Attestation is never asked for. Items are carried out in their order whatever the order
 * option says. Stateless.
 */
final class MessageRules {

    private static final Set<Operation> AT_ONCE = Set.copyOf(EnumSet.of(Operation.POLL,
            Operation.CANCEL, Operation.PROCESS, Operation.QUERY_ASYNCHRONOUS_REQUESTS,
            Operation.LOGIN, Operation.LOGOUT, Operation.DELEGATED_LOGIN,
            Operation.SET_ENDPOINT_ROLE));

    private MessageRules() {}

    /** The version to answer a message that can't be read: its own, or the nearest one served. */
    static KmipVersion answerVersion(@Nullable KmipVersionPair asked, Profile profile) {
        if (asked == null) {
            return KmipVersion.V1_0;
        }
        KmipVersion known = asked.known();
        return known != null && OperationTable.versions(profile).contains(known)
                ? known
                : nearest(asked.major(), profile);
    }

    /** The newest served version of this major one, or the oldest or newest of all. */
    static KmipVersion nearest(int major, Profile profile) {
        KmipVersion nearest = OperationTable.VERSIONS.getFirst();
        for (KmipVersion version : OperationTable.versions(profile)) {
            if (version.major() <= major) {
                nearest = version;
            }
        }
        return nearest;
    }

    /** What a client is told whose message can't be read. */
    static OperationFault unreadable(KmipFault fault, KmipVersion version) {
        return fault.reason() == ResultReason.UNSUPPORTED_PROTOCOL_VERSION
                ? unsupportedVersion(version)
                : new OperationFault(fault.reason(), fault.peerMessage());
    }

    /** What a client is told whose version is not served. */
    static OperationFault unsupportedVersion(KmipVersion answered) {
        return new OperationFault(answered.atLeast(KmipVersion.V2_0)
                ? ResultReason.UNSUPPORTED_PROTOCOL_VERSION
                : ResultReason.INVALID_MESSAGE, "The protocol version is not supported.");
    }

    /** What is wrong with the message as a whole, or null. */
    static @Nullable OperationFault check(RequestMessage request) {
        RequestHeader header = request.header();
        if (request.items().isEmpty() || header.batchCount() != request.items().size()) {
            return new OperationFault(ResultReason.INVALID_MESSAGE,
                    "The batch count is not the number of batch items.");
        }
        boolean needsIds = !header.version().atLeast(KmipVersion.V3_0);
        if (needsIds && !idsAreFit(request)) {
            return new OperationFault(ResultReason.INVALID_MESSAGE,
                    "Every item of a batch needs a unique batch item id of its own.");
        }
        if (header.asynchronousIndicator() == AsynchronousIndicator.MANDATORY
                && request.items().stream()
                        .anyMatch(item -> !mayRunLater(item.operation().known()))) {
            return new OperationFault(ResultReason.FEATURE_NOT_SUPPORTED,
                    "An operation of the message is always answered at once.");
        }
        if (runsLater(request) && errorOption(header) == BatchErrorContinuationOption.UNDO) {
            return new OperationFault(ResultReason.FEATURE_NOT_SUPPORTED,
                    "What runs later can't be undone.");
        }
        if (header.errorOption() != null && header.errorOption().known() == null) {
            return new OperationFault(ResultReason.INVALID_FIELD,
                    "The batch error continuation option is not known.");
        }
        return null;
    }

    /**
     * Whether the message's items are to be carried out after its answer. That the client allows
     * it is enough in 1.x, where it has no other way to say so; from 2.0 it must demand it. Of a
     * 1.x message with several items nothing runs later: they lean on each other.
     */
    static boolean runsLater(RequestMessage request) {
        AsynchronousIndicator asked = request.header().asynchronousIndicator();
        return asked == AsynchronousIndicator.MANDATORY
                || (asked == AsynchronousIndicator.OPTIONAL && request.items().size() == 1
                        && !request.header().version().atLeast(KmipVersion.V2_0));
    }

    /** Whether an operation may be carried out later: not what is about messages or callers. */
    static boolean mayRunLater(@Nullable Operation operation) {
        return operation != null && !AT_ONCE.contains(operation);
    }

    /** What is to be done after an item failed; Stop unless the client says otherwise. */
    static BatchErrorContinuationOption errorOption(RequestHeader header) {
        BatchErrorContinuationOption known = header.errorOption() == null ? null
                : header.errorOption().known();
        return known == null ? BatchErrorContinuationOption.STOP : known;
    }

    private static boolean idsAreFit(RequestMessage request) {
        List<RequestBatchItem> items = request.items();
        if (items.size() < 2 || request.header().version().atLeast(KmipVersion.V3_0)) {
            return true;
        }
        List<ByteSlice> seen = new ArrayList<>(items.size());
        for (RequestBatchItem item : items) {
            ByteSlice id = item.uniqueBatchItemId();
            if (id == null) {
                return false;
            }
            for (ByteSlice other : seen) {
                if (other.matches(id)) {
                    return false;
                }
            }
            seen.add(id);
        }
        return true;
    }
}
