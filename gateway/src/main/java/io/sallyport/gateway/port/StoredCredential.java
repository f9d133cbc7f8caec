package io.sallyport.gateway.port;

import org.jspecify.annotations.Nullable;

/**
 * A credential that an administrator made and with which a user can be made, once.
 *
 * @param partition the tenant that it belongs to
 * @param id its Unique Identifier
 * @param verifier the salted slow hash of a password, or the SHA-256 of a certificate
 * @param created when it was made, in seconds since 1970
 * @param user the user that was made with it, or null
 */
public record StoredCredential(String partition, String id, Kind kind, String verifier,
        long created, @Nullable String user) {

    /** What it is. */
    public enum Kind {
        /** A password. */
        PASSWORD,
        /** A certificate, which is kept and opens nothing by itself. */
        CERTIFICATE
    }

    /** The same after a user was made with it. */
    public StoredCredential of(String name) {
        return new StoredCredential(partition, id, kind, verifier, created, name);
    }

    /** Without the verifier: it is no password, but would allow to try some. */
    @Override
    public String toString() {
        return "StoredCredential[" + partition + "/" + id + "/" + kind + "]";
    }
}
