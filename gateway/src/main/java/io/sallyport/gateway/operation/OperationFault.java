package io.sallyport.gateway.operation;

import io.sallyport.kmip.model.ResultReason;

/**
 * An operation that is refused or fails: what the client is told. The message is a constant, so
 * nothing of a request or an object can leak through it.
 */
public final class OperationFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final ResultReason reason;
    private final boolean denied;

    /** A failure. */
    public OperationFault(ResultReason reason, String peerMessage) {
        this(reason, peerMessage, false);
    }

    /**
     * A failure or a denial.
     *
     * @param denied whether the caller had no right, which the audit log tells apart
     */
    public OperationFault(ResultReason reason, String peerMessage, boolean denied) {
        super(peerMessage, null, false, false);
        this.reason = reason;
        this.denied = denied;
    }

    /** What the client gets as Result Reason. */
    public ResultReason reason() {
        return reason;
    }

    /** What the client gets as Result Message. */
    public String peerMessage() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** Whether the caller had no right. */
    public boolean denied() {
        return denied;
    }
}
