package io.sallyport.hsm.process;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/**
 * Whether an invariant of the engine broke. Nobody knows then what else is wrong, so the engine
 * gives no more output, on any connection, until it is started again and tests itself. Safe for
 * every thread.
 */
final class ErrorState {
    private volatile boolean entered;

    /** Throws {@link Reason#INTERNAL} once the state was entered. */
    void check() throws EngineFault {
        if (entered) {
            throw new EngineFault(Reason.INTERNAL,
                    "The engine met an internal error; it gives no more output until restarted.");
        }
    }

    /**
     * Enters the state for good and tells the operator where. The cause's message is left out: it
     * might hold what the engine worked on.
     */
    void enter(Throwable cause) {
        entered = true;
        StackTraceElement[] trace = cause.getStackTrace();
        System.err.println("Internal error " + cause.getClass().getName()
                + (trace.length > 0 ? " at " + trace[0] : "")
                + "; the engine gives no more output until restarted.");
    }
}
