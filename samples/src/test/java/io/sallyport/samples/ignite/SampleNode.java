package io.sallyport.samples.ignite;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The program of samples/ignite as a user runs it: a process with a console. */
final class SampleNode implements AutoCloseable {
    private static final Path SAMPLE = Path
            .of(Objects.requireNonNull(System.getProperty("sallyport.root")), "samples/ignite");
    private static final long SECONDS_MAX = 60;

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Path errors;

    private SampleNode(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        commands = process.outputWriter(Charset.defaultCharset());
        answers = process.inputReader(Charset.defaultCharset());
    }

    /** Starts a node with the sample's own files, in which only the values are other ones. */
    static SampleNode start(Path folder, NodeSettings settings) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(SAMPLE.resolve("node.properties"))) {
            properties.load(reader);
        }
        properties.replace("name", settings.name());
        properties.replace("directory", settings.directory().toString());
        properties.replace("address", settings.address().getHostString() + ":"
                + settings.address().getPort());
        properties.replace("members", String.join(",", settings.members()));
        properties.replace("servers", settings.servers());
        properties.replace("identity", settings.identity().toString());
        properties.replace("masterKeyName", settings.masterKeyName());
        Path file = folder.resolve(settings.name() + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        Path errors = folder.resolve(settings.name() + ".err");
        return new SampleNode(new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "@" + SAMPLE.resolve("jvm.options"), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path", ""), EncryptedNode.class.getName(),
                file.toString()).redirectError(errors.toFile()).start(), errors);
    }

    String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return answer();
    }

    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new AssertionError("the node ended: " + errors());
        }
        return line;
    }

    /** Closes the console and returns the exit code. */
    int quit() throws IOException, InterruptedException {
        try {
            commands.write("quit\n");
            commands.flush();
        } catch (IOException e) {
            // It has ended before.
        }
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("the node did not end");
        }
        return process.exitValue();
    }

    String errors() throws IOException {
        return Files.readString(errors).strip();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
