package io.sallyport.gateway.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.sallyport.gateway.audit.AuditBundle;
import io.sallyport.gateway.audit.AuditBundleWriter;
import io.sallyport.gateway.audit.AuditFlawException;
import io.sallyport.gateway.audit.AuditLog;
import io.sallyport.gateway.journal.Pending.ObjectChange;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.Rewrapped;
import io.sallyport.gateway.store.TermFence;

/**
 * Writes groups of submissions, each group in one transaction that holds its changes and one
 * bundle of leaves. Belongs to the writer thread.
 */
final class GroupTransaction implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;
    /** Pages that any commit of the log touches beside those of the leaves themselves. */
    private static final int PAGES_PER_GROUP = 3;
    private static final int PAGES_PER_CHANGE = 8;
    /** Rows that are sealed anew stand side by side. */
    private static final int PAGES_PER_REWRAPPED = 2;

    private final Connection connection;
    private final String domain;
    private final String node;
    private final TermFence fence;
    private final AuditBundleWriter audit;
    private final ChangeWriter objects;
    private final ClientWriter clients;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement savepoint;
    private final PreparedStatement rollbackToSavepoint;
    private final PreparedStatement release;
    private final PreparedStatement insertBundle;
    private int pagesWritten;

    /** Transactions on this connection, which is nobody else's, continuing the log's tail. */
    GroupTransaction(Connection connection, String domain, String node, TermFence fence)
            throws SQLException, AuditFlawException {
        this.connection = connection;
        this.domain = domain;
        this.node = node;
        this.fence = fence;
        try (PreparedStatement byHand = connection
                .prepareStatement("PRAGMA wal_autocheckpoint = 0")) {
            byHand.execute();
        }
        audit = new AuditBundleWriter(node, AuditLog.tail(connection, domain));
        objects = new ChangeWriter(connection, fence);
        clients = new ClientWriter(connection);
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
        savepoint = connection.prepareStatement("SAVEPOINT submission");
        rollbackToSavepoint = connection.prepareStatement("ROLLBACK TO submission");
        release = connection.prepareStatement("RELEASE submission");
        insertBundle = connection.prepareStatement(AuditLog.INSERT);
    }

    /**
     * Makes a group durable but for the submissions that conflict, which are told so.
     *
     * @throws SQLException if nothing of the group counts as stored; {@link #rollback} follows
     */
    void commit(List<Pending> group) throws SQLException {
        begin.execute();
        for (Pending pending : group) {
            if (!pending.hasChanges() || changed(pending)) {
                for (AuditEvent event : pending.submission().events()) {
                    audit.append(event);
                }
            }
        }
        int bytes = audit.pendingBytes();
        if (audit.isEmpty()) {
            commit.execute();
        } else {
            AuditBundle bundle = audit.bundle();
            AuditLog.bind(insertBundle, bundle);
            insertBundle.executeUpdate();
            commit.execute();
            audit.committed();
        }
        pagesWritten += PAGES_PER_GROUP + bytes / PAGE_BYTES;
    }

    /**
     * Ends a group that failed, and proves that it left nothing behind: the log in the store ends
     * where it ended before. This transaction is then over; the returned one takes its place,
     * because the driver gives up a statement that met a full disk.
     *
     * @throws SQLException if that can't be shown
     */
    GroupTransaction rollback() throws SQLException {
        try {
            rollback.execute();
        } catch (SQLException ended) {
            // A full disk ends the transaction by itself; then there is nothing to roll back.
            if (!String.valueOf(ended.getMessage()).contains("no transaction is active")) {
                throw ended;
            }
        }
        closeStatements();
        GroupTransaction next;
        try {
            next = new GroupTransaction(connection, domain, node, fence);
        } catch (AuditFlawException flawed) {
            throw new SQLException(flawed);
        }
        if (!next.audit.tail().equals(audit.tail())) {
            throw new SQLException("The log does not end where the last commit left it.");
        }
        next.pagesWritten = pagesWritten;
        return next;
    }

    /** Whether so much was written since the last checkpoint that one is due. */
    boolean checkpointDue(int pages) {
        return pagesWritten >= pages;
    }

    /**
     * Moves the write-ahead log into the store as far as no reader needs it. Done here and not by
     * SQLite inside a commit, because SQLite would keep a failed sync to itself.
     */
    void checkpoint() throws SQLException {
        pagesWritten = 0;
        try (PreparedStatement checkpoint = connection
                .prepareStatement("PRAGMA wal_checkpoint(PASSIVE)");
                ResultSet done = checkpoint.executeQuery()) {
            done.next();
        }
    }

    private boolean changed(Pending pending) throws SQLException {
        savepoint.execute();
        try {
            for (ObjectChange change : pending.objects()) {
                objects.write(change);
                pagesWritten += PAGES_PER_CHANGE;
            }
            for (ClientChange change : pending.submission().clients()) {
                clients.write(change);
                pagesWritten += PAGES_PER_CHANGE;
            }
            for (Rewrapped one : pending.submission().rewrapped()) {
                if (objects.rewrap(one)) {
                    pending.storedAnew(one.next());
                }
                pagesWritten += PAGES_PER_REWRAPPED;
            }
        } catch (ConflictException conflict) {
            rollbackToSavepoint.execute();
            release.execute();
            pending.lost(conflict);
            return false;
        }
        release.execute();
        return true;
    }

    private void closeStatements() throws SQLException {
        objects.close();
        for (PreparedStatement statement : List.of(begin, commit, rollback, savepoint,
                rollbackToSavepoint, release, insertBundle)) {
            statement.close();
        }
    }

    @Override
    public void close() throws SQLException {
        closeStatements();
        connection.close();
    }
}
