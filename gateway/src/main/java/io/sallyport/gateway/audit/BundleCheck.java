package io.sallyport.gateway.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

import io.sallyport.gateway.audit.AuditFlaw.Kind;
import io.sallyport.gateway.audit.AuditLeaf.MalformedLeafException;
import io.sallyport.hsm.object.Sha256;

/**
 * Checks one bundle against the log before it: docs/spec/audit-log.md, section 5. Belongs to one
 * thread.
 */
final class BundleCheck {
    private final AuditHash hash = new AuditHash();

    /**
     * Where the log ends after this bundle.
     *
     * @param before where the log ended before it
     * @param entries gets each entry whose sequence and link to its predecessor are right
     */
    AuditTail check(AuditTail before, AuditBundle bundle, Consumer<AuditEntry> entries)
            throws AuditFlawException {
        long first = before.nextSequence();
        if (bundle.firstSequence() != first) {
            throw flaw(first, Kind.GAP, bundle.firstSequence() > first
                    ? "is missing; the next one that is there is " + bundle.firstSequence()
                    : "is there twice");
        }
        byte[] previous = before.hash().toByteArray();
        if (!Arrays.equals(bundle.previousHash(), previous)) {
            throw flaw(first, Kind.CHAIN, first == 1
                    ? "belongs to the log of another domain"
                    : "does not follow the entry before it: one of the two was rewritten");
        }
        if (bundle.count() < 1) {
            throw flaw(first, Kind.BUNDLE, "stands in a bundle that says it is empty");
        }
        ByteBuffer leaves = ByteBuffer.wrap(bundle.leaves());
        for (long sequence = first; sequence < first + bundle.count(); sequence++) {
            ByteBuffer leaf = next(leaves, sequence);
            AuditEntry entry = decode(leaf, sequence);
            if (!Arrays.equals(entry.previous().toByteArray(), previous)) {
                throw flaw(Math.max(first, sequence - 1), Kind.CHAIN,
                        "was changed, or its successor's link to it");
            }
            entries.accept(entry);
            hash.leaf(leaf.array(), leaf.arrayOffset(), leaf.capacity(), previous);
        }
        long last = first + bundle.count() - 1;
        if (leaves.hasRemaining()) {
            throw flaw(last, Kind.BUNDLE, "is followed by bytes that its bundle does not count");
        }
        if (!Arrays.equals(bundle.lastHash(), previous)) {
            throw flaw(last, Kind.CHAIN, "does not have the hash that its bundle says");
        }
        return new AuditTail(last + 1, Sha256.of(previous));
    }

    private static ByteBuffer next(ByteBuffer leaves, long sequence) throws AuditFlawException {
        int length = leaves.remaining() < Short.BYTES
                ? Integer.MAX_VALUE
                : Short.toUnsignedInt(leaves.getShort());
        if (length > leaves.remaining()) {
            throw flaw(sequence, Kind.BUNDLE, "is missing from its bundle or cut short");
        }
        ByteBuffer leaf = leaves.slice(leaves.position(), length);
        leaves.position(leaves.position() + length);
        return leaf;
    }

    private static AuditEntry decode(ByteBuffer leaf, long sequence) throws AuditFlawException {
        AuditEntry entry;
        try {
            entry = AuditLeaf.decode(leaf.duplicate());
        } catch (MalformedLeafException malformed) {
            throw flaw(sequence, Kind.LEAF, "can't be read: " + malformed.getMessage());
        }
        if (entry.sequence() != sequence) {
            throw flaw(sequence, Kind.GAP,
                    "is missing; in its place stands entry " + entry.sequence());
        }
        return entry;
    }

    private static AuditFlawException flaw(long sequence, Kind kind, String clause) {
        return new AuditFlawException(new AuditFlaw(sequence, kind,
                "Entry " + sequence + " of the audit log " + clause + "."));
    }
}
