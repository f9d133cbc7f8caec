package io.sallyport.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.audit.AuditLeaf.MalformedLeafException;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.hsm.object.Sha256;

class AuditLeafTest {
    private static final String DOMAIN = "example-domain";
    private static final AuditEvent FIRST = new AuditEvent(1_763_900_000_123L, "ledger",
            "ab".repeat(32), "192.0.2.1:50000", "payments", "Encrypt", "k1", Outcome.SUCCESS, null,
            true, false, "run 7");
    private static final AuditEvent SECOND = new AuditEvent(1_763_900_000_124L, "-", null, "local",
            null, "Größe", null, Outcome.DENIED, "Permission Denied", false, true, null);

    @Test
    void vectorsOfTheSpecificationHold() throws Exception {
        List<String> vectors = Files.readAllLines(
                Path.of(System.getProperty("sallyport.root"), "docs/spec/audit-log.md"));
        AuditBundleWriter writer = new AuditBundleWriter("node-1", AuditLog.origin(DOMAIN));
        writer.append(FIRST);
        writer.append(SECOND);
        AuditBundle bundle = writer.bundle();
        byte[] leaves = bundle.leaves();
        int firstLength = ByteBuffer.wrap(leaves).getShort();
        assertThat(vectors).contains("origin: " + AuditHash.origin(DOMAIN),
                "leaf 1: " + hex(Arrays.copyOfRange(leaves, 2, 2 + firstLength)),
                "leaf 2: " + hex(Arrays.copyOfRange(leaves, 4 + firstLength, leaves.length)),
                "hash 1: " + AuditLeaf.decode(
                        ByteBuffer.wrap(leaves, 4 + firstLength, leaves.length - 4 - firstLength))
                        .previous(),
                "hash 2: " + hex(bundle.lastHash()));
    }

    @Test
    void entryIsReadAsItWasWritten() throws Exception {
        for (AuditEvent event : List.of(FIRST, SECOND)) {
            AuditEntry entry = AuditLeaf.decode(encode(event));
            assertThat(entry).isEqualTo(
                    new AuditEntry(7, Sha256.of(new byte[Sha256.BYTES]), "node-1", event));
        }
    }

    @Test
    void longTextIsCutAtACharacter() throws Exception {
        AuditEvent event = new AuditEvent(1, "ä".repeat(5_000), null, "local", null, "Get", null,
                Outcome.FAILED, null, false, false, "x".repeat(1_024));
        AuditEvent read = AuditLeaf.decode(encode(event)).event();
        assertThat(read.actor()).isEqualTo("ä".repeat(510) + "…");
        assertThat(read.correlation()).isEqualTo("x".repeat(1_024));
    }

    @Test
    void everyTruncationIsRefused() {
        ByteBuffer leaf = encode(FIRST);
        for (int length = 0; length < leaf.limit(); length++) {
            ByteBuffer cut = leaf.slice(0, length);
            assertThatThrownBy(() -> AuditLeaf.decode(cut))
                    .isInstanceOf(MalformedLeafException.class);
        }
    }

    @Test
    void otherEncodingsAreRefused() {
        assertMalformed(0, 2, "version");
        assertMalformed(49, 0, "outcome");
        assertMalformed(49, 5, "outcome");
        assertMalformed(50, 4, "flags");
        assertMalformed(51, 0x40, "too long");
        assertMalformed(53, 0xC0, "UTF-8");
        ByteBuffer longer = ByteBuffer.allocate(AuditLeaf.BYTES_MAX).put(encode(FIRST))
                .put((byte) 0).flip();
        assertThatThrownBy(() -> AuditLeaf.decode(longer))
                .hasMessageContaining("longer than its fields");
    }

    private static void assertMalformed(int at, int value, String why) {
        ByteBuffer leaf = encode(FIRST).put(at, (byte) value);
        assertThatThrownBy(() -> AuditLeaf.decode(leaf)).isInstanceOf(MalformedLeafException.class)
                .hasMessageContaining(why);
    }

    private static ByteBuffer encode(AuditEvent event) {
        ByteBuffer leaf = ByteBuffer.allocate(AuditLeaf.BYTES_MAX);
        AuditLeaf.encode(7, new byte[Sha256.BYTES], "node-1", event, leaf);
        return leaf.flip();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
