package io.sallyport.gateway.port;

import java.security.cert.X509Certificate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;

/**
 * Knows the certificates of clients, and has new ones signed by the built-in authority. Safe for
 * every thread; answers without waiting but where it returns a future.
 */
public interface ProvisioningPort {

    /** The client's certificates that are not revoked, the oldest first, expired ones too. */
    List<EnrolledCertificate> certificates(String client);

    /**
     * Whether a certificate is enrolled, for whomever and revoked or not.
     *
     * @param fingerprint SHA-256 in lower-case hexadecimal
     */
    boolean isEnrolled(String fingerprint);

    /** Why no client can be known by this certificate, as a constant text; null if one can. */
    @Nullable
    String refusal(X509Certificate certificate);

    /**
     * A certificate that the built-in authority issues. The future completes on the caller's
     * context; it fails with {@link NoAuthorityException} if the authority is not there, and with
     * {@link UnfitKeyException} for a key that no client may have.
     *
     * @param client enrolled name of the client; nothing else is in the subject
     * @param publicKey SubjectPublicKeyInfo in DER, whose private key the client has
     */
    Future<X509Certificate> issue(String client, byte[] publicKey);

    /** Takes over a change that is committed. */
    void committed(ClientChange change);

    /** This server issues no certificates: the key of the authority is not there. */
    final class NoAuthorityException extends Exception {
        private static final long serialVersionUID = 1L;

        /** No more is known of it. */
        public NoAuthorityException() {
            super("The key of the authority is not there.", null, false, false);
        }
    }

    /** No client may have such a key. */
    final class UnfitKeyException extends Exception {
        private static final long serialVersionUID = 1L;

        /** With a constant text for the client. */
        public UnfitKeyException(String text) {
            super(text, null, false, false);
        }

        /** What the client is told. */
        public String text() {
            return String.valueOf(getMessage());
        }
    }

    /** No client is known, and nothing is issued. */
    ProvisioningPort NONE = new ProvisioningPort() {
        @Override
        public List<EnrolledCertificate> certificates(String client) {
            return List.of();
        }

        @Override
        public boolean isEnrolled(String fingerprint) {
            return false;
        }

        @Override
        public String refusal(X509Certificate certificate) {
            return "Nobody is known by a certificate here.";
        }

        @Override
        public Future<X509Certificate> issue(String client, byte[] publicKey) {
            return Future.failedFuture(new NoAuthorityException());
        }

        @Override
        public void committed(ClientChange change) {
            // Nothing is kept.
        }
    };
}
