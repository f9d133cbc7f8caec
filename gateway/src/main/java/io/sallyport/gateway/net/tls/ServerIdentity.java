package io.sallyport.gateway.net.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;

/**
 * What the server shows of itself.
 *
 * @param chain the server's certificate first
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {

    /** Copies the chain. */
    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /** A key manager factory with this identity alone. */
    public KeyManagerFactory keyManagers() throws GeneralSecurityException, IOException {
        char[] none = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("server", key, none, chain.toArray(new Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, none);
        return factory;
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "ServerIdentity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
