package io.sallyport.gateway.session;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;

/**
 * Forms the audit events of one message. Text that a client sends is cut to a length that it can't
 * abuse. One thread at a time.
 */
final class Audit {
    /** Stands for the operation where a message is refused as a whole. */
    private static final String WHOLE_MESSAGE = "Message";
    private static final int TEXT_MAX = 128;

    private final Subject subject;
    private final String peer;
    private final long epochMillis;
    private @Nullable String correlation;

    /**
     * An auditor for one message.
     *
     * @param epochMillis when it came, in milliseconds since 1970
     */
    Audit(Subject subject, String peer, long epochMillis) {
        this.subject = subject;
        this.peer = peer;
        this.epochMillis = epochMillis;
    }

    /** When the message came, in milliseconds since 1970. */
    long epochMillis() {
        return epochMillis;
    }

    /** Takes the client's correlation value. */
    void correlation(@Nullable String value) {
        correlation = value == null ? null : cut(value);
    }

    /** An item that succeeded. */
    AuditEvent success(Enumerated<Operation> operation, @Nullable String objectId,
            Outcome outcome) {
        return event(name(operation), objectId, AuditEvent.Outcome.SUCCESS, null, outcome);
    }

    /** An item that succeeded and was undone because a later one failed. */
    AuditEvent undone(Enumerated<Operation> operation, @Nullable String objectId,
            Outcome outcome) {
        return event(name(operation), objectId, AuditEvent.Outcome.UNDONE, null, outcome);
    }

    /** An item, or without operation a whole message, that was refused or failed. */
    AuditEvent failure(@Nullable Enumerated<Operation> operation, @Nullable String objectId,
            OperationFault fault) {
        AuditEvent.Outcome outcome = fault.denied() ? AuditEvent.Outcome.DENIED
                : AuditEvent.Outcome.FAILED;
        return event(operation == null ? WHOLE_MESSAGE : name(operation), objectId, outcome,
                fault.reason().xmlName(), null);
    }

    private AuditEvent event(String operation, @Nullable String objectId,
            AuditEvent.Outcome outcome, @Nullable String reason, @Nullable Outcome done) {
        return new AuditEvent(epochMillis, subject.clientName(), subject.fingerprint(), peer,
                subject.partition(), operation, objectId == null ? null : cut(objectId), outcome,
                reason, done == null || done.approved(), done != null && done.exposed(),
                correlation);
    }

    private static String name(Enumerated<Operation> operation) {
        Operation known = operation.known();
        return known != null
                ? known.xmlName()
                : String.format(Locale.ROOT, "0x%08X", operation.code());
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }
}
