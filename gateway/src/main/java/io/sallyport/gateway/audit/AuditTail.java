package io.sallyport.gateway.audit;

import io.sallyport.hsm.object.Sha256;

/**
 * Where a log ends.
 *
 * @param nextSequence the sequence that the next entry gets
 * @param hash hash of the last entry, or of the origin if there is none
 */
public record AuditTail(long nextSequence, Sha256 hash) {}
