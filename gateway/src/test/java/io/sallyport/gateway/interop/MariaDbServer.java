package io.sallyport.gateway.interop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server of its own, of Debian's packages: its data, its settings and its socket are in
 * one folder, and it listens on no port. Root runs it as the user {@code mysql}. Not thread-safe.
 */
final class MariaDbServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String READY = "ready for connections";
    private static final String USER = "mysql";

    /** Copies the folders $1 and $2 and all open files without a name of the process $3 to $4. */
    private static final String COPY = """
            mkdir "$4"
            cp -r "$1" "$2" "$4"
            for file in /proc/"$3"/fd/*; do
                case $(readlink "$file") in
                    *' (deleted)') cat "$file" >>"$4/%s" ;;
                esac
            done
            """.formatted(MariaDbSnapshot.UNNAMED);

    /** Runs a program with the token in its environment, out of a file. */
    private static final String WITH_TOKEN = "VAULT_TOKEN=$(cat \"$0\") exec \"$@\"";

    private final Path folder;
    private final Path data;
    private final Daemons daemons;
    private Path token;
    private @Nullable Process process;
    private int starts;

    private MariaDbServer(Path folder, Path data, Path token) {
        this.folder = folder;
        this.data = data;
        this.token = token;
        this.daemons = new Daemons(folder);
    }

    /** Whether the server, its key plugins and its backup are installed. */
    static boolean isInstalled() {
        Path plugins = Path.of("/usr/lib/mysql/plugin");
        return Daemons.areInstalled("mariadbd", "mariadb", "mariadb-install-db", "mariadb-backup")
                && Files.isReadable(plugins.resolve("hashicorp_key_management.so"))
                && Files.isReadable(plugins.resolve("file_key_management.so"));
    }

    /**
     * A server with these settings over this data; nothing runs yet.
     *
     * @param data a folder that {@link #prepare} has made ready
     * @param token file with the token for keys
     */
    static MariaDbServer of(Path folder, Path data, List<String> settings, Path token)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        MariaDbServer server = new MariaDbServer(folder, data, token);
        server.configure(settings, token);
        return server;
    }

    /** A server with these settings and no tables of its own; nothing runs yet. */
    static MariaDbServer install(Path folder, List<String> settings, Path token)
            throws IOException, InterruptedException {
        MariaDbServer server = of(folder, folder.resolve("data"), settings, token);
        List<String> command = new ArrayList<>(List.of("mariadb-install-db",
                "--defaults-file=" + server.settings(), "--datadir=" + server.data,
                "--skip-test-db", "--auth-root-authentication-method=normal"));
        if (isRoot()) {
            command.add("--user=" + USER);
        }
        server.daemons.run(server.withToken(command));
        return server;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String[] withToken(List<String> command) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", WITH_TOKEN, token.toString()));
        all.addAll(command);
        return all.toArray(String[]::new);
    }

    /** Replaces the settings and the token from the next start on. */
    void configure(List<String> settings, Path newToken)
            throws IOException, InterruptedException {
        token = newToken;
        List<String> lines = new ArrayList<>(List.of("[client]",
                "socket=" + folder.resolve("s.sock"), "user=root", "[mariadbd]",
                "datadir=" + data, "socket=" + folder.resolve("s.sock"),
                "pid-file=" + folder.resolve("pid"), "tmpdir=" + temporary(),
                "log-error=" + folder.resolve("error.log"), "skip-networking",
                "innodb-buffer-pool-size=32M", "innodb-log-file-size=8M"));
        lines.addAll(settings);
        Files.createDirectories(temporary());
        Files.write(settings(), lines);
        own();
    }

    /** Gives the folder to the user that the server runs as. */
    private void own() throws IOException, InterruptedException {
        if (isRoot()) {
            Files.setPosixFilePermissions(folder.getParent(),
                    PosixFilePermissions.fromString("rwx--x--x"));
            daemons.run("chown", "-R", USER + ":" + USER, folder.toString());
        }
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    private Path settings() {
        return folder.resolve("my.cnf");
    }

    /** All that the server said since it was installed. */
    String log() throws IOException {
        Path log = folder.resolve("error.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Starts the server; returns when it serves, or has ended because it can't. */
    boolean start() throws IOException {
        List<String> command = new ArrayList<>(
                List.of("mariadbd", "--defaults-file=" + settings()));
        if (isRoot()) {
            command.add("--user=" + USER);
        }
        int before = readyLines();
        Process started = daemons.start("mariadbd-" + ++starts, withToken(command));
        process = started;
        await("MariaDB").atMost(START).pollInterval(Duration.ofMillis(5))
                .until(() -> readyLines() > before || !started.isAlive());
        return started.isAlive();
    }

    private int readyLines() throws IOException {
        return log().split(READY, -1).length - 1;
    }

    /** Stops the server in good order: all that it knows is in its files then. */
    void stop() {
        Process started = process;
        if (started != null) {
            daemons.stop(started);
        }
    }

    /** Runs statements; returns the rows, one a line, columns with tabs between them. */
    String sql(String statements) throws IOException, InterruptedException {
        return daemons.run("mariadb", "--defaults-file=" + settings(), "--batch",
                "--skip-column-names", "--execute=" + statements).strip();
    }

    /** Runs statements and copies all files of the server before their session ends. */
    MariaDbSnapshot snapshotAfter(String statements) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("copy.sh"), COPY);
        Path copies = folder.resolve("copies");
        sql(statements + "\n\\! sh " + String.join(" ", script.toString(), data.toString(),
                temporary().toString(), Files.readString(folder.resolve("pid")).strip(),
                copies.toString()) + "\n");
        return new MariaDbSnapshot(copies);
    }

    /** Runs statements that the server refuses; returns what it says. */
    String refused(String statements) throws IOException, InterruptedException {
        try {
            String printed = sql(statements);
            throw new IllegalStateException("was done: " + statements + ": " + printed);
        } catch (AssertionError refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** Copies everything to a folder, while the server runs. */
    void backUp(Path target) throws IOException, InterruptedException {
        daemons.run(withToken(List.of("mariadb-backup", "--defaults-file=" + settings(),
                "--backup", "--target-dir=" + target, "--user=root",
                "--socket=" + folder.resolve("s.sock"))));
    }

    /** Makes a backup ready to be the data of a server. */
    void prepare(Path target) throws IOException, InterruptedException {
        daemons.run(withToken(List.of("mariadb-backup", "--prepare", "--target-dir=" + target)));
    }

    /** How often a marker is in the files of its data whose names do, or do not, end so. */
    long markers(String marker, boolean ends, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith) == ends)
                    .mapToLong(file -> count(file, marker)).sum();
        }
    }

    private static long count(Path file, String marker) {
        try {
            return MariaDbSnapshot.count(file, marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        daemons.close();
    }
}
