package io.sallyport.gateway.net.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Which client certificates pass the handshake: those that chain to one of the given authorities
 * and are within their validity period. Whether the client is known is asked after that. What does
 * not pass is told by a {@link ShownCertificateException}.
 */
public final class ClientTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager paths;

    private ClientTrust(X509ExtendedTrustManager paths) {
        this.paths = paths;
    }

    /** Trusts these authorities, and no others. */
    public static ClientTrust in(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager paths) {
                return new ClientTrust(paths);
            }
        }
        throw new IllegalStateException("The JDK has no trust manager for X.509 certificates.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, () -> paths.checkClientTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, () -> paths.checkClientTrusted(chain, authType, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        check(chain, () -> paths.checkClientTrusted(chain, authType));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw notForServers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw notForServers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw notForServers();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return paths.getAcceptedIssuers();
    }

    /** How the JDK looks at a path. */
    @FunctionalInterface
    private interface PathCheck {
        void run() throws CertificateException;
    }

    private static void check(X509Certificate[] chain, PathCheck path)
            throws CertificateException {
        try {
            // The JDK doesn't look at the dates of a certificate that is itself a trust anchor.
            chain[0].checkValidity();
            path.run();
        } catch (CertificateException refused) {
            throw new ShownCertificateException(chain[0], refused);
        }
    }

    private static CertificateException notForServers() {
        return new CertificateException("This trust is for clients only.");
    }
}
