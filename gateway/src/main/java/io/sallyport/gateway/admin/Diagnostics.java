package io.sallyport.gateway.admin;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a gateway that runs has seen of clients that could not be served. Each look is in the audit
 * log before it returns. Calls wait: not for event loops.
 */
public interface Diagnostics {

    /** Connections that were refused lately, on both ports, the latest first. */
    List<RefusedConnection> refusedConnections() throws AdminException;

    /**
     * Operations that were refused to a client or failed, the latest first, without those that
     * succeeded for the same object afterwards. Only the end of the audit log is searched.
     *
     * @param client the enrolled name; null for all clients
     * @param sinceMillis earlier ones don't count; milliseconds since 1970
     */
    List<RefusedOperation> refusedOperations(@Nullable String client, long sinceMillis)
            throws AdminException;

    /** Where the end of the audit log shows that the clock was set back by a minute or more. */
    List<ClockStep> clockSteps() throws AdminException;
}
