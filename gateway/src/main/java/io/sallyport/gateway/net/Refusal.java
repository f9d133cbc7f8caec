package io.sallyport.gateway.net;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** Why a connection was refused or cut; the reason constants of the audit log. */
public enum Refusal {
    /** The peer sent no client certificate. */
    CERTIFICATE_MISSING,
    /** The client certificate is outside its validity period. */
    CERTIFICATE_EXPIRED,
    /** The client certificate doesn't chain to a trusted authority. */
    CERTIFICATE_UNTRUSTED,
    /** The client certificate is good, but nobody was enrolled with it. */
    CLIENT_UNKNOWN,
    /** The client was known when it connected, and no longer is. */
    CLIENT_REVOKED,
    /** The peer took too long for the handshake. */
    HANDSHAKE_TIMEOUT,
    /** The peer closed the connection during the handshake. */
    HANDSHAKE_ABANDONED,
    /** The handshake failed for another reason: no TLS, no common version or suite. */
    HANDSHAKE_FAILED,
    /** The server has as many connections as it takes. */
    CONNECTIONS_EXHAUSTED,
    /** This address has as many connections as one may have. */
    ADDRESS_EXHAUSTED,
    /** This client has as many connections as one may have. */
    CLIENT_EXHAUSTED,
    /** A message doesn't start as a KMIP request does. */
    NOT_A_REQUEST,
    /** A message announces more bytes than allowed. */
    MESSAGE_TOO_LONG,
    /** Half a message came, and the rest didn't in time. */
    READ_TIMEOUT,
    /** The peer doesn't read its answers. */
    WRITE_TIMEOUT,
    /** Half messages of all peers together hold as much memory as they may. */
    MEMORY_EXHAUSTED,
    /** An HTTP request is for a path at which nothing is served. */
    PATH_UNKNOWN,
    /** An HTTP request has a method that is not served at its path. */
    METHOD_UNKNOWN,
    /** An HTTP request has a body of a type that is not served. */
    TYPE_UNKNOWN,
    /** An HTTP request needs a token, and has none. */
    TOKEN_MISSING,
    /** An HTTP request has a token that is unknown, expired or revoked. */
    TOKEN_REFUSED,
    /** There are so many of the five before that not all are recorded; these get no answer. */
    REQUESTS_EXHAUSTED;

    /**
     * Why nobody is known by a certificate that TLS has verified. A resumed session doesn't ask the
     * trust manager again: the certificate may have expired since.
     */
    public static Refusal ofUnknown(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().isBefore(Instant.now())
                ? CERTIFICATE_EXPIRED
                : CLIENT_UNKNOWN;
    }
}
