package io.sallyport.gateway.engine;

import org.jspecify.annotations.Nullable;

/**
 * The engine's process as the gateway sees it at one moment.
 *
 * @param pid process id, or 0 while there is none
 * @param restarts how often it was started again since the gateway started
 * @param lastFailure why it ended or did not start last time, or null
 */
public record EngineState(Phase phase, long pid, int restarts, @Nullable String lastFailure) {

    /** What the process does. */
    public enum Phase {
        /** It was started and did not say yet that it is ready. */
        STARTING,
        /** It serves. */
        READY,
        /** It ended or did not start; it will be started again. */
        DOWN,
        /** The operator sealed it: there is no process until it is unsealed. */
        SEALED,
        /** The gateway stopped it. */
        STOPPED
    }
}
