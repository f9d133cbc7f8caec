package io.sallyport.gateway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import io.sallyport.gateway.journal.Pending.ObjectChange;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.ConflictException.Kind;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.gateway.store.ObjectRow;
import io.sallyport.hsm.object.ObjectHeader;

/** Writes objects and their search index on the writer's connection, with reused statements. */
final class ChangeWriter implements AutoCloseable {
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement delete;
    private final PreparedStatement forgetIndex;
    private final PreparedStatement addToIndex;

    ChangeWriter(Connection connection) throws SQLException {
        insert = connection.prepareStatement(ObjectRow.INSERT);
        update = connection.prepareStatement(ObjectRow.UPDATE);
        delete = connection.prepareStatement(ObjectRow.DELETE);
        forgetIndex = connection
                .prepareStatement("""
                        DELETE FROM object_attribute
                        WHERE object_seq = (SELECT seq FROM object WHERE id = ?)""");
        addToIndex = connection.prepareStatement("""
                INSERT INTO object_attribute
                    (object_seq, partition_name, name, value, initial_date, exclusive)
                SELECT seq, ?, ?, ?, ?, ? FROM object WHERE id = ?""");
    }

    /** Writes one change; on a conflict the caller rolls back to its savepoint. */
    void write(ObjectChange change) throws SQLException, ConflictException {
        ObjectHeader header = change.object().header();
        switch (change.change()) {
            case Change.Insert _ -> insert(change.row());
            case Change.Update _ -> update(change.row());
            case Change.Replace(StoredObject _, long replacedVersion) -> {
                delete(header, replacedVersion);
                insert(change.row());
            }
            case Change.Remove _ -> {
                delete(header, header.version());
                return;
            }
        }
        for (AttributeIndex.Row row : change.index()) {
            // A destroyed object keeps its attributes but lets go of its name.
            boolean exclusive = row.exclusive() && !header.state().isDestroyed();
            addToIndex.setString(1, header.partition());
            addToIndex.setString(2, row.name());
            addToIndex.setString(3, row.value());
            addToIndex.setLong(4, header.dates().initial());
            addToIndex.setInt(5, exclusive ? 1 : 0);
            addToIndex.setString(6, header.id());
            executeOrConflict(addToIndex, Kind.NAME, header.id());
        }
    }

    private void insert(ObjectRow row) throws SQLException, ConflictException {
        row.bind(insert);
        executeOrConflict(insert, Kind.ID, row.wrapped().header().id());
    }

    private void update(ObjectRow row) throws SQLException, ConflictException {
        String id = row.wrapped().header().id();
        row.bind(update);
        row.bindPrevious(update);
        if (update.executeUpdate() != 1) {
            throw new ConflictException(Kind.VERSION, id);
        }
        forgetIndex.setString(1, id);
        forgetIndex.executeUpdate();
    }

    private void delete(ObjectHeader header, long version)
            throws SQLException, ConflictException {
        forgetIndex.setString(1, header.id());
        forgetIndex.executeUpdate();
        delete.setString(1, header.id());
        delete.setString(2, header.partition());
        delete.setLong(3, version);
        if (delete.executeUpdate() != 1) {
            throw new ConflictException(Kind.VERSION, header.id());
        }
    }

    private static void executeOrConflict(PreparedStatement statement, Kind kind, String id)
            throws SQLException, ConflictException {
        try {
            statement.executeUpdate();
        } catch (SQLException failed) {
            if (SqliteErrors.isDuplicate(failed)) {
                throw new ConflictException(kind, id);
            }
            throw failed;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        update.close();
        delete.close();
        forgetIndex.close();
        addToIndex.close();
    }
}
