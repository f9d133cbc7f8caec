package io.sallyport.gateway.port;

import java.util.List;

import io.vertx.core.Future;

/**
 * Makes changes and their audit leaves durable, together, in one transaction of a group. Safe for
 * every thread.
 */
public interface JournalPort {

    /**
     * Commits all of a message's changes and leaves, or none of the changes.
     *
     * <p>The future succeeds on the caller's context once both are on disk. It fails with a {@link
     * ConflictException} when a change no longer fits what is stored (another version, a name
     * that is taken): nothing of the submission is stored then, and the caller submits leaves
     * that say so. Any other failure means that the store can't be written; no answer may leave.
     */
    Future<Void> commit(Submission submission);

    /**
     * Changes and leaves of one request message, in order. The lists are not copied and not
     * changed by anyone after the call.
     *
     * @param changes changes of objects
     * @param clients changes of the registry of clients
     * @param rewrapped objects that were sealed anew; one that somebody changed meanwhile is left
     *        as it is, which is no conflict
     * @param events the audit leaves: one for each operation, and for each certificate of a client
     *        that an operation enrols or withdraws
     */
    record Submission(List<Change> changes, List<ClientChange> clients,
            List<Rewrapped> rewrapped, List<AuditEvent> events) {

        /** A submission that seals no object anew. */
        public Submission(List<Change> changes, List<ClientChange> clients,
                List<AuditEvent> events) {
            this(changes, clients, List.of(), events);
        }

        /** A submission that leaves the registry of clients alone. */
        public Submission(List<Change> changes, List<AuditEvent> events) {
            this(changes, List.of(), events);
        }
    }

    /** A change lost against another one. */
    final class ConflictException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Kind kind;

        /** A conflict of this kind on this object or client. */
        public ConflictException(Kind kind, String subject) {
            super(subject + " was not stored: " + kind + ".", null, false, false);
            this.kind = kind;
        }

        /** What clashed. */
        public Kind kind() {
            return kind;
        }

        /** What can clash. */
        public enum Kind {
            /** What is to be changed was changed by someone else, or is not there. */
            VERSION,
            /** Another object of the partition, or another client, has the name. */
            NAME,
            /** The unique identifier or fingerprint exists. */
            ID
        }
    }
}
