package io.sallyport.gateway.session;

import java.util.ArrayList;
import java.util.List;

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
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * The rules for a message as a whole (KMIP 2.1 sections 8 and 9, 1.4 sections 6 and 7).
 *
 * <p>Credentials in the header are accepted and change nothing: the client's certificate alone
 * says who asks. Attestation is neither asked for nor looked at. Items are carried out in their
 * order whatever the order option says. Stateless.
 */
final class MessageRules {

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
        if (needsIds && !idsAreFit(request.items())) {
            return new OperationFault(ResultReason.INVALID_MESSAGE,
                    "Every item of a batch needs a unique batch item id of its own.");
        }
        if (header.asynchronousIndicator() == AsynchronousIndicator.MANDATORY) {
            return new OperationFault(ResultReason.FEATURE_NOT_SUPPORTED,
                    "Asynchronous operation is not supported.");
        }
        if (header.errorOption() != null && header.errorOption().known() == null) {
            return new OperationFault(ResultReason.INVALID_FIELD,
                    "The batch error continuation option is not known.");
        }
        return null;
    }

    /** What is to be done after an item failed; Stop unless the client says otherwise. */
    static BatchErrorContinuationOption errorOption(RequestHeader header) {
        BatchErrorContinuationOption known = header.errorOption() == null ? null
                : header.errorOption().known();
        return known == null ? BatchErrorContinuationOption.STOP : known;
    }

    private static boolean idsAreFit(List<RequestBatchItem> items) {
        if (items.size() < 2) {
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
