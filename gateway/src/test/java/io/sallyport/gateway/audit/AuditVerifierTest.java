package io.sallyport.gateway.audit;

import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.OpenStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.gateway.audit.AuditFlaw.Kind;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.store.OpenStore;
import io.sallyport.gateway.store.Store;

/** The log holds 30 entries in 10 bundles of three: 1-3, 4-6, and so on. */
class AuditVerifierTest {
    @TempDir
    Path directory;

    private void write() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            for (int i = 0; i < 10; i++) {
                await(open.journal.commit(new Submission(List.of(), List.of(event("Get", "a" + i),
                        event("Encrypt", "b" + i), event("Decrypt", "c" + i)))));
            }
        }
    }

    private AuditReport verify() throws Exception {
        try (Store store = Store.open(directory.resolve("sallyport.db"), OpenStore.DOMAIN)) {
            return new AuditVerifier(store.readers(), OpenStore.DOMAIN).verify();
        }
    }

    @Test
    void soundLogIsReportedWithItsEnds() throws Exception {
        assertThat(verify()).isEqualTo(new AuditReport(0, null, null, null));
        write();
        AuditReport report = verify();
        assertThat(report.intact()).isTrue();
        assertThat(report.exitCode()).isZero();
        assertThat(report.entries()).isEqualTo(30);
        try (Store store = Store.open(directory.resolve("sallyport.db"), OpenStore.DOMAIN)) {
            AuditReader reader = new AuditReader(store.readers(), OpenStore.DOMAIN);
            assertThat(reader.tail())
                    .isEqualTo(new AuditTail(31, Objects.requireNonNull(report.lastHash())));
            assertThat(reader.page(2, 1).getFirst().previous()).isEqualTo(report.firstHash());
        }
    }

    @Test
    void readerPagesThroughTheEntries() throws Exception {
        write();
        try (Store store = Store.open(directory.resolve("sallyport.db"), OpenStore.DOMAIN)) {
            AuditReader reader = new AuditReader(store.readers(), OpenStore.DOMAIN);
            assertThat(reader.page(0, 100)).extracting(AuditEntry::sequence)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 30)
                            .mapToObj(Long::valueOf).toList());
            List<AuditEntry> page = reader.page(5, 4);
            assertThat(page).extracting(AuditEntry::sequence).containsExactly(5L, 6L, 7L, 8L);
            assertThat(page.getFirst().event()).isEqualTo(event("Encrypt", "b1"));
            assertThat(page.getFirst().node()).isEqualTo(OpenStore.NODE);
            assertThat(reader.page(31, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM audit_bundle WHERE first_sequence = 13 | 13 | GAP
            DELETE FROM audit_bundle WHERE first_sequence = 1 | 1 | GAP
            UPDATE audit_bundle SET leaf_count = 2 WHERE first_sequence = 13 | 14 | BUNDLE
            UPDATE audit_bundle SET leaf_count = 4 WHERE first_sequence = 13 | 16 | BUNDLE
            UPDATE audit_bundle SET leaf_count = 0 WHERE first_sequence = 13 | 13 | BUNDLE
            UPDATE audit_bundle SET leaves = substr(leaves, 1, length(leaves) - 9) \
            WHERE first_sequence = 13 | 15 | BUNDLE
            UPDATE audit_bundle SET leaves = substr(leaves, 3 + length(leaves) / 3) \
            WHERE first_sequence = 13 | 13 | LEAF
            UPDATE audit_bundle SET last_hash = zeroblob(32) WHERE first_sequence = 13 | 15 | CHAIN
            UPDATE audit_bundle SET previous_hash = zeroblob(32) \
            WHERE first_sequence = 13 | 13 | CHAIN
            UPDATE audit_bundle SET previous_hash = x'01' WHERE first_sequence = 13 | 13 | CHAIN
            UPDATE audit_bundle SET leaves = (SELECT leaves FROM audit_bundle WHERE \
            first_sequence = 16) WHERE first_sequence = 13 | 13 | GAP
            UPDATE audit_bundle SET first_sequence = 99 WHERE first_sequence = 13 | 13 | GAP
            UPDATE audit_bundle SET first_sequence = 14 WHERE first_sequence = 13 | 13 | GAP
            """)
    void firstBadSequenceIsNamed(String sql, long sequence, Kind kind) throws Exception {
        write();
        assertThat(OpenStore.tamper(directory, sql)).isEqualTo(1);
        assertFlaw(verify(), sequence, kind);
    }

    @Test
    void everyChangedByteIsFoundInItsEntryOrTheNext() throws Exception {
        write();
        byte[] leaves;
        try (Store store = Store.open(directory.resolve("sallyport.db"), OpenStore.DOMAIN);
                Connection connection = store.readers().getConnection()) {
            leaves = AuditLog.holding(connection, 13).getFirst().leaves();
        }
        int second = Short.BYTES + ByteBuffer.wrap(leaves).getShort();
        int third = second + Short.BYTES + ByteBuffer.wrap(leaves).getShort(second);
        try (Store store = Store.open(directory.resolve("sallyport.db"), OpenStore.DOMAIN)) {
            AuditVerifier verifier = new AuditVerifier(store.readers(), OpenStore.DOMAIN);
            for (int at = 0; at < leaves.length; at += 5) {
                byte[] changed = leaves.clone();
                changed[at] ^= 0x11;
                OpenStore.tamper(directory,
                        "UPDATE audit_bundle SET leaves = ? WHERE first_sequence = 13", changed);
                AuditFlaw flaw = Objects.requireNonNull(verifier.verify().flaw(), "byte " + at);
                long changedEntry = at < second ? 13 : at < third ? 14 : 15;
                assertThat(flaw.sequence()).as("byte %d", at)
                        .isBetween(Math.max(13, changedEntry - 1), changedEntry);
            }
        }
    }

    @Test
    void changedTextIsNamedExactly() throws Exception {
        write();
        OpenStore.tamper(directory, """
                UPDATE audit_bundle SET leaves = CAST(replace(leaves, 'b4', 'b5') AS BLOB)
                WHERE first_sequence = 13""");
        AuditReport report = verify();
        if (report.intact()) {
            throw new AssertionError("The change was not found.");
        }
        assertFlaw(report, 14, Kind.CHAIN);
    }

    @Test
    void logOfAnotherDomainIsNamed() throws Exception {
        write();
        try (Store store = Store.open(directory.resolve("sallyport.db"), OpenStore.DOMAIN)) {
            AuditReport report = new AuditVerifier(store.readers(), "other").verify();
            assertFlaw(report, 1, Kind.CHAIN);
        }
    }

    /** What a chain alone can't show, and why the last hash is to be noted elsewhere. */
    @Test
    void logWithoutItsEndIsSound() throws Exception {
        write();
        AuditReport before = verify();
        OpenStore.tamper(directory, "DELETE FROM audit_bundle WHERE first_sequence = 28");
        AuditReport after = verify();
        assertThat(after.intact()).isTrue();
        assertThat(after.entries()).isEqualTo(27);
        assertThat(after.lastHash()).isNotEqualTo(before.lastHash());
    }

    @Test
    void readerRefusesAChangedBundle() throws Exception {
        write();
        OpenStore.tamper(directory,
                "UPDATE audit_bundle SET last_hash = zeroblob(32) WHERE first_sequence = 13");
        try (Store store = Store.open(directory.resolve("sallyport.db"), OpenStore.DOMAIN)) {
            AuditReader reader = new AuditReader(store.readers(), OpenStore.DOMAIN);
            assertThat(reader.page(1, 12)).hasSize(12);
            assertThatThrownBy(() -> reader.page(13, 1)).isInstanceOf(AuditFlawException.class);
        }
    }

    private static void assertFlaw(AuditReport report, long sequence, Kind kind) {
        assertThat(report.exitCode()).isEqualTo(1);
        AuditFlaw flaw = Objects.requireNonNull(report.flaw());
        assertThat(flaw.sequence()).as(flaw.sentence()).isEqualTo(sequence);
        assertThat(flaw.kind()).as(flaw.sentence()).isEqualTo(kind);
        assertThat(report.entries()).isLessThan(sequence);
    }
}
