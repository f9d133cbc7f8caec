package io.sallyport.gateway.identity;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Finds the subject of a certificate. Safe for every thread; answers from memory without waiting,
 * so it may be asked on an event loop, and again for every message of a long connection.
 */
@FunctionalInterface
public interface SubjectResolver {

    /**
     * The subject that enrolled with exactly this certificate, or nothing: then the peer is to be
     * refused. A certificate that is outside its validity period has no subject.
     *
     * @param chain the peer's chain as TLS verified it, its own certificate first
     */
    Optional<Subject> resolve(X509Certificate[] chain);
}
