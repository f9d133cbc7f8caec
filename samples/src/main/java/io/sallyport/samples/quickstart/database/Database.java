package io.sallyport.samples.quickstart.database;

import io.sallyport.samples.quickstart.Children;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The database, in its own process: one line in is a command, one line out is its answer. One
 * thread uses it.
 */
public final class Database {
    /** What Ignite needs to run on this JDK. */
    private static final List<String> JVM_OPTIONS = List.of(
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx512m",
            "-Djava.net.preferIPv4Stack=true", "-DIGNITE_QUIET=true", "-DIGNITE_NO_ASCII=true",
            "-DIGNITE_UPDATE_NOTIFIER=false",
            "-DIGNITE_PERFORMANCE_SUGGESTIONS_DISABLED=true");
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Path log;

    private Database(Process process, Path log) {
        this.process = process;
        this.log = log;
        commands = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Where the database lives and how it comes to its master key.
     *
     * @param directory its files
     * @param gateway the KMIP server
     * @param identity folder with ca.pem, client.pem and client-key.pem
     * @param masterKey name of the master key that the configuration names
     * @param logs folder for its log
     */
    public record Settings(Path directory, InetSocketAddress gateway, Path identity,
            String masterKey, Path logs) {}

    /**
     * Starts the node.
     *
     * @throws Refused if it did not open, with its own reason
     * @throws IOException if the process could not be started or died
     */
    public static Database open(Settings settings, Children children)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(DatabaseNode.class.getName());
        command.add(settings.directory().toString());
        command.add(settings.gateway().getHostString() + ":" + settings.gateway().getPort());
        command.add(settings.identity().toString());
        command.add(settings.masterKey());
        Path log = settings.logs().resolve("database.log");
        Process process = children.start(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())));
        Database database = new Database(process, log);
        String answer = database.answer();
        if (answer.startsWith("refused ")) {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            throw new Refused(answer.substring("refused ".length()));
        }
        return database;
    }

    /** The database did not open. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /** Writes rows with these texts in them, {@code rows} to the encrypted and to the clear cache. */
    public void write(int rows, String secretText, String clearText) throws IOException {
        ask("write " + rows + " " + secretText + " " + clearText);
    }

    /** How many rows of the encrypted cache hold this text. */
    public int rowsWith(String secretText) throws IOException {
        return Integer.parseInt(ask("count " + secretText));
    }

    /** Changes the master key and returns the name of the one in use afterwards. */
    public String changeMasterKey(String name) throws IOException {
        return ask("change-master-key " + name);
    }

    /** The name of the master key in use. */
    public String masterKey() throws IOException {
        return ask("master-key");
    }

    /** Closes the node cleanly: what is in memory is on disk afterwards. */
    public void close() throws IOException, InterruptedException {
        ask("close");
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The database did not close within " + STOP_SECONDS + " s.");
        }
    }

    private String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return answer();
    }

    private String answer() throws IOException {
        @Nullable
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The database process ended unexpectedly; its log is " + log);
        }
        if (line.startsWith("error ")) {
            throw new IOException(line.substring("error ".length()));
        }
        return line;
    }
}
