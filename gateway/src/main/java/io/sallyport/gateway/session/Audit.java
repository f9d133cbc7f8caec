package io.sallyport.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.Held;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.ServerNotice;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.kmip.message.payload.Notify;
import io.sallyport.kmip.message.payload.Put;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.Operation;

/**
 * Forms the audit events of one message. Text that a client sends is cut to a length that it can't
 * abuse. One thread at a time.
 */
final class Audit {
    /** Stands for the operation where a message is refused as a whole. */
    private static final String WHOLE_MESSAGE = "Message";
    /** Goes before the name of an operation that is carried out later. */
    private static final String SUBMITTED = "Submit ";
    private static final String ENROLLED = "Enrol Certificate";
    private static final String WITHDRAWN = "Withdraw Certificate";
    private static final int TEXT_MAX = 128;

    private final Subject subject;
    private final String peer;
    private final long epochMillis;
    private final RefusedItems refusals;
    private @Nullable String correlation;
    private @Nullable KmipVersionPair version;

    /**
     * An auditor for one message.
     *
     * @param epochMillis when it came, in milliseconds since 1970
     * @param refusals gets to know what is refused
     */
    Audit(Subject subject, String peer, long epochMillis, RefusedItems refusals) {
        this.subject = subject;
        this.peer = peer;
        this.epochMillis = epochMillis;
        this.refusals = refusals;
    }

    /** An auditor for what the server does unasked: nothing of it is refused. */
    Audit(Subject subject, String peer, long epochMillis) {
        this(subject, peer, epochMillis, new RefusedItems());
    }

    /** The same message when it is known for which user it asks. */
    Audit of(Subject acting) {
        return as(acting, epochMillis);
    }

    /** The same message at a later time, in milliseconds since 1970. */
    Audit at(long laterMillis) {
        return as(subject, laterMillis);
    }

    private Audit as(Subject acting, long millis) {
        Audit other = new Audit(acting, peer, millis, refusals);
        other.correlation = correlation;
        other.version = version;
        return other;
    }

    /** Address and port of the other side. */
    String peer() {
        return peer;
    }

    /** When the message came, in milliseconds since 1970. */
    long epochMillis() {
        return epochMillis;
    }

    /** Takes the client's correlation value. */
    void correlation(@Nullable String value) {
        correlation = value == null ? null : cut(value);
    }

    /** Takes the version of the message's header, as far as that could be read. */
    void version(@Nullable KmipVersionPair asked) {
        version = asked;
    }

    /** An item that succeeded. */
    AuditEvent success(Enumerated<Operation> operation, @Nullable String objectId,
            Outcome outcome) {
        return event(name(operation), objectId, AuditEvent.Outcome.SUCCESS, null, outcome);
    }

    /** An item that goes on in the background, and gets a record of its own when it ends. */
    AuditEvent submitted(Enumerated<Operation> operation, @Nullable String objectId) {
        return event(operation.is(Operation.POLL) ? name(operation) : SUBMITTED + name(operation),
                objectId, AuditEvent.Outcome.SUCCESS, null, null);
    }

    /** Something that the server tells a client without being asked. */
    AuditEvent told(ServerNotice notice) {
        String objectId = switch (notice.payload()) {
            case Put.Request put -> put.uniqueIdentifier();
            case Notify.Request notify -> notify.uniqueIdentifier();
            default -> null;
        };
        Outcome outcome = new Outcome(new Put.Response(), List.of(), List.of(), notice.exposed(),
                notice.approved(), new Held.Nothing());
        Operation operation = notice.payload().operation();
        return event(operation == null ? WHOLE_MESSAGE : operation.xmlName(), objectId,
                AuditEvent.Outcome.SUCCESS, null, outcome);
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
        String what = operation == null ? WHOLE_MESSAGE : name(operation);
        refusals.note(new RefusedItem(subject.clientName(), what, fault.reason().xmlName(),
                version, fault.peerMessage(), epochMillis));
        return event(what, objectId, outcome, fault.reason().xmlName(), null);
    }

    /** The certificates, by their fingerprints, that a client takes on and gives up. */
    List<AuditEvent> renewed(ClientChange.Renew renewal) {
        List<AuditEvent> events = new ArrayList<>(2);
        events.add(event(ENROLLED, renewal.certificate().fingerprint(),
                AuditEvent.Outcome.SUCCESS, null, null));
        for (String fingerprint : renewal.givesWay()) {
            events.add(event(WITHDRAWN, fingerprint, AuditEvent.Outcome.SUCCESS, null, null));
        }
        return events;
    }

    private AuditEvent event(String operation, @Nullable String objectId,
            AuditEvent.Outcome outcome, @Nullable String reason, @Nullable Outcome done) {
        String actor = subject.user() == null
                ? subject.clientName()
                : subject.clientName() + "/" + cut(subject.user());
        return new AuditEvent(epochMillis, actor, subject.fingerprint(), peer,
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
