package io.sallyport.gateway.engine;

import java.io.IOException;

/** Takes the engine out of service and back while the gateway runs. Safe for every thread. */
public interface EngineSeal {

    /**
     * Ends the engine's process: nothing unwrapped is left in any memory. Returns when it is gone.
     *
     * @throws IOException with a sentence for the operator if it is sealed already
     */
    void seal() throws IOException, InterruptedException;

    /**
     * Starts the engine. Returns when it has passed its self-tests and serves.
     *
     * @throws IOException with a sentence for the operator if it is not sealed, or does not serve
     */
    void unseal() throws IOException, InterruptedException;
}
