package io.sallyport.gateway.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and its private key. Prints only the certificate's subject. */
public final class Identity {
    private final X509Certificate certificate;
    private final PrivateKey key;

    /** An identity for TLS. */
    public Identity(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** The public half. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The private half. */
    public PrivateKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
