package io.sallyport.gateway.journal;

/**
 * The budgets of the journal.
 *
 * @param queuedMax submissions that wait for the writer; more are refused
 * @param groupMax submissions of one transaction
 * @param checkpointPages written pages after which the write-ahead log is moved into the store
 */
public record JournalLimits(int queuedMax, int groupMax, int checkpointPages) {
    /** For a server: 16 384 waiting, 1 024 in a group, about 8 MiB of log. */
    public static final JournalLimits DEFAULT = new JournalLimits(16_384, 1_024, 2_000);
}
