package io.sallyport.samples.mongodb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Sallyport as the driver sees it.
 *
 * @param endpoint host and port of the KMIP listener; the host is checked against its certificate
 * @param tls the client's certificate, and which authority to trust
 */
public record KeyServer(String endpoint, SSLContext tls) {
    /** The driver's name for a KMIP server. */
    static final String PROVIDER = "kmip";

    /**
     * Takes the identity out of the folder that {@code sallyport client add} wrote.
     *
     * @param password of {@code client.p12} in that folder
     * @throws GeneralSecurityException if a file does not hold what it should
     */
    public static KeyServer of(String endpoint, Path files, char[] password)
            throws IOException, GeneralSecurityException {
        return new KeyServer(endpoint,
                tls(files.resolve("client.p12"), password, files.resolve("ca.pem")));
    }

    private static SSLContext tls(Path identity, char[] password, Path authority)
            throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(identity)) {
            own.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number++, one);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** What the driver's settings call {@code kmsProviders}. */
    Map<String, Map<String, Object>> providers() {
        return Map.of(PROVIDER, Map.of("endpoint", endpoint));
    }

    /** What the driver's settings call {@code kmsProviderSslContextMap}. */
    Map<String, SSLContext> contexts() {
        return Map.of(PROVIDER, tls);
    }
}
