package io.sallyport.gateway.audit;

/**
 * The first place where a log is not what it should be.
 *
 * @param sequence of the first entry that can't be trusted
 * @param sentence for the operator
 */
public record AuditFlaw(long sequence, Kind kind, String sentence) {

    /** What is wrong. */
    public enum Kind {
        /** Entries are not there. */
        GAP,
        /** A row of the log contradicts the entries it holds. */
        BUNDLE,
        /** An entry can't be read. */
        LEAF,
        /** An entry is not the one that its successor follows. */
        CHAIN
    }
}
