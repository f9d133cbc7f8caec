package io.sallyport.gateway.journal;

import org.jspecify.annotations.Nullable;

/** A submission that was not stored. No answer that depends on it may leave. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** A failure of this kind with a sentence for the operator. */
    public JournalException(Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** Why nothing was stored. */
    public Kind kind() {
        return kind;
    }

    /** Why a submission is not stored. */
    public enum Kind {
        /** More is waiting than the queue holds; later submissions may succeed. */
        OVERLOADED,
        /** The disk is full; the group was rolled back, and later ones succeed once there is room. */
        STORE_FULL,
        /** Another program holds the store; the group was rolled back. */
        STORE_BUSY,
        /** A write or a sync failed. What is on disk is unknown: nothing is written any more. */
        FAILED,
        /** The journal is closed. */
        CLOSED
    }
}
