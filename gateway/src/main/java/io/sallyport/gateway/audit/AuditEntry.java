package io.sallyport.gateway.audit;

import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.hsm.object.Sha256;

/**
 * An entry of the audit log.
 *
 * @param sequence its place in the log, from 1
 * @param previous hash of the entry before it, or of the log's origin
 * @param node the node that wrote it
 */
public record AuditEntry(long sequence, Sha256 previous, String node, AuditEvent event) {}
