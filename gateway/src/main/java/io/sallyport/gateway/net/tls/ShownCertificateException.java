package io.sallyport.gateway.net.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/**
 * The certificate that a client showed is not trusted; the cause says why. Whether the client has
 * its key was not asked.
 */
public final class ShownCertificateException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient X509Certificate certificate;

    ShownCertificateException(X509Certificate certificate, CertificateException cause) {
        super(cause);
        this.certificate = certificate;
    }

    /** What was shown. */
    public X509Certificate certificate() {
        return certificate;
    }
}
