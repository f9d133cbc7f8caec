package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.ObjectPort;
import io.sallyport.gateway.port.StoredObject;
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

    private final DataSource readers;
    private final ObjectCache cache;
    private final EnginePort engine;
    private final InstantSource clock;

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
        LocateSql sql = LocateSql.of(query, clock.instant().getEpochSecond());
        try (Connection connection = readers.getConnection()) {
            List<String> ids = new ArrayList<>();
            try (PreparedStatement select = sql.page().prepare(connection);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            boolean all = query.offset() == 0 && ids.size() < query.limit();
            return new Located(List.copyOf(ids), all ? Integer.valueOf(ids.size())
                    : query.counted() ? count(connection, sql.count(COUNT_MAX + 1)) : null);
        }
    }

    private static @Nullable Integer count(Connection connection, Statement statement)
            throws SQLException {
        try (PreparedStatement select = statement.prepare(connection);
                ResultSet row = select.executeQuery()) {
            row.next();
            int count = row.getInt(1);
            return count > COUNT_MAX ? null : Integer.valueOf(count);
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
