package io.sallyport.gateway.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntFunction;

import io.sallyport.gateway.journal.Pending.ObjectChange;
import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.gateway.store.ObjectRow;
import io.sallyport.gateway.store.TermFence;

/**
 * Fills a store that nobody has open with the rows that the journal would write, without its audit
 * and its syncs: a million objects in minutes.
 */
public final class BulkFill {
    private static final int ROWS_PER_COMMIT = 20_000;

    private BulkFill() {}

    /** Inserts the objects with these numbers. */
    public static void fill(Path store, int from, int to, IntFunction<StoredObject> maker)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store)) {
            try (Statement pragma = connection.createStatement()) {
                pragma.execute("PRAGMA synchronous = OFF");
                pragma.execute("PRAGMA cache_size = -1000000");
            }
            connection.setAutoCommit(false);
            try (ChangeWriter writer = new ChangeWriter(connection, new TermFence())) {
                for (int i = from; i < to; i++) {
                    writer.write(insertion(maker.apply(i)));
                    if (i % ROWS_PER_COMMIT == 0) {
                        connection.commit();
                    }
                }
            } catch (ConflictException conflict) {
                throw new AssertionError(conflict);
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement pragma = connection.createStatement()) {
                pragma.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }

    private static ObjectChange insertion(StoredObject object) {
        return new ObjectChange(new Change.Insert(object), object,
                new ObjectRow(object.wrapped(), AttributeForm.encode(object.attributes())),
                AttributeIndex.rows(object.attributes()));
    }
}
