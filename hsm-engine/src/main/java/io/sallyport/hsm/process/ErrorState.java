package io.sallyport.hsm.process;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.SelfTestFailure;

/**
 * Whether an invariant of the engine broke. Nobody knows then what else is wrong, so the engine
 * gives no more output, on any connection, until it is started again and tests itself. Safe for
 * every thread.
 */
final class ErrorState {
    private static final String UNFORESEEN = "The engine met an internal error.";
    private static final String CONSEQUENCE = " The engine gives no more output until restarted.";

    /** What broke, in a sentence; null while nothing did. The first one stays. */
    private final AtomicReference<@Nullable String> broken = new AtomicReference<>();

    /** Throws {@link Reason#INTERNAL} once the state was entered. */
    void check() throws EngineFault {
        String sentence = broken.get();
        if (sentence != null) {
            throw new EngineFault(Reason.INTERNAL, sentence + CONSEQUENCE);
        }
    }

    /**
     * Enters the state for good and tells the operator where. The cause's message is left out,
     * because it might hold what the engine worked on; only that of a self-test never does.
     */
    void enter(Throwable cause) {
        if (cause instanceof SelfTestFailure failure) {
            broken.compareAndSet(null, String.valueOf(failure.getMessage()));
            System.err.println(failure.getMessage() + CONSEQUENCE);
            return;
        }
        broken.compareAndSet(null, UNFORESEEN);
        StackTraceElement[] trace = cause.getStackTrace();
        System.err.println("Internal error " + cause.getClass().getName()
                + (trace.length > 0 ? " at " + trace[0] : "")
                + "; the engine gives no more output until restarted.");
    }
}
