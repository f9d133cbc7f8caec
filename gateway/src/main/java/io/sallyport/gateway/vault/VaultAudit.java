package io.sallyport.gateway.vault;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.vault.KmipTalk.Caller;
import io.vertx.core.Future;

/** Writes to the audit log what no KMIP message tells of. Called on event loops. */
@FunctionalInterface
public interface VaultAudit {

    /**
     * Records a request that touches no object, or one that is denied before any is looked for.
     *
     * @return succeeds when the record is durable; no answer may leave before
     */
    Future<Void> record(Caller caller, String operation, Outcome outcome,
            @Nullable String reason);
}
