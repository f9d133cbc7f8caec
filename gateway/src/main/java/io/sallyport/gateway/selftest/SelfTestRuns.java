package io.sallyport.gateway.selftest;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.SelfTested;

/**
 * Asks the engine to test itself, and writes each run down before it tells the outcome. An engine in
 * which a test fails gives no more output; its supervisor starts another. Safe for every thread.
 */
public final class SelfTestRuns {
    private final EnginePort engine;
    private final EngineRecords records;

    /** Runs of this engine. */
    public SelfTestRuns(EnginePort engine, EngineRecords records) {
        this.engine = engine;
        this.records = records;
    }

    /**
     * Runs all self-tests. Waits: not for event loops.
     *
     * @param actor who asks, as the audit log names it
     * @param asked what for: {@code schedule} or {@code command}
     * @throws EngineFault if one failed, or the engine can't be asked; it is written down
     * @throws IOException if the run can't be written down: its outcome is not told
     */
    public SelfTested run(String actor, String asked) throws EngineFault, IOException {
        long begunNanos = System.nanoTime();
        SelfTested run;
        try {
            Answer<SelfTested> answer = engine.submit(new EngineCommand.RunSelfTests())
                    .toCompletionStage().toCompletableFuture().get();
            run = answer.result();
            answer.release();
        } catch (ExecutionException e) {
            EngineFault fault = e.getCause() instanceof EngineFault cause
                    ? cause
                    : new EngineFault(Reason.UNAVAILABLE, "The engine did not answer.");
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos);
            records.failed(actor, asked, millis, String.valueOf(fault.getMessage()),
                    fault.reason().name());
            throw fault;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for the self-tests was interrupted.", e);
        }
        records.passed(actor, asked, run);
        return run;
    }
}
