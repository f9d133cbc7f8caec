package io.sallyport.gateway.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.audit.AuditFlawException;
import io.sallyport.gateway.journal.JournalException.Kind;
import io.sallyport.gateway.journal.Pending.ObjectChange;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.store.ObjectCache;
import io.sallyport.gateway.store.Store;
import io.sallyport.gateway.store.StoreException;
import io.sallyport.gateway.store.TermFence;
import io.vertx.core.Future;

/**
 * Group commit. One thread takes everything that waits, commits it in one transaction with one
 * sync, puts changed objects into the cache, and then tells the callers: a group is what came in
 * during the last sync, so nothing ever waits for a timer.
 *
 * <p>A full disk or a locked store fails the group and nothing more. After any other error it is
 * unknown what reached the disk, and a repeated sync may succeed without having written: the
 * journal then refuses everything until the process is started anew. Safe for every thread.
 */
public final class Journal implements JournalPort, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final SubmissionQueue queue;
    private GroupTransaction transaction;
    private final ObjectCache cache;
    private final JournalLimits limits;
    private final Consumer<JournalException> onFailure;
    private final Thread writer;
    private volatile @Nullable JournalException failure;
    private volatile @Nullable JournalException trouble;

    private Journal(GroupTransaction transaction, ObjectCache cache, JournalLimits limits,
            Consumer<JournalException> onFailure) {
        this.transaction = transaction;
        this.cache = cache;
        this.limits = limits;
        this.onFailure = onFailure;
        queue = new SubmissionQueue(limits.queuedMax());
        writer = Thread.ofPlatform().name("sallyport-journal").unstarted(this::write);
    }

    /**
     * Starts the writer of a store; there is one at a time. Reads only the end of the audit log.
     *
     * @param cache gets every changed object before its commit is acknowledged
     * @param node name of this node in the audit log
     * @param onFailure hears, on the writer's thread, that nothing can be written any more
     * @throws StoreException if the store can't be written or the audit log's end is not sound
     */
    public static Journal open(Store store, ObjectCache cache, String node, JournalLimits limits,
            Consumer<JournalException> onFailure) throws StoreException {
        try {
            return open(store.openWriter(), store.domain(), store.termFence(), cache, node, limits,
                    onFailure);
        } catch (SQLException failed) {
            throw new StoreException("The store " + store.file() + " can't be written: "
                    + failed.getMessage() + ".", failed);
        } catch (AuditFlawException flawed) {
            throw new StoreException("The audit log does not end soundly, so nothing is added: "
                    + flawed.getMessage(), flawed);
        }
    }

    /** As {@link #open(Store, ObjectCache, String, JournalLimits, Consumer)}, on a connection. */
    static Journal open(Connection connection, String domain, TermFence fence,
            ObjectCache cache, String node, JournalLimits limits,
            Consumer<JournalException> onFailure)
            throws SQLException, AuditFlawException {
        Journal journal = new Journal(new GroupTransaction(connection, domain, node, fence),
                cache, limits, onFailure);
        journal.writer.start();
        return journal;
    }

    @Override
    public Future<Void> commit(Submission submission) {
        Pending pending;
        try {
            pending = new Pending(submission);
        } catch (IllegalArgumentException unfit) {
            return Future.failedFuture(unfit);
        }
        JournalException refused = queue.offer(pending);
        return refused == null ? pending.promise().future() : Future.failedFuture(refused);
    }

    /** Why nothing can be written any more, if that is so. */
    public Optional<JournalException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Why the last group was not stored, if that was so and the next one may be again. */
    public Optional<JournalException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How many submissions wait for the writer. */
    public int queued() {
        return queue.size();
    }

    /** Refuses new submissions, commits those that wait, and ends the writer. */
    @Override
    public void close() {
        queue.refuse(new JournalException(Kind.CLOSED, "The journal is closed.", null));
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<Pending> group = queue.drain(limits.groupMax());
        while (!group.isEmpty()) {
            commitGroup(group);
            group = queue.drain(limits.groupMax());
        }
        try {
            transaction.close();
        } catch (SQLException unclosed) {
            LOG.warn("The journal's connection was not closed cleanly.", unclosed);
        }
    }

    private void commitGroup(List<Pending> group) {
        if (failure != null) {
            Completions.send(group, failure);
            return;
        }
        try {
            transaction.commit(group);
        } catch (SQLException failed) {
            Completions.send(group, rolledBack(failed));
            return;
        } catch (RuntimeException | Error bug) {
            Completions.send(group, failed(bug));
            return;
        }
        if (trouble != null) {
            LOG.info("The journal writes again.");
            trouble = null;
        }
        for (Pending pending : group) {
            if (pending.conflict() == null) {
                for (ObjectChange change : pending.objects()) {
                    if (change.change() instanceof Change.Remove) {
                        cache.removed(change.object());
                    } else {
                        cache.committed(change.object());
                    }
                }
                pending.rewrapped().forEach(cache::rewrapped);
            }
        }
        Completions.send(group, null);
        checkpointIfDue();
    }

    private JournalException rolledBack(SQLException cause) {
        Kind harmless = SqliteErrors.harmless(cause);
        if (harmless == null) {
            return failed(cause);
        }
        try {
            transaction = transaction.rollback();
        } catch (SQLException unproven) {
            return failed(unproven);
        }
        JournalException why = new JournalException(harmless, harmless == Kind.STORE_FULL
                ? "The disk of the store is full; nothing was stored."
                : "Another program holds the store; nothing was stored.", cause);
        JournalException before = trouble;
        trouble = why;
        if (before == null || before.kind() != harmless) {
            LOG.error(why.getMessage());
        }
        return why;
    }

    private void checkpointIfDue() {
        if (!transaction.checkpointDue(limits.checkpointPages())) {
            return;
        }
        try {
            transaction.checkpoint();
        } catch (SQLException failed) {
            if (SqliteErrors.harmless(failed) == null) {
                failed(failed);
            } else {
                LOG.warn("The write-ahead log stays where it is: {}", failed.getMessage());
            }
        }
    }

    private JournalException failed(Throwable cause) {
        JournalException why = new JournalException(Kind.FAILED,
                "The store can't be written any more: " + cause.getMessage(), cause);
        failure = why;
        queue.refuse(why);
        LOG.error("{} Start the gateway anew.", why.getMessage(), cause);
        onFailure.accept(why);
        return why;
    }
}
