package io.sallyport.gateway.port;

import org.jspecify.annotations.Nullable;

/**
 * A client certificate that was enrolled. A client may have several at a time, of one partition,
 * role and profile.
 *
 * @param client name of the client, unique within the domain, compared byte for byte
 * @param partition the tenant that the client belongs to
 * @param role name of the constant of {@code identity.Role}
 * @param profile name of the client's profile
 * @param fingerprint SHA-256 of the certificate in lower-case hexadecimal; unique
 * @param serial the certificate's serial number in lower-case hexadecimal
 * @param notAfter when the certificate expires, in seconds since 1970
 * @param created when it was enrolled, in seconds since 1970
 * @param revokedAt when it or its client was revoked, in seconds since 1970, or null
 */
public record EnrolledCertificate(String client, String partition, String role, String profile,
        String fingerprint, String serial, long notAfter, long created, @Nullable Long revokedAt) {

    /** Certificates of one client that may be in force at a time: the old and the new one. */
    public static final int PER_CLIENT_MAX = 2;

    /** The same certificate, refused from then on unless it was before. */
    public EnrolledCertificate revoked(long at) {
        return revokedAt != null
                ? this
                : new EnrolledCertificate(client, partition, role, profile, fingerprint, serial,
                        notAfter, created, at);
    }

    /** Another certificate of the same client, enrolled at that time. */
    public EnrolledCertificate succeededBy(String nextFingerprint, String nextSerial,
            long nextNotAfter, long at) {
        return new EnrolledCertificate(client, partition, role, profile, nextFingerprint,
                nextSerial, nextNotAfter, at, null);
    }
}
