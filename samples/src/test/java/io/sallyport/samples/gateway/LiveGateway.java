package io.sallyport.samples.gateway;

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
import java.nio.file.Path;
import java.util.List;

/**
 * A real gateway as its operator has it: a home, commands, and a server that can be stopped and
 * comes back on the same port. Closing ends every process. For one thread at a time.
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
        sallyport.run("init", "--auto-unseal", "file");
        running = sallyport.serve(0);
    }

    /** Makes a home in an existing folder and serves. */
    public static LiveGateway start(Path folder) throws IOException, InterruptedException {
        return new LiveGateway(folder);
    }

    /** Runs a command of the operator to its end. */
    public String run(String... words) throws IOException, InterruptedException {
        return sallyport.run(words);
    }

    /** Enrols a client of a partition and returns the folder with its files. */
    public Path enrol(String client, String partition) throws IOException, InterruptedException {
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
