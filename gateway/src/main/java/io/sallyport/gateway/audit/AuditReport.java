package io.sallyport.gateway.audit;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.Sha256;

/**
 * What a walk over the log found.
 *
 * @param entries how many entries were verified, before the first flaw
 * @param firstHash hash of the first entry, or null if the log is empty or flawed
 * @param lastHash hash of the last entry, or null if the log is empty or flawed; note
 *        it elsewhere: a log that does not hold this hash later was cut or rewritten
 * @param flaw the first flaw, or null
 */
public record AuditReport(long entries, @Nullable Sha256 firstHash, @Nullable Sha256 lastHash,
        @Nullable AuditFlaw flaw) {

    /** Whether every entry is there and chained. */
    public boolean intact() {
        return flaw == null;
    }

    /** Exit code of a command that verifies: 0 intact, 1 flawed. */
    public int exitCode() {
        return intact() ? 0 : 1;
    }
}
