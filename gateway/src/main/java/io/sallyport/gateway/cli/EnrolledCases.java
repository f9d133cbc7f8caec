package io.sallyport.gateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import io.sallyport.gateway.conformance.CaseConnection;
import io.sallyport.gateway.conformance.CaseFile;

/**
 * Clients for cases at a gateway of ours: one for each series of cases, in a partition of its own,
 * so that cases don't meet each other's objects. They have the profile oasis, which allows weak
 * mechanisms, and so they are revoked and their files removed at the end. Not thread-safe.
 */
public final class EnrolledCases implements CaseConnection.Opener, AutoCloseable {
    private final Path home;
    private final Connect connect;
    private final Preparation preparation;
    private final String profile;
    private final Path folder;
    private final Map<String, SSLContext> clients = new LinkedHashMap<>();
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    /** Opens a connection as a client. */
    @FunctionalInterface
    public interface Connect {
        /** A connection with this client's TLS. */
        CaseConnection to(SSLContext tls) throws IOException;
    }

    /** What a case takes for granted at the server, beside its client. */
    @FunctionalInterface
    public interface Preparation {
        /** Prepares the partition of a series, before its first case runs. */
        void of(CaseFile file, String partition) throws IOException;
    }

    /** Clients at the gateway that runs on this home, where nothing else is prepared. */
    public EnrolledCases(Path home, Connect connect) throws IOException {
        this(home, connect, "oasis", (_, _) -> {});
    }

    /**
     * Clients at the gateway that runs on this home.
     *
     * @param profile of the clients, but for the cases in which the server asks them
     */
    public EnrolledCases(Path home, Connect connect, String profile, Preparation preparation)
            throws IOException {
        this.home = home;
        this.connect = connect;
        this.preparation = preparation;
        this.profile = profile;
        this.folder = Files.createTempDirectory("sallyport-conformance-");
    }

    @Override
    public CaseConnection open(CaseFile file) throws IOException {
        String name = file.series() + "-" + run;
        SSLContext known = clients.get(name);
        if (known == null) {
            known = enrol(name, profileFor(file));
            preparation.of(file, name);
            clients.put(name, known);
        }
        return connect.to(known);
    }

    /** In cases with Put and Notify the client is one that wants to be told. */
    private String profileFor(CaseFile file) {
        return file.published() != null && file.published().serverAsks() ? "notified" : profile;
    }

    private SSLContext enrol(String name, String profile) throws IOException {
        Path files = folder.resolve(name);
        command("client", "add", name, "--home", home.toString(), "--out", files.toString(),
                "--partition", name, "--profile", profile);
        try {
            return ConformanceClient.of(files, null);
        } catch (GeneralSecurityException | CommandException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (String name : clients.keySet()) {
                command("client", "revoke", name, "--home", home.toString());
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(EnrolledCases::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void command(String... arguments) throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        if (Main.run(out, out, arguments) != 0) {
            throw new IOException(said.toString().strip());
        }
    }
}
