package io.sallyport.samples.quickstart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sallyport as its users see it: a command, and a server that says when it is ready. */
public final class Sallyport {
    private static final Pattern READY = Pattern.compile("(?m)^ready kmip=(\\S+):(\\d+)\\b.*$");
    private static final long COMMAND_SECONDS = 60;
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 30;
    private static final long LOOK_AGAIN_MILLIS = 50;

    /** So that a gateway which is kept outlives the terminal; it is ended by us, not by Ctrl-C. */
    private static final List<String> SESSION_OF_ITS_OWN =
            Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();

    private final List<String> program;
    private final Path home;
    private final Path logs;
    private final Children children;
    private final AtomicInteger runs = new AtomicInteger();

    /**
     * @param program the words that start the command line, without arguments
     * @param home home directory of the gateway
     * @param logs existing folder for what the commands print
     */
    public Sallyport(List<String> program, Path home, Path logs, Children children) {
        this.program = List.copyOf(program);
        this.home = home;
        this.logs = logs;
        this.children = children;
    }

    /** Home directory of the gateway. */
    public Path home() {
        return home;
    }

    /**
     * Runs a command on this home to its end.
     *
     * @return what it printed
     * @throws IOException with its own sentence if it failed
     */
    public String run(String... words) throws IOException, InterruptedException {
        Path output = logs.resolve(runs.incrementAndGet() + "-" + words[0] + ".out");
        Path errors = logs.resolve(runs.get() + "-" + words[0] + ".err");
        Process process = children.start(command(words), output, errors);
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("sallyport " + words[0] + " took more than " + COMMAND_SECONDS
                    + " s.");
        }
        if (process.exitValue() != 0) {
            throw new IOException("sallyport " + words[0] + " exited with " + process.exitValue()
                    + ": " + lastLine(errors));
        }
        return Files.readString(output).strip();
    }

    /**
     * Starts the server and waits until it says that it is ready.
     *
     * @param port for KMIP on the loopback address; 0 for any
     */
    public RunningGateway serve(int port) throws IOException, InterruptedException {
        Path output = logs.resolve(runs.incrementAndGet() + "-serve.out");
        Path errors = logs.resolve(runs.get() + "-serve.err");
        List<String> command = new ArrayList<>(SESSION_OF_ITS_OWN);
        command.addAll(command("serve", "--listen", "127.0.0.1", "--kmip-port",
                Integer.toString(port), "--https-port", "0"));
        Process process = children.start(command, output, errors);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < deadline) {
            Matcher ready = READY.matcher(Files.readString(output));
            if (ready.find()) {
                return new RunningGateway(process, new InetSocketAddress("localhost",
                        Integer.parseInt(ready.group(2))), ready.group());
            }
            if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("The gateway did not start: " + lastLine(errors));
            }
        }
        process.destroy();
        throw new IOException("The gateway was not ready after " + START_SECONDS + " s.");
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(words));
        command.add("--home");
        command.add(home.toString());
        return command;
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "it printed no reason, see " + file : lines.getLast();
    }

    /**
     * A server that is ready.
     *
     * @param process the gateway
     * @param kmip where it serves KMIP
     * @param readyLine the line with which it said so
     */
    public record RunningGateway(Process process, InetSocketAddress kmip, String readyLine) {
        /**
         * Asks it to stop and waits until it has.
         *
         * @throws IOException if it did not stop in time, or not with exit code 0
         */
        public void stop() throws IOException, InterruptedException {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("The gateway did not stop within " + STOP_SECONDS + " s.");
            }
            if (process.exitValue() != 0) {
                throw new IOException("The gateway stopped with exit code " + process.exitValue()
                        + " where 0 is promised.");
            }
        }
    }
}
