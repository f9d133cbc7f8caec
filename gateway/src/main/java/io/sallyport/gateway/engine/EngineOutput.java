package io.sallyport.gateway.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.hsm.process.EngineLaunch;

/**
 * What a process of the engine says: that it is ready, and its errors, which go to the log. Two
 * threads read it until its end. Safe for every thread.
 */
final class EngineOutput {
    private static final Logger LOG = LoggerFactory.getLogger(EngineOutput.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Thread errors;
    private volatile @Nullable String lastError;

    /** A read of a pipe holds the carrier of a virtual thread for as long as the process lives. */
    private EngineOutput(Process running) {
        errors = Thread.ofPlatform().daemon().name("engine-errors")
                .unstarted(() -> logErrors(running));
    }

    /** Reads the output of this process. */
    static EngineOutput of(Process running) {
        EngineOutput output = new EngineOutput(running);
        Thread.ofPlatform().daemon().name("engine-output")
                .start(() -> output.lookForReady(running));
        output.errors.start();
        return output;
    }

    /** Whether the process says in this time that it is ready. */
    boolean awaitReady(Duration timeout) {
        return ready.completeOnTimeout(false, timeout.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /**
     * What a process that ended said last on its error output, with a colon before it and without
     * a full stop; empty if it said nothing.
     */
    String lastWords() {
        try {
            errors.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String last = lastError;
        return last == null ? "" : ": " + last.replaceFirst("\\.$", "");
    }

    private void lookForReady(Process running) {
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(EngineLaunch.READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            LOG.debug("The engine's output ended: {}", e.getMessage());
        }
        ready.complete(false);
    }

    private void logErrors(Process running) {
        try (BufferedReader err = new BufferedReader(
                new InputStreamReader(running.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                lastError = line;
                LOG.info("engine: {}", line);
            }
        } catch (IOException e) {
            LOG.debug("The engine's error output ended: {}", e.getMessage());
        }
    }
}
