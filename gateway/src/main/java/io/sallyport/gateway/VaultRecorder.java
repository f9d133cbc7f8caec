package io.sallyport.gateway;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.vault.KmipTalk.Caller;
import io.sallyport.gateway.vault.VaultAudit;
import io.vertx.core.Future;

/** Writes requests by token that became no KMIP message to the audit log. */
final class VaultRecorder implements VaultAudit {
    private final JournalPort journal;
    private final Clock clock;

    VaultRecorder(JournalPort journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Future<Void> record(Caller caller, String operation, Outcome outcome,
            @Nullable String reason) {
        return journal.commit(new Submission(List.of(),
                List.of(new AuditEvent(clock.millis(), caller.subject().clientName(), null,
                        caller.address(), caller.subject().partition(), operation, null, outcome,
                        reason, true, false, null))));
    }
}
