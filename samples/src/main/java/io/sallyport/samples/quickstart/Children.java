package io.sallyport.samples.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Every process that the quick start begins, so that none outlives it. Safe for threads: the
 * shutdown hook ends them while a step may be waiting for one.
 */
public final class Children {
    private static final long GRACE_SECONDS = 15;

    private final List<Process> running = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** Starts a process whose input is at its end and whose output goes to files. */
    public Process start(List<String> command, Path output, Path errors) throws IOException {
        return start(new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile()));
    }

    /**
     * Starts a process as the builder says.
     *
     * @throws IOException also if everything has been asked to end
     */
    public Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        running.add(process);
        if (ended) {
            process.destroyForcibly();
            throw new IOException("The quick start is ending.");
        }
        return process;
    }

    /** Whether everything has been asked to end. */
    boolean ended() {
        return ended;
    }

    /** Lets go of a process that is to live on. */
    public void release(Process process) {
        running.remove(process);
    }

    /**
     * Asks every process to end, waits a little, and ends those that did not. None can be started
     * afterwards.
     */
    public void endAll() {
        ended = true;
        running.forEach(Process::destroy);
        for (Process process : running) {
            try {
                if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
