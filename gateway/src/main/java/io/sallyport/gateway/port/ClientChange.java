package io.sallyport.gateway.port;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** One change of the registry of clients. Committed with the audit leaf that tells of it. */
public sealed interface ClientChange {

    /**
     * Adds a certificate and, with its first one, the client. A known fingerprint is a conflict of
     * kind {@code ID}; a client that is revoked, or has another partition, role or profile, is a
     * conflict of kind {@code NAME}.
     */
    record Enrol(EnrolledCertificate certificate) implements ClientChange {}

    /**
     * Adds a certificate to a client that exists, at the client's own request. A known fingerprint
     * is a conflict of kind {@code ID}. It is a conflict of kind {@code VERSION} if the client is
     * revoked, if the presented certificate is not one that it may use, if one that gives way is
     * not there, or if the client would have more than {@link EnrolledCertificate#PER_CLIENT_MAX}
     * certificates that are not revoked.
     *
     * @param presented fingerprint of the certificate with which the client asks; it stays
     * @param givesWay fingerprints of the client's certificates of which nothing is kept
     */
    record Renew(EnrolledCertificate certificate, String presented, List<String> givesWay)
            implements
                ClientChange {

        /** A copy. */
        public Renew {
            givesWay = List.copyOf(givesWay);
        }
    }

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

    /** Adds a user; one that exists is a conflict of kind {@code NAME}. */
    record AddUser(EnrolledUser user) implements ClientChange {}

    /** Adds a credential; one that exists is a conflict of kind {@code ID}. */
    record AddCredential(StoredCredential credential) implements ClientChange {}

    /**
     * Makes a credential that of a user. One that does not exist, or is a user's already, is a
     * conflict of kind {@code VERSION}.
     */
    record BindCredential(String partition, String credentialId,
            String user) implements ClientChange {}

    /**
     * Adds a group; a name that exists is a conflict of kind {@code NAME}.
     *
     * @param created in seconds since 1970
     */
    record AddGroup(String partition, String id, String name,
            long created) implements ClientChange {}

    /** Removes a user, whose objects stay; one that does not exist is a conflict {@code VERSION}. */
    record RemoveUser(String partition, UserPort.Kind kind, String name) implements ClientChange {}

    /** Adds a token; a name that exists is a conflict of kind {@code NAME}. */
    record AddToken(StoredToken token) implements ClientChange {}

    /**
     * Revokes a token for ever. One that does not exist or is revoked already is a conflict of kind
     * {@code VERSION}.
     *
     * @param at in seconds since 1970
     */
    record RevokeToken(String name, long at) implements ClientChange {}

    /**
     * Gives a token another end. One that does not exist or is revoked is a conflict of kind
     * {@code VERSION}.
     *
     * @param expires in seconds since 1970; null for never
     */
    record RenewToken(String name, @Nullable Long expires) implements ClientChange {}

    /**
     * Replaces the rules of one kind of a partition.
     *
     * @param text as {@link StoredRule#text()}, or null to take them away
     */
    record SetRule(String partition, RuleKind kind, @Nullable String text)
            implements
                ClientChange {}
}
