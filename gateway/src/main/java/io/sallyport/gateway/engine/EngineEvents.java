package io.sallyport.gateway.engine;

import java.io.IOException;

import io.sallyport.hsm.command.EngineResult.StatusReport;

/**
 * What happens to the engine's process, for who writes it down. Called on its supervisor's thread.
 */
public interface EngineEvents {

    /**
     * It passed its self-tests; no command was sent to it yet.
     *
     * @throws IOException if that can't be written down: the engine is ended and started again
     */
    void started(StatusReport report) throws IOException;

    /**
     * It ended or did not start, and nobody had asked it to end.
     *
     * @param served whether it had been ready, so that a self-test that failed was one at a use
     * @param sentence why
     */
    void ended(boolean served, String sentence);
}
