/**
 * The audit log: one canonical leaf for each operation, chained by hash, stored in bundles. The
 * format is docs/spec/audit-log.md.
 *
 * <p>It must not know who writes the log or why; it reads and forms bytes. Start at {@link
 * io.sallyport.gateway.audit.AuditLeaf}, then {@link io.sallyport.gateway.audit.AuditVerifier}.
 */
@NullMarked
package io.sallyport.gateway.audit;

import org.jspecify.annotations.NullMarked;
