package io.sallyport.hsm.command;

/**
 * A command that was not carried out. The reason decides what a client is told; the detail is for
 * the operator's log and never holds key bytes.
 */
public final class EngineFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** How a sentence begins that tells of a failed self-test, in a fault or where it is quoted. */
    public static final String SELF_TEST = "The self-test of ";

    private final Reason reason;

    /** A fault for this reason. */
    public EngineFault(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why a command is refused or fails. */
    public enum Reason {
        /** The engine is not running, or did not answer in time; the command may be tried again. */
        UNAVAILABLE,
        /** The engine has no root key yet. */
        SEALED,
        /** A stored object is not what was stored: bytes, id, partition or version changed. */
        NOT_AUTHENTIC,
        /** The object's own policy forbids this use: mask, partition or change. */
        POLICY,
        /** The state or a date of the key forbids this use. */
        KEY_STATE,
        /** The key is sensitive: its material does not leave in clear. */
        SENSITIVE,
        /** The key is not extractable. */
        NOT_EXTRACTABLE,
        /** Tag, padding or wrapping did not verify. One reason for all of them. */
        CRYPTOGRAPHIC_FAILURE,
        /** Lengths or parameters that the algorithm can't take. */
        INVALID_PARAMETERS,
        /** An IV is needed and was not given. */
        MISSING_IV,
        /** The algorithm, mode or length is not served. */
        UNSUPPORTED,
        /** The command exceeds a budget or can't be read. */
        MALFORMED,
        /** A self-test failed or an invariant broke; the engine gives no more output. */
        INTERNAL,
        /** Served, but not as an approved service, and this engine gives no other. */
        NOT_APPROVED
    }
}
