package io.sallyport.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A gateway of its own: {@code init}, {@code serve} on ephemeral ports, {@code client add}, all
 * through the command line in child processes on the test's class path. Not thread-safe.
 */
public final class GatewayProcess implements AutoCloseable {
    private static final Pattern READY = Pattern
            .compile("ready kmip=(\\S+):(\\d+) https=(\\S+):(\\d+)");
    private static final long START_SECONDS = 60;
    private static final String COMMAND_LINE = "io.sallyport.gateway.cli.Main";

    private final Path home;
    private final List<String> serveOptions;
    private Path errors;
    private String mainClass = COMMAND_LINE;
    private @Nullable Process process;
    private int kmipPort;
    private int httpsPort;

    private GatewayProcess(Path home, List<String> serveOptions) {
        this.home = home;
        this.serveOptions = serveOptions;
        this.errors = home.resolve("serve.err");
    }

    /** Makes a home in this folder; nothing runs yet. */
    public static GatewayProcess init(Path home, String... serveOptions) {
        return init(home, List.of(), List.of(), serveOptions);
    }

    /** The same by a JVM with options, which {@link #start} does not get, and further options. */
    public static GatewayProcess init(Path home, List<String> jvmOptions,
            List<String> initOptions, String... serveOptions) {
        List<String> arguments = new ArrayList<>(
                List.of("init", "--home", home.toString(), "--auto-unseal", "file"));
        arguments.addAll(initOptions);
        CommandResult result = command(jvmOptions, arguments);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return new GatewayProcess(home, List.of(serveOptions));
    }

    /** The server of a home that there is already; nothing runs yet. */
    public static GatewayProcess of(Path home, String... serveOptions) {
        return new GatewayProcess(home, List.of(serveOptions));
    }

    /** Lets the server's log go to this file instead of one in the home. */
    public GatewayProcess logTo(Path file) {
        errors = file;
        return this;
    }

    /** What the server said in its log until now. */
    public String log() throws IOException {
        return Files.readString(errors);
    }

    /**
     * The same, served by another program of the test tree, which gets the arguments of {@code
     * serve} and prints the same line when it is ready.
     */
    public GatewayProcess servedBy(Class<?> program) {
        mainClass = program.getName();
        return this;
    }

    /** What a command printed and how it ended. */
    public record CommandResult(int exitCode, String out, String err) {}

    /** Runs one command of the command line to its end. */
    public static CommandResult command(String... arguments) {
        return command(List.of(), List.of(arguments));
    }

    private static CommandResult command(List<String> jvmOptions, List<String> arguments) {
        try {
            Path out = Files.createTempFile("sallyport-out", ".txt");
            Path err = Files.createTempFile("sallyport-err", ".txt");
            try {
                Process child = new ProcessBuilder(
                        javaCommand(jvmOptions, COMMAND_LINE, arguments))
                        .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
                child.getOutputStream().close();
                if (!child.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                    child.destroyForcibly();
                    throw new AssertionError(
                            "did not end: " + String.join(" ", arguments) + Files.readString(err));
                }
                return new CommandResult(child.exitValue(), Files.readString(out),
                        Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> javaCommand(List<String> jvmOptions, String mainClass,
            List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path")));
        command.addAll(jvmOptions);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Starts the server and waits until it says that it is ready. */
    public void start(String... jvmOptions) {
        List<String> arguments = new ArrayList<>(
                List.of("serve", "--home", home.toString(), "--listen", "127.0.0.1", "--kmip-port",
                        String.valueOf(kmipPort), "--https-port", String.valueOf(httpsPort)));
        arguments.addAll(serveOptions);
        try {
            Process child = new ProcessBuilder(
                    javaCommand(List.of(jvmOptions), mainClass, arguments))
                    .redirectError(
                            ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            process = child;
            BufferedReader reader = child.inputReader(StandardCharsets.UTF_8);
            String line = reader.readLine();
            Matcher ready = READY.matcher(line == null ? "" : line);
            if (!ready.matches()) {
                throw new AssertionError(
                        "not ready: " + line + "\n" + Files.readString(errors));
            }
            kmipPort = Integer.parseInt(ready.group(2));
            httpsPort = Integer.parseInt(ready.group(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enrols a client and returns the folder with its files. */
    public Path addClient(String name, String... options) {
        Path out = home.resolve("clients").resolve(name);
        List<String> arguments = new ArrayList<>(List.of("client", "add", name, "--home",
                home.toString(), "--out", out.toString()));
        arguments.addAll(List.of(options));
        CommandResult result = command(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return out;
    }

    /** The home directory. */
    public Path home() {
        return home;
    }

    /** Port of the KMIP listener. */
    public int kmipPort() {
        return kmipPort;
    }

    /** Port of the HTTPS listener. */
    public int httpsPort() {
        return httpsPort;
    }

    /** Process id of the running gateway. */
    public long pid() {
        return running().pid();
    }

    /** The engine's process: the gateway's only child. */
    public ProcessHandle engine() {
        return running().toHandle().children().findFirst()
                .orElseThrow(() -> new AssertionError("the gateway has no engine process"));
    }

    /** Ends the gateway without a warning, and its engine with it. */
    public void killHard() {
        Process child = running();
        child.destroyForcibly();
        await(child);
    }

    /** Asks the gateway to end, as an operator would, and returns its exit code. */
    public int stop() {
        Process child = running();
        child.destroy();
        await(child);
        return child.exitValue();
    }

    private static void await(Process child) {
        try {
            if (!child.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the gateway does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Process running() {
        Process child = process;
        if (child == null) {
            throw new IllegalStateException("the gateway was not started");
        }
        return child;
    }

    @Override
    public void close() {
        Process child = process;
        if (child != null && child.isAlive()) {
            child.destroy();
            await(child);
        }
    }
}
