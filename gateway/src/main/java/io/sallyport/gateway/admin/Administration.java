package io.sallyport.gateway.admin;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.StoredToken;
import io.sallyport.gateway.port.UserPort;

/**
 * What the operator does apart from keys. Each act is in the audit log before it returns. Calls
 * wait: not for event loops.
 */
public interface Administration {

    /** Every certificate that was ever enrolled. */
    List<EnrolledCertificate> clients() throws AdminException;

    /** Makes a certificate known: from now on its owner is served. */
    void enrol(EnrolledCertificate certificate) throws AdminException;

    /** Refuses a client with all its certificates, for ever. */
    void revoke(String client) throws AdminException;

    /** Every user of every partition. */
    List<EnrolledUser> users() throws AdminException;

    /** Makes a user known. */
    void addUser(EnrolledUser user) throws AdminException;

    /** Forgets a user; the objects that it made stay, out of reach of clients. */
    void removeUser(String partition, UserPort.Kind kind, String name) throws AdminException;

    /** Every token that was ever made. */
    List<StoredToken> tokens() throws AdminException;

    /** Makes a token known: from now on whoever shows it is served. */
    void addToken(StoredToken token) throws AdminException;

    /**
     * Gives a token another end, also one that has expired.
     *
     * @param expires in seconds since 1970; null for never
     */
    void renewToken(String name, @Nullable Long expires) throws AdminException;

    /** Refuses a token for ever. */
    void revokeToken(String name) throws AdminException;

    /** Walks over the whole audit log. */
    AuditSummary verifyAudit() throws AdminException;
}
