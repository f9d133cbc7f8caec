package io.sallyport.samples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.gateway.cli.Main;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.samples.quickstart.Children;
import io.sallyport.samples.quickstart.Sallyport;
import io.sallyport.samples.quickstart.Sallyport.RunningGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real gateway as its operator has it: a home, commands, and a server that can be stopped and
 * comes back on the same port. The server is a process of its own; commands run in this one, which
 * is quicker. Closing ends every process. For one thread at a time.
 */
public final class LiveGateway implements AutoCloseable {
    private static final int KEY_BITS = 256;
    private static final int ENCRYPTS = CryptographicUsageMask.ENCRYPT
            | CryptographicUsageMask.DECRYPT;

    private final Children children = new Children();
    private final Path folder;
    private final Sallyport sallyport;
    private RunningGateway running;

    private LiveGateway(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        sallyport = new Sallyport(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path", ""), Main.class.getName()),
                folder.resolve("home"), folder, children);
        try {
            run("init", "--auto-unseal", "file");
            running = sallyport.serve(0);
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            children.endAll();
            throw e;
        }
    }

    /** Makes a home in an existing folder and serves. */
    public static LiveGateway start(Path folder) throws IOException, InterruptedException {
        return new LiveGateway(folder);
    }

    /** Runs a command of the operator, which has to succeed, and returns what it says. */
    public String run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", sallyport.home().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err),
                all.toArray(String[]::new));
        assertThat(exitCode).as(err.toString()).isZero();
        return out.toString().strip();
    }

    /** Enrols a client of a partition and returns the folder with its files. */
    public Path enrol(String client, String partition) {
        run("client", "add", client, "--partition", partition, "--out",
                identity(client).toString());
        return identity(client);
    }

    /** The files of a client that is enrolled. */
    public Path identity(String client) {
        return folder.resolve("client-" + client);
    }

    /** Makes an active AES key of the client's partition and returns its identifier. */
    public String makeKey(String client, String name) throws Exception {
        try (KmipClient kmip = kmip(client)) {
            String id = kmip.create(CryptographicAlgorithm.AES, KEY_BITS, ENCRYPTS,
                    Attribute.name(name));
            kmip.activate(id);
            return id;
        }
    }

    /** A connection with the identity of a client. */
    public KmipClient kmip(String client) throws Exception {
        Path files = identity(client);
        return new KmipClient(KmipClientConfig.of("localhost", running.kmip().getPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem"))));
    }

    /** Where it serves KMIP, also after a restart. */
    public String server() {
        return "localhost:" + running.kmip().getPort();
    }

    /** Port of the HTTPS listener. */
    public String httpsPort() {
        return running.readyLine().replaceFirst(".* https=\\S+:(\\d+).*", "$1");
    }

    /** Stops the server and waits until it has. */
    public void stop() throws IOException, InterruptedException {
        running.stop();
    }

    /** Starts the server again, on the same port. */
    public void startAgain() throws IOException, InterruptedException {
        running = sallyport.serve(running.kmip().getPort());
    }

    @Override
    public void close() {
        children.endAll();
    }
}
