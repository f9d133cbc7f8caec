package io.sallyport.gateway.journal;

import static io.sallyport.gateway.store.OpenStore.DOMAIN;
import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.OpenStore.event;
import static io.sallyport.gateway.store.OpenStore.failure;
import static io.sallyport.gateway.store.OpenStore.insertion;
import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static io.sallyport.gateway.store.SealedFixture.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.audit.AuditReport;
import io.sallyport.gateway.audit.AuditVerifier;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.gateway.store.ClientStore;
import io.sallyport.gateway.store.ObjectCache;
import io.sallyport.gateway.store.OpenStore;
import io.sallyport.gateway.store.Store;
import io.sallyport.gateway.store.StoreException;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.Attribute;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

class JournalTest {
    @TempDir
    Path directory;

    @Test
    void onlyTheConflictingSubmissionOfAGroupFails() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k0", Attribute.name("taken")));
            CountDownLatch go = holdWriter(open.journal);
            long before = verify(open.store).entries();
            int bundlesBefore = bundles(open.store);
            Future<Void> first = open.journal.commit(insertion(object("k1")));
            Future<Void> second = open.journal.commit(insertion(object("k2"),
                    object("k2b", Attribute.name("taken"))));
            Future<Void> third = open.journal.commit(insertion(object("k3")));
            go.countDown();
            await(first);
            await(third);
            assertConflict(second, ConflictException.Kind.NAME);
            assertThat(await(open.objects.find(PARTITION, "k1"))).isPresent();
            assertThat(await(open.objects.find(PARTITION, "k2"))).isEmpty();
            assertThat(await(open.objects.find(PARTITION, "k3"))).isPresent();
            assertThat(verify(open.store).entries()).isEqualTo(before + 2);
            assertThat(bundles(open.store)).isEqualTo(bundlesBefore + 1);
        }
    }

    @Test
    void eachKindOfConflictIsTold() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1", Attribute.name("a")));
            assertConflict(open.journal.commit(insertion(object("k1"))),
                    ConflictException.Kind.ID);
            assertConflict(open.journal.commit(insertion(object("k2", Attribute.name("a")))),
                    ConflictException.Kind.NAME);
            open.insert(object("k2", Attribute.name("A")));
            assertConflict(update(open, object("k1", 3, KeyState.ACTIVE)),
                    ConflictException.Kind.VERSION);
            assertConflict(update(open, object("unknown", 2, KeyState.ACTIVE)),
                    ConflictException.Kind.VERSION);
            await(update(open, object("k1", 2, KeyState.DESTROYED, Attribute.name("a"))));
            open.insert(object("k3", Attribute.name("a")));
            assertThat(verify(open.store).intact()).isTrue();
        }
    }

    @Test
    void attributesThatTheHeaderDoesNotBindAreNotStored() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            StoredObject bound = object("k1", Attribute.name("a"));
            StoredObject other = new StoredObject(bound.wrapped(),
                    object("k1").attributes(), bound.digest());
            assertThat(failure(open.journal.commit(insertion(other))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void fullQueueRefusesAndDropsNothing() throws Exception {
        try (OpenStore open = OpenStore.at(directory, new JournalLimits(3, 10, 10))) {
            CountDownLatch go = holdWriter(open.journal);
            List<Future<Void>> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                waiting.add(open.journal.commit(insertion(object("k" + i))));
            }
            assertKind(open.journal.commit(insertion(object("k9"))),
                    JournalException.Kind.OVERLOADED);
            go.countDown();
            waiting.forEach(OpenStore::await);
            open.insert(object("k9"));
        }
    }

    @Test
    void fullDiskFailsTheGroupAndTheJournalGoesOnWhenThereIsRoom() throws Exception {
        try (Store store = Store.open(directory.resolve("sallyport.db"), DOMAIN)) {
            Connection connection = store.openWriter();
            ObjectCache cache = new ObjectCache(1 << 20);
            execute(connection, "PRAGMA max_page_count = 60");
            try (Journal journal = Journal.open(connection, DOMAIN, store.termFence(), cache, "n",
                    JournalLimits.DEFAULT, failure -> {})) {
                int stored = 0;
                Future<Void> last = journal.commit(insertion(object("k0")));
                while (succeeded(last)) {
                    stored++;
                    last = journal.commit(insertion(object("k" + stored)));
                }
                assertKind(last, JournalException.Kind.STORE_FULL);
                assertThat(stored).isBetween(1, 1_000);
                assertThat(journal.failure()).isEmpty();
                assertThat(journal.trouble()).hasValueSatisfying(trouble -> assertThat(
                        trouble.kind()).isEqualTo(JournalException.Kind.STORE_FULL));
                assertThat(verify(store).entries()).isEqualTo(stored);
                execute(connection, "PRAGMA max_page_count = 100000");
                await(journal.commit(insertion(object("k" + stored))));
                assertThat(journal.trouble()).isEmpty();
                AuditReport report = verify(store);
                assertThat(report.intact()).isTrue();
                assertThat(report.entries()).isEqualTo(stored + 1);
            }
        }
    }

    @Test
    void failedCommitEndsWriting() throws Exception {
        try (Store store = Store.open(directory.resolve("sallyport.db"), DOMAIN)) {
            AtomicBoolean broken = new AtomicBoolean();
            CompletableFuture<JournalException> reported = new CompletableFuture<>();
            try (Journal journal = Journal.open(failingCommits(store.openWriter(), broken),
                    DOMAIN, store.termFence(), new ObjectCache(1 << 20), "n",
                    JournalLimits.DEFAULT, reported::complete)) {
                await(journal.commit(insertion(object("k1"))));
                broken.set(true);
                assertKind(journal.commit(insertion(object("k2"))),
                        JournalException.Kind.FAILED);
                broken.set(false);
                assertKind(journal.commit(insertion(object("k3"))),
                        JournalException.Kind.FAILED);
                assertThat(reported.get(5, TimeUnit.SECONDS))
                        .isSameAs(journal.failure().orElseThrow());
            }
            assertThat(verify(store).entries()).isEqualTo(1);
        }
    }

    @Test
    void lockedStoreFailsNothingButTheGroup() throws Exception {
        try (Store store = Store.open(directory.resolve("sallyport.db"), DOMAIN);
                Connection other = store.openWriter()) {
            Connection connection = store.openWriter();
            execute(connection, "PRAGMA busy_timeout = 1");
            try (Journal journal =
                    Journal.open(connection, DOMAIN, store.termFence(), new ObjectCache(1 << 20),
                            "n", JournalLimits.DEFAULT, failure -> {})) {
                execute(other, "BEGIN IMMEDIATE");
                assertKind(journal.commit(insertion(object("k1"))),
                        JournalException.Kind.STORE_BUSY);
                execute(other, "ROLLBACK");
                await(journal.commit(insertion(object("k1"))));
            }
        }
    }

    @Test
    void callersHearOnTheirOwnContexts() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (OpenStore open = OpenStore.at(directory)) {
            Set<Boolean> same = ConcurrentHashMap.newKeySet();
            CountDownLatch all = new CountDownLatch(200);
            for (int i = 0; i < 200; i++) {
                vertx.getOrCreateContext().runOnContext(start -> {
                    Thread loop = Thread.currentThread();
                    open.journal.commit(new Submission(List.of(), List.of(event("Get", "k"))))
                            .onComplete(done -> {
                                same.add(done.succeeded() && Thread.currentThread() == loop);
                                all.countDown();
                            });
                });
            }
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(same).containsExactly(true);
            assertThat(verify(open.store).entries()).isEqualTo(200);
        } finally {
            await(vertx.close());
        }
    }

    @Test
    void closeCommitsWhatWaitsAndRefusesTheRest() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            Future<Void> waiting = open.journal.commit(insertion(object("k1")));
            open.journal.close();
            await(waiting);
            assertKind(open.journal.commit(insertion(object("k2"))),
                    JournalException.Kind.CLOSED);
        }
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k2"));
            assertThat(verify(open.store).entries()).isEqualTo(2);
        }
    }

    @Test
    void unsoundEndOfTheLogIsNotContinued() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.record(3);
        }
        OpenStore.tamper(directory,
                "UPDATE audit_bundle SET last_hash = zeroblob(32) WHERE first_sequence = 3");
        assertThatThrownBy(() -> OpenStore.at(directory)).isInstanceOf(StoreException.class)
                .hasMessageContaining("Entry 3 of the audit log");
    }

    @Test
    void clientsAreEnrolledAndRevokedWithTheirLeaves() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            EnrolledCertificate first = certificate("ledger", "aa", null);
            EnrolledCertificate second = certificate("ledger", "bb", null);
            await(client(open, new ClientChange.Enrol(first)));
            await(client(open, new ClientChange.Enrol(second)));
            ClientStore clients = new ClientStore(open.store);
            assertThat(clients.certificates()).containsExactly(first, second);
            assertConflict(client(open, new ClientChange.Enrol(first)),
                    ConflictException.Kind.ID);
            assertConflict(client(open, new ClientChange.Enrol(new EnrolledCertificate("ledger",
                    "elsewhere", "CRYPTO_USER", "default", "cc", "1", 9, 1, null))),
                    ConflictException.Kind.NAME);
            await(client(open, new ClientChange.RevokeCertificate("aa", 5)));
            assertThat(clients.certificate("aa").orElseThrow().revokedAt()).isEqualTo(5);
            assertThat(clients.certificate("bb").orElseThrow().revokedAt()).isNull();
            await(client(open, new ClientChange.RevokeClient("ledger", 6)));
            assertThat(clients.certificatesOf("ledger"))
                    .containsExactly(certificate("ledger", "aa", 5L),
                            certificate("ledger", "bb", 6L));
            assertConflict(client(open, new ClientChange.Enrol(certificate("ledger", "dd", null))),
                    ConflictException.Kind.NAME);
            assertConflict(client(open, new ClientChange.RevokeClient("nobody", 6)),
                    ConflictException.Kind.VERSION);
            assertThat(clients.certificate("dd")).isEmpty();
            assertThat(verify(open.store).entries()).isEqualTo(4);
        }
    }

    @Test
    void aRenewalIsOneCommitWithItsObjectAndKeepsTwoCertificates() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            EnrolledCertificate shown = certificate("ledger", "aa", null);
            await(client(open, new ClientChange.Enrol(shown)));
            await(client(open, new ClientChange.Enrol(certificate("other", "ff", null))));
            ClientStore clients = new ClientStore(open.store);
            await(renewal(open, "k1", "bb", "aa"));
            assertThat(clients.certificatesOf("ledger")).containsExactly(shown,
                    certificate("ledger", "bb", null));
            long before = verify(open.store).entries();
            for (Future<Void> lost : List.of(renewal(open, "k2", "cc", "aa"),
                    renewal(open, "k2", "cc", "aa", "dd"), renewal(open, "k2", "cc", "ff", "bb"),
                    renewal(open, "k2", "cc", "aa", "ff"), renewal(open, "k2", "cc", "dd"),
                    renewal(open, "k2", "cc", "bb", "bb"))) {
                assertConflict(lost, ConflictException.Kind.VERSION);
            }
            assertConflict(renewal(open, "k2", "ff", "aa", "bb"), ConflictException.Kind.ID);
            assertThat(await(open.objects.find(PARTITION, "k2"))).isEmpty();
            assertThat(clients.certificatesOf("ledger")).hasSize(2);
            assertThat(verify(open.store).entries()).isEqualTo(before);
            await(renewal(open, "k2", "cc", "bb", "aa"));
            assertThat(clients.certificatesOf("ledger")).extracting(
                    EnrolledCertificate::fingerprint).containsExactly("bb", "cc");
            await(client(open, new ClientChange.RevokeClient("ledger", 6)));
            assertConflict(renewal(open, "k3", "dd", "cc", "bb"),
                    ConflictException.Kind.VERSION);
            assertThat(await(open.objects.find(PARTITION, "k3"))).isEmpty();
        }
    }

    private static Future<Void> renewal(OpenStore open, String object, String next, String shown,
            String... givesWay) {
        return open.journal.commit(new Submission(
                List.of(new Change.Insert(object(object))),
                List.of(new ClientChange.Renew(certificate("ledger", next, null), shown,
                        List.of(givesWay))),
                List.of(event("ReProvision", object))));
    }

    private static EnrolledCertificate certificate(String client, String fingerprint,
            @Nullable Long revokedAt) {
        return new EnrolledCertificate(client, PARTITION, "CRYPTO_USER", "default", fingerprint,
                "1", 9, 1, revokedAt);
    }

    private static Future<Void> client(OpenStore open, ClientChange change) {
        return open.journal.commit(new Submission(List.of(), List.of(change),
                List.of(event("Enrol Client", "ledger"))));
    }

    private static Future<Void> update(OpenStore open, StoredObject next) {
        return open.journal.commit(new Submission(List.of(new Change.Update(next)),
                List.of(event("Activate", next.id()))));
    }

    /** Lets the next submissions wait together: a caller without a context holds the writer. */
    private static CountDownLatch holdWriter(Journal journal) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        AtomicBoolean tooLate = new AtomicBoolean(true);
        while (tooLate.getAndSet(false)) {
            journal.commit(new Submission(List.of(), List.of(event("Get", "k"))))
                    .onComplete(done -> {
                        if (Thread.currentThread() == caller) {
                            tooLate.set(true);
                        } else {
                            held.countDown();
                            awaitUninterruptibly(go);
                        }
                    });
        }
        held.await();
        return go;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertConflict(Future<Void> commit, ConflictException.Kind kind) {
        assertThat(failure(commit)).isInstanceOfSatisfying(ConflictException.class,
                conflict -> assertThat(conflict.kind()).isEqualTo(kind));
    }

    private static void assertKind(Future<Void> commit, JournalException.Kind kind) {
        assertThat(failure(commit)).isInstanceOfSatisfying(JournalException.class,
                failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static boolean succeeded(Future<Void> commit) {
        return await(commit.transform(done -> Future.succeededFuture(done.succeeded())));
    }

    private static AuditReport verify(Store store) throws SQLException {
        return new AuditVerifier(store.readers(), DOMAIN).verify();
    }

    private static int bundles(Store store) throws SQLException {
        try (Connection connection = store.readers().getConnection();
                var count = connection.prepareStatement("SELECT COUNT(*) FROM audit_bundle");
                var row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** A connection whose COMMIT fails as a failed sync does, without telling what is on disk. */
    private static Connection failingCommits(Connection real, AtomicBoolean broken) {
        return proxy(Connection.class, real, (method, result, arguments) -> method
                .equals("prepareStatement") && arguments[0].equals("COMMIT")
                        ? proxy(PreparedStatement.class, (PreparedStatement) result,
                                (name, value, none) -> value, broken)
                        : result,
                new AtomicBoolean());
    }

    private static <T> T proxy(Class<T> type, T real, Wrapping wrapping, AtomicBoolean broken) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> {
                    if (broken.get() && method.getName().equals("execute")) {
                        throw new SQLException("disk I/O error");
                    }
                    try {
                        return wrapping.wrap(method.getName(), method.invoke(real, arguments),
                                arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private interface Wrapping {
        Object wrap(String method, Object result, Object[] arguments);
    }
}
