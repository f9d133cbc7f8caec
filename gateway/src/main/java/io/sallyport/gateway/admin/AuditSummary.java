package io.sallyport.gateway.admin;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.audit.AuditReport;

/**
 * What a verification of the audit log found.
 *
 * @param entries verified entries, before the first flaw
 * @param lastHash hash of the last entry in hexadecimal, or null if the log is empty or flawed
 * @param flaw the first flaw, or null if the log is intact
 */
public record AuditSummary(long entries, @Nullable String lastHash, @Nullable String flaw) {

    static AuditSummary of(AuditReport report) {
        return new AuditSummary(report.entries(),
                report.lastHash() == null ? null : report.lastHash().toString(),
                report.flaw() == null ? null : report.flaw().sentence());
    }
}
