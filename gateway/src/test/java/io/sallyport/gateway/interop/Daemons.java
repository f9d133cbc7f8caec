package io.sallyport.gateway.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Foreign programs of a test, run from one folder: some to their end, others until the test ends.
 * Not thread-safe.
 */
final class Daemons implements AutoCloseable {
    private static final long COMMAND_SECONDS = 120;
    private static final long STOP_SECONDS = 30;

    private final Path folder;
    private final Deque<Process> running = new ArrayDeque<>();

    Daemons(Path folder) {
        this.folder = folder;
    }

    /** Whether every one of these programs is installed. */
    static boolean areInstalled(String... programs) {
        return List.of(programs).stream().allMatch(program -> List.of("/usr/bin", "/usr/sbin")
                .stream().anyMatch(place -> Files.isExecutable(Path.of(place, program))));
    }

    /** Runs a program to its end; returns what it printed, both streams. */
    String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "run", ".out");
        Process process = builder(output, command).start();
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + String.join(" ", command));
        }
        String printed = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with "
                    + process.exitValue() + ": " + printed);
        }
        return printed;
    }

    /** Starts a program that stays in the foreground; its output is in {@code NAME.out}. */
    Process start(String name, String... command) throws IOException {
        Process process = builder(folder.resolve(name + ".out"), command).start();
        running.push(process);
        return process;
    }

    private ProcessBuilder builder(Path output, String... command) {
        return new ProcessBuilder(command).directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    }

    /** Asks a program to end and waits until it has. */
    void stop(Process process) {
        running.remove(process);
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            stop(running.peek());
        }
    }
}
