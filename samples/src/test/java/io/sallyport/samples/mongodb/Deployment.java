package io.sallyport.samples.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.gateway.cli.Main;
import io.sallyport.samples.mongodb.server.MemoryMongod;
import io.sallyport.samples.quickstart.Children;
import io.sallyport.samples.quickstart.Sallyport;
import io.sallyport.samples.quickstart.Sallyport.RunningGateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A gateway with two clients in two partitions, and a MongoDB server in memory. The gateway is a
 * process of its own; commands run in this one, which is quicker.
 */
final class Deployment implements AutoCloseable {
    /** The partition of the application. */
    static final String PARTITION = "shop";

    private final Path folder;
    private final Children children = new Children();
    private final Sallyport sallyport;
    private final MemoryMongod mongodb;
    private RunningGateway gateway;

    Deployment(Path folder) throws Exception {
        this.folder = folder;
        sallyport = new Sallyport(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path", ""), Main.class.getName()),
                folder.resolve("home"), folder, children);
        mongodb = new MemoryMongod();
        run("init", "--auto-unseal", "file");
        gateway = sallyport.serve(0);
        addClient("shop", PARTITION);
        addClient("stranger", "elsewhere");
    }

    /** Enrols a client. */
    void addClient(String name, String partition) {
        run("client", "add", name, "--partition", partition, "--out", files(name).toString());
    }

    /** Ends a client and its certificate. */
    void revokeClient(String name) {
        run("client", "revoke", name);
    }

    private String run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", sallyport.home().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err),
                all.toArray(String[]::new));
        assertThat(exitCode).as(err.toString()).isZero();
        return out.toString().strip();
    }

    /** The folder with the files of a client. */
    Path files(String client) {
        return folder.resolve("client-" + client);
    }

    /** The connection string of the MongoDB server. */
    String mongodb() {
        return mongodb.connectionString();
    }

    /** Host and port of the KMIP listener, the same after a restart. */
    String endpoint() {
        return "localhost:" + gateway.kmip().getPort();
    }

    /** Port of the HTTPS listener. */
    String httpsPort() {
        return gateway.readyLine().replaceFirst(".* https=\\S+:(\\d+).*", "$1");
    }

    /** TLS that trusts the gateway and has no certificate to show. */
    SSLContext withoutIdentity() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(files("shop").resolve("ca.pem"))) {
            trusted.setCertificateEntry("authority",
                    CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The gateway as this client sees it, at this endpoint. */
    KeyServer keys(String client, String endpoint) throws Exception {
        return KeyServer.of(endpoint, files(client), "changeit".toCharArray());
    }

    /** Runs {@code sallyport key} for the application's partition. */
    String key(String command, String... words) {
        List<String> all = new ArrayList<>(List.of("key", command, "--partition", PARTITION));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    void stopGateway() throws Exception {
        gateway.stop();
    }

    void startGateway() throws Exception {
        gateway = sallyport.serve(gateway.kmip().getPort());
    }

    @Override
    public void close() throws IOException {
        mongodb.close();
        children.endAll();
    }
}
