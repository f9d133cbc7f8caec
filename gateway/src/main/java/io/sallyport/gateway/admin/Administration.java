package io.sallyport.gateway.admin;

import java.util.List;

import io.sallyport.gateway.port.EnrolledCertificate;

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

    /** Walks over the whole audit log. */
    AuditSummary verifyAudit() throws AdminException;
}
