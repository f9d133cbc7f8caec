package io.sallyport.gateway.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.hsm.object.Sha256;

/**
 * Chains the events of a group onto the log. The log moves on only when {@link #committed()} says
 * that the bundle is durable. Belongs to one thread.
 */
public final class AuditBundleWriter {
    private static final int FIRST_BUFFER_BYTES = 64 * 1024;

    private final String node;
    private final AuditHash hash = new AuditHash();
    private final byte[] lastHash = new byte[Sha256.BYTES];
    private AuditTail tail;
    private ByteBuffer leaves = ByteBuffer.allocate(FIRST_BUFFER_BYTES);
    private int count;

    /**
     * A writer that continues a log.
     *
     * @param node name of this node, in every leaf
     */
    public AuditBundleWriter(String node, AuditTail tail) {
        this.node = node;
        this.tail = tail;
        discard();
    }

    /** Where the log ends as far as it is durable. */
    public AuditTail tail() {
        return tail;
    }

    /** Whether no event was appended since the last commit. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Bytes of the leaves appended since the last commit. */
    public int pendingBytes() {
        return leaves.position();
    }

    /** Appends a leaf for this event. */
    public void append(AuditEvent event) {
        if (leaves.remaining() < Short.BYTES + AuditLeaf.BYTES_MAX) {
            leaves = ByteBuffer.allocate(leaves.capacity() * 2).put(leaves.flip());
        }
        int start = leaves.position() + Short.BYTES;
        leaves.position(start);
        AuditLeaf.encode(tail.nextSequence() + count, lastHash, node, event, leaves);
        int length = leaves.position() - start;
        leaves.putShort(start - Short.BYTES, (short) length);
        hash.leaf(leaves.array(), start, length, lastHash);
        count++;
    }

    /** The bundle of all appended leaves; there is at least one. */
    public AuditBundle bundle() {
        return new AuditBundle(tail.nextSequence(), count, tail.hash().toByteArray(),
                lastHash.clone(), Arrays.copyOf(leaves.array(), leaves.position()));
    }

    /** The bundle is durable: the next leaf follows it. */
    public void committed() {
        tail = new AuditTail(tail.nextSequence() + count, Sha256.of(lastHash));
        discard();
    }

    /** The bundle was not stored: forgets the appended leaves. */
    public void discard() {
        count = 0;
        leaves.clear();
        System.arraycopy(tail.hash().toByteArray(), 0, lastHash, 0, Sha256.BYTES);
    }
}
