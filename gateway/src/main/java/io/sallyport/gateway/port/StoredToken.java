package io.sallyport.gateway.port;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A token by which an application proves who it is where it has no certificate. What is kept of it
 * does not give it back.
 *
 * @param name of the token in the audit log, unique in the domain
 * @param partition the tenant whose secrets it reaches
 * @param mounts the mounts that it reaches
 * @param readOnly whether it writes nothing
 * @param digest SHA-256 of the token, lower-case hexadecimal
 * @param created in seconds since 1970
 * @param expires in seconds since 1970; null for never
 * @param revokedAt in seconds since 1970; null if it is not revoked
 */
public record StoredToken(String name, String partition, List<String> mounts, boolean readOnly,
        String digest, long created, @Nullable Long expires, @Nullable Long revokedAt) {

    /** A copy. */
    public StoredToken {
        mounts = List.copyOf(mounts);
    }

    /** Whether it is good at this time. */
    public boolean isGoodAt(long epochSeconds) {
        Long end = expires;
        return revokedAt == null && (end == null || epochSeconds < end);
    }

    /** The same, with another end. */
    public StoredToken renewed(@Nullable Long until) {
        return new StoredToken(name, partition, mounts, readOnly, digest, created, until,
                revokedAt);
    }

    /** The same, revoked. */
    public StoredToken revoked(long at) {
        return new StoredToken(name, partition, mounts, readOnly, digest, created, expires, at);
    }
}
