package io.sallyport.gateway.operation.message;

import java.util.List;
import java.util.Optional;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.model.AsynchronousRequest;
import io.sallyport.kmip.model.CancellationResult;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * The requests that clients submitted and did not yet get the answers of (KMIP 2.1 section 9.1).
 * A subject sees only its own. Safe for every thread.
 */
public interface PendingRequests {

    /**
     * Has a request carried out if it is not yet, and waits for its end, but not long.
     *
     * @return how it ended; empty if it has not; a failed future if there is no such request
     */
    Future<Optional<Ended>> poll(Subject subject, ByteSlice correlation);

    /** Has a request carried out now; false if there is no such request. */
    boolean process(Subject subject, ByteSlice correlation);

    /** Forgets a request that was not begun. */
    CancellationResult cancel(Subject subject, ByteSlice correlation);

    /** All requests of a subject, the oldest first. */
    List<AsynchronousRequest> of(Subject subject);

    /** The operation of a request, or null if there is no such request. */
    @Nullable
    Enumerated<Operation> operation(Subject subject, ByteSlice correlation);

    /**
     * The end of a request.
     *
     * @param outcome what it led to; its changes are committed and its identifiers given. Letting
     *        go of it forgets the request, refusing it keeps the request
     * @param fault why it failed, where there is no outcome
     * @param objectId the object that it was about, or null
     */
    record Ended(@Nullable Outcome outcome, @Nullable OperationFault fault,
            @Nullable String objectId) {}
}
