package io.sallyport.gateway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import io.sallyport.gateway.journal.Pending.ObjectChange;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.ConflictException.Kind;
import io.sallyport.gateway.port.Rewrapped;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.gateway.store.ObjectRow;
import io.sallyport.gateway.store.TermFence;
import io.sallyport.hsm.object.ObjectHeader;

/** Writes objects and their search index on the writer's connection, with reused statements. */
final class ChangeWriter implements AutoCloseable {
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement delete;
    private final PreparedStatement forgetIndex;
    private final PreparedStatement addToIndex;
    private final PreparedStatement rewrap;
    private final TermFence fence;

    /**
     * A writer on this connection.
     *
     * @param fence under which terms nothing may be stored
     */
    ChangeWriter(Connection connection, TermFence fence) throws SQLException {
        this.fence = fence;
        rewrap = connection.prepareStatement(ObjectRow.REWRAP);
        insert = connection.prepareStatement(ObjectRow.INSERT);
        update = connection.prepareStatement(ObjectRow.UPDATE);
        delete = connection.prepareStatement(ObjectRow.DELETE);
        forgetIndex = connection
                .prepareStatement("""
                        DELETE FROM object_attribute
                        WHERE object_seq = (
                            SELECT seq FROM object WHERE partition_name = ? AND id = ?)""");
        addToIndex = connection.prepareStatement("""
                INSERT INTO object_attribute
                    (object_seq, partition_name, name, value, initial_date, exclusive)
                SELECT seq, partition_name, ?, ?, ?, ? FROM object
                WHERE partition_name = ? AND id = ?""");
    }

    /** Writes one change; on a conflict the caller rolls back to its savepoint. */
    void write(ObjectChange change) throws SQLException, ConflictException {
        ObjectHeader header = change.object().header();
        boolean removal = change.change() instanceof Change.Remove;
        if (!removal && fence.isClosed(change.row().wrapped().term())) {
            // Whoever repeats the request gets an object under the term in force.
            throw new ConflictException(Kind.VERSION, header.id());
        }
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
            addToIndex.setString(1, row.name());
            addToIndex.setString(2, row.value());
            addToIndex.setLong(3, header.dates().initial());
            addToIndex.setInt(4, exclusive ? 1 : 0);
            addToIndex.setString(5, header.partition());
            addToIndex.setString(6, header.id());
            executeOrConflict(addToIndex, Kind.NAME, header.id());
        }
    }

    /** Stores an object that was sealed anew, unless somebody changed it meanwhile. */
    boolean rewrap(Rewrapped one) throws SQLException {
        if (fence.isClosed(one.next().term())) {
            return false;
        }
        ObjectRow.bindRewrap(rewrap, one);
        return rewrap.executeUpdate() == 1;
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
        forget(row.wrapped().header());
    }

    private void delete(ObjectHeader header, long version)
            throws SQLException, ConflictException {
        forget(header);
        delete.setString(1, header.id());
        delete.setString(2, header.partition());
        delete.setLong(3, version);
        if (delete.executeUpdate() != 1) {
            throw new ConflictException(Kind.VERSION, header.id());
        }
    }

    private void forget(ObjectHeader header) throws SQLException {
        forgetIndex.setString(1, header.partition());
        forgetIndex.setString(2, header.id());
        forgetIndex.executeUpdate();
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
        rewrap.close();
    }
}
