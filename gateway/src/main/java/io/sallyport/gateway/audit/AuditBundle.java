package io.sallyport.gateway.audit;

/**
 * The leaves of one group as one row of the log. The arrays are not copied and not written to.
 */
public final class AuditBundle {
    private final long firstSequence;
    private final int count;
    private final byte[] previousHash;
    private final byte[] lastHash;
    private final byte[] leaves;

    AuditBundle(long firstSequence, int count, byte[] previousHash, byte[] lastHash,
            byte[] leaves) {
        this.firstSequence = firstSequence;
        this.count = count;
        this.previousHash = previousHash;
        this.lastHash = lastHash;
        this.leaves = leaves;
    }

    /** Sequence of the first leaf. */
    public long firstSequence() {
        return firstSequence;
    }

    /** How many leaves there are; at least one. */
    public int count() {
        return count;
    }

    /** Hash of the leaf before the first one. */
    public byte[] previousHash() {
        return previousHash;
    }

    /** Hash of the last leaf. */
    public byte[] lastHash() {
        return lastHash;
    }

    /** Each leaf after its length in two bytes, most significant first. */
    public byte[] leaves() {
        return leaves;
    }
}
