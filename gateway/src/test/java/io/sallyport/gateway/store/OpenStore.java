package io.sallyport.gateway.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.sallyport.gateway.journal.Journal;
import io.sallyport.gateway.journal.JournalLimits;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.StoredObject;
import io.vertx.core.Future;

/** A store with its journal, cache and engine, as a running server has them. */
public final class OpenStore implements AutoCloseable {
    public static final String DOMAIN = "test-domain";
    public static final String NODE = "node-1";

    public final Store store;
    public final ObjectCache cache;
    public final SealedFixture engine;
    public final ObjectStore objects;
    public final Journal journal;

    private OpenStore(Store store, ObjectCache cache, JournalLimits limits)
            throws StoreException {
        this.store = store;
        this.cache = cache;
        engine = new SealedFixture();
        objects = new ObjectStore(store, cache, engine, InstantSource.system());
        journal = Journal.open(store, cache, NODE, limits, failure -> {});
    }

    public static OpenStore at(Path directory) throws StoreException {
        return at(directory, JournalLimits.DEFAULT);
    }

    public static OpenStore at(Path directory, JournalLimits limits) throws StoreException {
        return new OpenStore(Store.open(directory.resolve("sallyport.db"), DOMAIN),
                new ObjectCache(64L << 20), limits);
    }

    /** Commits new objects, each with its leaf. */
    public void insert(StoredObject... objects) {
        await(journal.commit(insertion(objects)));
    }

    public static Submission insertion(StoredObject... objects) {
        return new Submission(
                Stream.of(objects).<Change>map(Change.Insert::new).toList(),
                Stream.of(objects).map(object -> event("Create", object.id())).toList());
    }

    /** Commits this many leaves, one group after the other. */
    public void record(int leaves) {
        for (int i = 0; i < leaves; i++) {
            await(journal.commit(new Submission(List.of(), List.of(event("Encrypt", "k" + i)))));
        }
    }

    public static AuditEvent event(String operation, String id) {
        return new AuditEvent(1_700_000_000_000L, "ledger", "ab".repeat(32), "127.0.0.1:50000",
                SealedFixture.PARTITION, operation, id, Outcome.SUCCESS, null, true, false, null);
    }

    /** Waits for a future; what it failed with is the cause of a CompletionException. */
    public static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** What a future failed with. */
    public static Throwable failure(Future<?> future) {
        try {
            await(future);
        } catch (CompletionException failed) {
            return Objects.requireNonNull(failed.getCause());
        }
        throw new AssertionError("The future succeeded.");
    }

    /** Changes the file behind the program's back. */
    public static int tamper(Path directory, String sql, Object... parameters)
            throws SQLException {
        try (Connection connection = DriverManager
                .getConnection("jdbc:sqlite:" + directory.resolve("sallyport.db"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        journal.close();
        store.close();
    }
}
