package io.sallyport.gateway.admin;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.audit.AuditEntry;
import io.sallyport.gateway.audit.AuditFlawException;
import io.sallyport.gateway.audit.AuditReader;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.RefusedPeer;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.session.RefusedItem;
import io.sallyport.gateway.store.Store;

/**
 * Diagnostics in the process that serves. Which operations were refused is read from the audit log,
 * so that a restart forgets none; version and text of the last time are what the process remembers
 * besides. Safe for every thread.
 */
public final class LocalDiagnostics implements Diagnostics {
    /** How many records from the end of the log on are searched. */
    private static final int RECORDS_MAX = 20_000;
    private static final int OPERATIONS_MAX = 50;
    /** Requests that wait are recorded late: less than a minute is no step of the clock. */
    private static final long STEP_MILLIS_MIN = 60_000;
    /** Actors that are no clients. */
    private static final Set<String> OURS = Set.of(Subject.OPERATOR_NAME, "gateway", "-");

    private final Store store;
    private final JournalPort journal;
    private final Seen seen;
    private final Clock clock;

    /** What the process remembers of refusals. Called by several threads. */
    public interface Seen {
        /** Refused connections of the KMIP port. */
        List<RefusedPeer> kmip();

        /** Refused connections of the HTTPS port. */
        List<RefusedPeer> https();

        /** Refused operations of a client. */
        List<RefusedItem> operations(String client);
    }

    /** What was refused to a client, for one reason. */
    private record Key(String client, String operation, @Nullable String reason) {}

    /** Diagnostics over this log and this memory. */
    public LocalDiagnostics(Store store, JournalPort journal, Seen seen, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.seen = seen;
        this.clock = clock;
    }

    @Override
    public List<RefusedConnection> refusedConnections() throws AdminException {
        record("List Refused Connections", null);
        List<RefusedConnection> all = new ArrayList<>();
        seen.kmip().forEach(peer -> all.add(new RefusedConnection("kmip", peer)));
        seen.https().forEach(peer -> all.add(new RefusedConnection("https", peer)));
        all.sort(Comparator
                .comparingLong((RefusedConnection one) -> one.peer().lastMillis()).reversed());
        return all;
    }

    @Override
    public List<RefusedOperation> refusedOperations(@Nullable String client, long sinceMillis)
            throws AdminException {
        record("List Refused Operations", client);
        Map<Key, RefusedOperation> refused = new LinkedHashMap<>();
        for (AuditEntry entry : lastRecords()) {
            AuditEvent event = entry.event();
            String actor = clientOf(event);
            if (event.epochMillis() >= sinceMillis && !OURS.contains(actor)
                    && (client == null || client.equals(actor))) {
                take(actor, event, refused);
            }
        }
        return refused.values().stream()
                .map(one -> completed(one, seen.operations(one.client())))
                .sorted(Comparator.comparingLong(RefusedOperation::lastMillis).reversed())
                .limit(OPERATIONS_MAX).toList();
    }

    @Override
    public List<ClockStep> clockSteps() throws AdminException {
        record("List Clock Steps", null);
        List<ClockStep> steps = new ArrayList<>();
        long before = Long.MIN_VALUE;
        for (AuditEntry entry : lastRecords()) {
            long time = entry.event().epochMillis();
            if (before != Long.MIN_VALUE && before - time >= STEP_MILLIS_MIN) {
                steps.add(new ClockStep(before, time));
            }
            before = time;
        }
        return steps;
    }

    private List<AuditEntry> lastRecords() throws AdminException {
        try {
            AuditReader log = new AuditReader(store.readers(), store.domain());
            return log.page(Math.max(1, log.tail().nextSequence() - RECORDS_MAX), RECORDS_MAX);
        } catch (SQLException | AuditFlawException e) {
            throw new AdminException("The audit log can't be read: " + e.getMessage() + ".", e);
        }
    }

    /** The actor may be a client alone, or with the user for whom it acts. */
    private static String clientOf(AuditEvent event) {
        int slash = event.actor().indexOf('/');
        return slash < 0 ? event.actor() : event.actor().substring(0, slash);
    }

    private static void take(String client, AuditEvent event,
            Map<Key, RefusedOperation> refused) {
        Key key = new Key(client, event.operation(), event.reason());
        if (event.outcome() == Outcome.SUCCESS) {
            refused.values().removeIf(one -> one.client().equals(client)
                    && one.operation().equals(event.operation())
                    && Objects.equals(one.objectId(), event.objectId()));
        } else if (event.outcome() != Outcome.UNDONE && event.reason() != null) {
            RefusedOperation before = refused.get(key);
            refused.put(key, new RefusedOperation(client, event.operation(), event.reason(),
                    before == null ? 1 : before.count() + 1, event.epochMillis(),
                    event.objectId(), null, null));
        }
    }

    private static RefusedOperation completed(RefusedOperation one, List<RefusedItem> remembered) {
        for (RefusedItem item : remembered) {
            if (item.operation().equals(one.operation()) && item.reason().equals(one.reason())) {
                return new RefusedOperation(one.client(), one.operation(), one.reason(),
                        one.count(), one.lastMillis(), one.objectId(),
                        item.version() == null ? null : item.version().toString(), item.text());
            }
        }
        return one;
    }

    private void record(String operation, @Nullable String object) throws AdminException {
        AuditEvent event = LocalAdministration.operatorEvent(clock.millis(), operation, object,
                Outcome.SUCCESS, null);
        try {
            journal.commit(new Submission(List.of(), List.of(event))).toCompletionStage()
                    .toCompletableFuture().get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AdminException("Nothing is told, because it can't be audited: "
                    + cause.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("The wait for the store was interrupted.", e);
        }
    }
}
