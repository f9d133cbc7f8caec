package io.sallyport.gateway.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.sallyport.gateway.operation.LocateMatch;
import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.ObjectPort;
import io.sallyport.gateway.port.StoredObject;
import io.vertx.core.Future;

/** Objects and journal in memory, with the journal's rules and failures on demand. */
final class MemoryStore implements ObjectPort, JournalPort {
    /** An identifier is unique in its partition only. */
    private record Key(String partition, String id) {
        static Key of(StoredObject object) {
            return new Key(object.partition(), object.id());
        }
    }

    private final Map<Key, StoredObject> objects = new LinkedHashMap<>();
    private final Deque<Exception> failures = new ArrayDeque<>();
    private final List<AuditEvent> events = new ArrayList<>();
    private final List<ClientChange> clients = new ArrayList<>();
    private int commits;
    private int goodCommits;
    private long now;

    /** Sets the time that decides states. */
    void now(long seconds) {
        now = seconds;
    }

    /** The next commit fails with this. */
    void failNext(Exception failure) {
        failures.add(failure);
    }

    /** A commit fails with this, after so many that don't. */
    void failAfter(int good, Exception failure) {
        goodCommits = good;
        failures.add(failure);
    }

    /** Every change of users and rules that was committed. */
    List<ClientChange> clients() {
        return clients;
    }

    /** Every event that was committed. */
    List<AuditEvent> events() {
        return events;
    }

    /** How many commits were asked for. */
    int commits() {
        return commits;
    }

    /** How many objects there are. */
    int size() {
        return objects.size();
    }

    @Override
    public Future<Optional<StoredObject>> find(String partition, String id) {
        return Future.succeededFuture(
                Optional.ofNullable(objects.get(new Key(partition, id))));
    }

    @Override
    public Future<Located> locate(LocateQuery query) {
        List<String> all = new ArrayList<>();
        objects.values().stream().filter(object -> LocateMatch.matches(query, object, now))
                .forEach(object -> all.add(object.id()));
        List<String> ordered = query.newestFirst() ? all.reversed() : all;
        return Future.succeededFuture(new Located(
                ordered.stream().skip(query.offset()).limit(query.limit()).toList(), all.size()));
    }

    @Override
    public Future<Void> commit(Submission submission) {
        commits++;
        if (goodCommits > 0) {
            goodCommits--;
        } else if (!failures.isEmpty()) {
            return Future.failedFuture(failures.remove());
        }
        for (Change change : submission.changes()) {
            StoredObject next = change.next();
            if (!AttributeForm.digest(next.attributes())
                    .equals(next.header().attributesDigest())) {
                throw new AssertionError("The header does not bind the attributes.");
            }
            StoredObject old = change instanceof Change.Remove
                    ? objects.remove(Key.of(next))
                    : objects.put(Key.of(next), next);
            long before = old == null ? 0 : old.header().version();
            switch (change) {
                case Change.Replace(StoredObject _, long replacedVersion) -> {
                    if (before != replacedVersion || next.header().version() != 1) {
                        throw new AssertionError("Version " + replacedVersion + " is not stored.");
                    }
                    continue;
                }
                case Change.Remove _ -> {
                    if (before != next.header().version()) {
                        throw new AssertionError("What was removed is not what was stored.");
                    }
                    continue;
                }
                case Change.Insert _,Change.Update _ -> {
                }
            }
            if (next.header().version() != before + 1) {
                throw new AssertionError("Version " + next.header().version() + " after " + before);
            }
        }
        clients.addAll(submission.clients());
        events.addAll(submission.events());
        return Future.succeededFuture();
    }
}
