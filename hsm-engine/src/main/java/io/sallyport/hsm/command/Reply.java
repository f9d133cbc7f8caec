package io.sallyport.hsm.command;

/**
 * Takes the outcome of one command, exactly once.
 *
 * @param <R> what a successful answer carries
 */
public interface Reply<R extends EngineResult> {

    /** The command was carried out. Buffers of the result end with this call. */
    void succeeded(R result);

    /** The command was refused or failed, or nobody can tell whether it was carried out. */
    void failed(EngineFault fault);
}
