package io.sallyport.gateway.port;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.vertx.core.Future;

/**
 * Sends commands to the engine. Failures are {@link io.sallyport.hsm.command.EngineFault}s; the
 * port never answers in the engine's place and never sends a command twice.
 */
public interface EnginePort {

    /**
     * Submits a command. Its buffers are read before this call returns. The future completes on
     * the caller's event loop. Buffers in the result are moved into zero-on-release memory of the
     * gateway: whoever gets a result calls {@link Answer#release()} once, after the last read.
     */
    <R extends EngineResult> Future<Answer<R>> submit(EngineCommand<R> command);

    /** A result and the right to let go of its buffers. */
    interface Answer<R extends EngineResult> {

        /** The result; its buffers may be read until {@link #release()}. */
        R result();

        /** Zeroes the buffers of the result. Idempotent. */
        void release();
    }
}
