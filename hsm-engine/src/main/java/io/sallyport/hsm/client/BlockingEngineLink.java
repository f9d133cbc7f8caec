package io.sallyport.hsm.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.Reply;

/**
 * A link for callers that wait: the command line and tests. Safe for every thread; commands of
 * several threads share the link.
 */
public final class BlockingEngineLink implements AutoCloseable {
    private final ExecutorService loop;
    private final EngineLink link;

    private BlockingEngineLink(ExecutorService loop, EngineLink link) {
        this.loop = loop;
        this.link = link;
    }

    /** Connects to the engine at this socket. */
    public static BlockingEngineLink connect(Path socket, LinkLimits limits) throws IOException {
        ExecutorService loop = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("engine-caller").factory());
        try {
            return new BlockingEngineLink(loop, EngineLink.connect(socket, loop, limits, () -> {}));
        } catch (IOException e) {
            loop.shutdown();
            throw e;
        }
    }

    /** Identifier of the engine's security domain. */
    public String domain() {
        return link.domain();
    }

    /**
     * Carries out a command and waits.
     *
     * @param read takes what it needs out of the result; buffers are zeroed when it returns
     * @throws EngineFault if the command was refused or failed
     */
    public <R extends EngineResult, T> T call(EngineCommand<R> command, Function<R, T> read)
            throws EngineFault {
        return await(submit(command, read));
    }

    /**
     * Sends a command without waiting; the buffers of the command are read later, in order.
     *
     * @param read as for {@link #call}; runs on the link's own thread
     * @return what {@link #await} takes
     */
    public <R extends EngineResult, T> CompletableFuture<T> submit(EngineCommand<R> command,
            Function<R, T> read) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            loop.execute(() -> link.submit(command, new Waiting<>(answer, read)));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(
                    new EngineFault(Reason.UNAVAILABLE, "The link to the engine is closed."));
        }
        return answer;
    }

    /**
     * Waits for what a command that was submitted gives.
     *
     * @throws EngineFault if the command was refused or failed
     */
    public static <T> T await(CompletableFuture<T> answer) throws EngineFault {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineFault fault) {
                throw new EngineFault(fault.reason(), String.valueOf(fault.getMessage()));
            }
            throw new IllegalStateException("A result could not be read.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFault(Reason.UNAVAILABLE, "The wait for the engine was interrupted.");
        }
    }

    @Override
    public void close() {
        link.close();
        loop.shutdown();
    }

    private record Waiting<R extends EngineResult, T>(CompletableFuture<T> answer,
            Function<R, T> read) implements Reply<R> {
        @Override
        public void succeeded(R result) {
            try {
                answer.complete(read.apply(result));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }

        @Override
        public void failed(EngineFault fault) {
            answer.completeExceptionally(fault);
        }
    }
}
