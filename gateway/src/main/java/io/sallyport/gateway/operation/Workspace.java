package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.ObjectPort;
import io.sallyport.gateway.port.ObjectPort.Located;
import io.sallyport.gateway.port.StoredObject;
import io.vertx.core.Future;

/**
 * The objects as one message sees them: what is stored, overlaid with the changes of its earlier
 * items, which are not committed yet. One thread at a time.
 */
public final class Workspace {
    private final ObjectPort stored;
    private final long now;
    private final List<Change> changes = new ArrayList<>(2);
    private final Map<String, StoredObject> overlay = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    /**
     * A workspace without changes.
     *
     * @param now in seconds since 1970
     */
    public Workspace(ObjectPort stored, long now) {
        this.stored = stored;
        this.now = now;
    }

    /** Every change so far, in order. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Takes the changes of an item that succeeded. */
    public void apply(List<Change> more) {
        for (Change change : more) {
            changes.add(change);
            String id = change.next().id();
            if (change instanceof Change.Remove) {
                overlay.remove(id);
                removed.add(id);
            } else {
                overlay.put(id, change.next());
                removed.remove(id);
            }
        }
    }

    /** As {@link ObjectPort#find}. */
    public Future<Optional<StoredObject>> find(String partition, String id) {
        if (!changes.isEmpty()) {
            if (removed.contains(id)) {
                return Future.succeededFuture(Optional.empty());
            }
            StoredObject changed = overlay.get(id);
            if (changed != null) {
                return Future.succeededFuture(changed.partition().equals(partition)
                        ? Optional.of(changed)
                        : Optional.empty());
            }
        }
        return stored.find(partition, id);
    }

    /** As {@link ObjectPort#locate}; objects of this message count as the
     * newest. */
    public Future<Located> locate(LocateQuery query) {
        if (changes.isEmpty()) {
            return stored.locate(query);
        }
        int reach = (int) Math.min(Integer.MAX_VALUE,
                (long) query.offset() + query.limit() + overlay.size() + removed.size());
        LocateQuery all = new LocateQuery(query.partition(), query.filters(), 0, reach,
                query.newestFirst(), query.counted());
        return stored.locate(all).map(located -> merged(query, located));
    }

    private Located merged(LocateQuery query, Located located) {
        Set<String> seen = new HashSet<>();
        List<String> changed = new ArrayList<>();
        for (Change change : query.newestFirst() ? changes.reversed() : changes) {
            StoredObject latest = overlay.get(change.next().id());
            if (latest != null && seen.add(latest.id())
                    && LocateMatch.matches(query, latest, now)) {
                changed.add(latest.id());
            }
        }
        List<String> unchanged =
                located.ids().stream()
                        .filter(id -> !overlay.containsKey(id) && !removed.contains(id))
                        .toList();
        Integer before = located.total();
        Integer total = before == null
                ? null
                : Integer.valueOf(before - (located.ids().size() - unchanged.size())
                        + changed.size());
        List<String> ids = new ArrayList<>(query.newestFirst() ? changed : unchanged);
        ids.addAll(query.newestFirst() ? unchanged : changed);
        int from = Math.min(query.offset(), ids.size());
        int to = (int) Math.min((long) from + query.limit(), ids.size());
        return new Located(List.copyOf(ids.subList(from, to)), total);
    }
}
