package io.sallyport.samples.mongodb;

import io.sallyport.samples.gateway.LiveGateway;
import io.sallyport.samples.mongodb.server.MemoryMongod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A gateway with two clients in two partitions, and a MongoDB server in memory. */
final class Deployment implements AutoCloseable {
    private static final String PARTITION = "shop";

    private final MemoryMongod mongodb;
    private final LiveGateway gateway;

    Deployment(Path folder) throws IOException, InterruptedException {
        gateway = LiveGateway.start(folder);
        mongodb = new MemoryMongod();
        gateway.enrol("shop", PARTITION);
        gateway.enrol("stranger", "elsewhere");
    }

    LiveGateway gateway() {
        return gateway;
    }

    /** The connection string of the MongoDB server. */
    String mongodb() {
        return mongodb.connectionString();
    }

    /** Enrols another client of the application's partition. */
    void enrol(String client) {
        gateway.enrol(client, PARTITION);
    }

    /** TLS that trusts the gateway and has no certificate to show. */
    SSLContext withoutIdentity() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(gateway.identity("shop").resolve("ca.pem"))) {
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
        return KeyServer.of(endpoint, gateway.identity(client), "changeit".toCharArray());
    }

    /** Runs {@code sallyport key} for the application's partition. */
    String key(String command, String... words) {
        List<String> all = new ArrayList<>(List.of("key", command, "--partition", PARTITION));
        all.addAll(List.of(words));
        return gateway.run(all.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        mongodb.close();
        gateway.close();
    }
}
