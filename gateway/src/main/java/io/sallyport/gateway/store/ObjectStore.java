package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.ObjectPort;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.gateway.store.LocateSql.Position;
import io.sallyport.gateway.store.LocateSql.Statement;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.Sha256;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * Objects from the cache, else from the store. A cached object is answered without changing
 * threads; the store is read on a virtual thread. What comes from the store is believed only when
 * its columns, its attributes and the engine agree that it is what was stored. Safe for every
 * thread.
 */
public final class ObjectStore implements ObjectPort {
    /** Counting visits every row that matches: of more than these nobody is told the count. */
    private static final int COUNT_MAX = 10_000;
    /** Which of several attributes leads is not worth counting further. */
    private static final int RARE_MAX = 1_000;
    private static final Comparator<Found> OLDEST_FIRST = Comparator
            .comparingLong((Found found) -> found.position().initialDate())
            .thenComparingLong(found -> found.position().seq());

    private final DataSource readers;
    private final ObjectCache cache;
    private final EnginePort engine;
    private final InstantSource clock;
    private final PagePositions positions = new PagePositions();

    /** A row of a page. */
    private record Found(String id, Position position) {}

    /** Objects of this store, verified by this engine. */
    public ObjectStore(Store store, ObjectCache cache, EnginePort engine, InstantSource clock) {
        this.readers = store.readers();
        this.cache = cache;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public Future<Optional<StoredObject>> find(String partition, String id) {
        ObjectKey key = new ObjectKey(partition, id);
        StoredObject cached = cache.get(key);
        return cached == null
                ? onCallersContext(load(key))
                : Future.succeededFuture(Optional.of(cached));
    }

    @Override
    public Future<Located> locate(LocateQuery query) {
        return onCallersContext(blocking(() -> search(query)));
    }

    private Future<Optional<StoredObject>> load(ObjectKey key) {
        ObjectCache.Load load = new ObjectCache.Load();
        ObjectCache.Load running = cache.join(key, load);
        if (running != null) {
            return running.future();
        }
        // The engine is asked on the caller's context, not on the thread that read the row.
        onCallersContext(blocking(() -> Optional.ofNullable(read(key))))
                .compose(row -> row.isEmpty()
                        ? Future.succeededFuture(Optional.<StoredObject>empty())
                        : verify(row.get()).map(Optional::of))
                .onComplete(found -> cache.found(key, load, found),
                        failed -> cache.failed(key, load, failed));
        return load.future();
    }

    private Future<StoredObject> verify(ObjectRow row) {
        return engine.submit(new EngineCommand.Verify(row.wrapped())).map(answer -> {
            EngineResult.Verified verified = answer.result();
            @Nullable
            Sha256 digest = verified.digest();
            answer.release();
            return new StoredObject(row.wrapped(), AttributeForm.decode(row.attributes()), digest);
        });
    }

    private @Nullable ObjectRow read(ObjectKey key) throws SQLException, EngineFault {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection.prepareStatement(ObjectRow.SELECT)) {
            select.setString(1, key.partition());
            select.setString(2, key.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? ObjectRow.read(row, key.id()) : null;
            }
        }
    }

    private Located search(LocateQuery query) throws SQLException {
        long changes = cache.changes(query.partition());
        try (Connection connection = readers.getConnection()) {
            LocateSql sql = LocateSql.of(query, clock.instant().getEpochSecond(),
                    leading(connection, query));
            Position after = positions.before(query, changes);
            List<Found> page = read(connection, sql.page(after), query.newestFirst());
            if (page.size() == query.limit()) {
                positions.reached(query, changes, page.getLast().position());
            }
            List<String> ids = page.stream().map(Found::id).toList();
            boolean all = query.offset() == 0 && ids.size() < query.limit();
            return new Located(ids, all ? Integer.valueOf(ids.size())
                    : query.counted() ? total(connection, sql) : null);
        }
    }

    private static List<Found> read(Connection connection, Statement page, boolean newestFirst)
            throws SQLException {
        List<Found> found = new ArrayList<>();
        try (PreparedStatement select = page.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Found(rows.getString(1),
                        new Position(rows.getLong(2), rows.getLong(3))));
            }
        }
        found.sort(newestFirst ? OLDEST_FIRST.reversed() : OLDEST_FIRST);
        return found;
    }

    /** The attribute that the fewest objects have, as far as that is worth to be counted. */
    private static Filter.@Nullable HasAttribute leading(Connection connection,
            LocateQuery query) throws SQLException {
        if (query.byIdentifier()) {
            return null;
        }
        List<Filter.HasAttribute> attributes = query.filters().stream()
                .filter(Filter.HasAttribute.class::isInstance)
                .map(Filter.HasAttribute.class::cast).distinct().toList();
        Filter.HasAttribute rarest = attributes.isEmpty() ? null : attributes.getFirst();
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; attributes.size() > 1 && i < attributes.size(); i++) {
            int having = count(connection,
                    LocateSql.having(query.partition(), attributes.get(i), RARE_MAX));
            if (having < fewest) {
                fewest = having;
                rarest = attributes.get(i);
            }
        }
        return rarest;
    }

    private static @Nullable Integer total(Connection connection, LocateSql sql)
            throws SQLException {
        int count = count(connection, sql.count(COUNT_MAX + 1));
        return count > COUNT_MAX ? null : Integer.valueOf(count);
    }

    private static int count(Connection connection, Statement statement) throws SQLException {
        try (PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Runs on a virtual thread. Every end of it ends the future. */
    private static <T> Future<T> blocking(Callable<T> read) {
        Promise<T> promise = Promise.promise();
        Thread.startVirtualThread(() -> {
            T result;
            try {
                result = read.call();
            } catch (SQLException failed) {
                promise.fail(new StoreException("The store can't be read.", failed));
                return;
            } catch (Exception failed) {
                promise.fail(failed);
                return;
            }
            promise.complete(result);
        });
        return promise.future();
    }

    private static <T> Future<T> onCallersContext(Future<T> future) {
        Context caller = Vertx.currentContext();
        if (caller == null) {
            return future;
        }
        Promise<T> promise = Promise.promise();
        future.onComplete((AsyncResult<T> result) -> {
            if (caller.equals(Vertx.currentContext())) {
                promise.handle(result);
            } else {
                caller.runOnContext(task -> promise.handle(result));
            }
        });
        return promise.future();
    }
}
