package io.sallyport.gateway.port;

/** One change of the registry of clients. Committed with the audit leaf that tells of it. */
public sealed interface ClientChange {

    /**
     * Adds a certificate and, with its first one, the client. A known fingerprint is a conflict of
     * kind {@code ID}; a client that is revoked, or has another partition, role or profile, is a
     * conflict of kind {@code NAME}.
     */
    record Enrol(EnrolledCertificate certificate) implements ClientChange {}

    /**
     * Revokes a client with all its certificates, for ever. A client that does not exist or is
     * revoked already is a conflict of kind {@code VERSION}.
     *
     * @param at in seconds since 1970
     */
    record RevokeClient(String client, long at) implements ClientChange {}

    /**
     * Revokes one certificate; the client keeps its others. A certificate that does not exist or
     * is revoked already is a conflict of kind {@code VERSION}.
     *
     * @param at in seconds since 1970
     */
    record RevokeCertificate(String fingerprint, long at) implements ClientChange {}
}
