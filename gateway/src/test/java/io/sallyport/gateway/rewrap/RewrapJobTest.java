package io.sallyport.gateway.rewrap;

import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.OpenStore.failure;
import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static io.sallyport.gateway.store.SealedFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.audit.AuditEntry;
import io.sallyport.gateway.audit.AuditReader;
import io.sallyport.gateway.audit.AuditVerifier;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.gateway.store.OpenStore;
import io.sallyport.gateway.store.SealedFixture;
import io.sallyport.gateway.store.TermStore;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;

/** Re-wrapping on a real store and journal, with an engine in memory. */
class RewrapJobTest {
    private static final int OBJECTS = 25;
    private static final Pace TENS = new Pace(10, 1 << 20, 0, Duration.ofMillis(1),
            Duration.ofMinutes(10), Duration.ofMillis(1), Duration.ofMillis(5));

    @TempDir
    Path directory;

    private final MemoryRewrap engine = new MemoryRewrap();

    private RewrapJob job(OpenStore open) {
        return RewrapJob.start(new TermStore(open.store), engine, open.journal,
                open.journal::queued, Clock.systemUTC(), TENS);
    }

    private static Progress untilDone(RewrapJob job) {
        job.ask();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !job.progress().running());
        return job.progress();
    }

    private static void fill(OpenStore open) {
        for (int i = 0; i < OBJECTS; i++) {
            open.insert(object("k" + i, Attribute.name("n" + i)));
        }
    }

    private static Map<Integer, Long> counts(OpenStore open) throws Exception {
        return new TermStore(open.store).counts();
    }

    private static StoredObject found(OpenStore open, String id) {
        return await(open.objects.find(PARTITION, id)).orElseThrow();
    }

    private static List<AuditEvent> leaves(OpenStore open) throws Exception {
        assertThat(new AuditVerifier(open.store.readers(), OpenStore.DOMAIN).verify().intact())
                .isTrue();
        return new AuditReader(open.store.readers(), OpenStore.DOMAIN).page(1, 10_000).stream()
                .map(AuditEntry::event).filter(event -> event.operation().equals("Rewrap"))
                .toList();
    }

    private static StoredObject next(StoredObject before, int term) {
        return SealedFixture.seal(term, SealedFixture.header(before.id(),
                before.header().version() + 1, KeyState.DEACTIVATED, before.attributes()),
                before.attributes());
    }

    private static void update(OpenStore open, StoredObject next) {
        await(open.journal.commit(new Submission(List.of(new Change.Update(next)),
                List.of(OpenStore.event("Revoke", next.id())))));
    }

    @Test
    void everythingIsSealedAnewWithOneLeafForEachBatch() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            fill(open);
            StoredObject cached = found(open, "k3");
            try (RewrapJob job = job(open)) {
                Progress progress = untilDone(job);
                assertThat(progress.done()).isEqualTo(OBJECTS);
                assertThat(progress.left()).isZero();
            }
            assertThat(counts(open)).containsExactly(Map.entry(2, (long) OBJECTS));
            assertThat(leaves(open)).extracting(AuditEvent::objectId).containsExactly(
                    "10 objects, term 1 to 2", "10 objects, term 1 to 2",
                    "5 objects, term 1 to 2");
            StoredObject anew = found(open, "k3");
            assertThat(anew.wrapped().term()).isEqualTo(2);
            assertThat(anew.header()).isEqualTo(cached.header());
            assertThat(anew.digest()).isEqualTo(cached.digest());
        }
        try (OpenStore open = OpenStore.at(directory)) {
            for (int i = 0; i < OBJECTS; i++) {
                assertThat(found(open, "k" + i).wrapped().term()).isEqualTo(2);
                assertThat(found(open, "k" + i).attributes().names()).containsExactly("n" + i);
            }
        }
    }

    @Test
    void whatSomebodyChangedMeanwhileIsLeftAsItIs() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            fill(open);
            AtomicBoolean once = new AtomicBoolean(true);
            engine.meanwhile = objects -> {
                if (once.getAndSet(false)) {
                    update(open, next(found(open, "k4"), 2));
                }
            };
            try (RewrapJob job = job(open)) {
                assertThat(untilDone(job).left()).isZero();
            }
            assertThat(found(open, "k4").header().version()).isEqualTo(2);
            assertThat(found(open, "k4").header().state()).isEqualTo(KeyState.DEACTIVATED);
            assertThat(counts(open)).containsExactly(Map.entry(2, (long) OBJECTS));
        }
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(found(open, "k4").header().version()).isEqualTo(2);
        }
    }

    @Test
    void aChangeThatWasSealedBeforeTheRotationIsFoundInTheNextWalk() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            fill(open);
            AtomicReference<String> late = new AtomicReference<>("k4");
            engine.meanwhile = objects -> {
                String id = late.getAndSet("");
                if (!id.isEmpty()) {
                    update(open, next(found(open, id), 1));
                }
            };
            try (RewrapJob job = job(open)) {
                assertThat(untilDone(job).left()).isZero();
            }
            assertThat(found(open, "k4").header().version()).isEqualTo(2);
            assertThat(found(open, "k4").wrapped().term()).isEqualTo(2);
            assertThat(counts(open)).containsExactly(Map.entry(2, (long) OBJECTS));
        }
    }

    @Test
    void whatIsNotAuthenticStaysAndIsAudited() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            fill(open);
            engine.notAuthentic.add("k7");
            OpenStore.tamper(directory, "UPDATE object SET blob = x'00' WHERE id = 'k9'");
            OpenStore.tamper(directory, "UPDATE object SET term = 0 WHERE id = 'k11'");
            try (RewrapJob job = job(open)) {
                Progress progress = untilDone(job);
                assertThat(progress.refused()).isEqualTo(3);
                assertThat(progress.left()).isEqualTo(3);
            }
            assertThat(counts(open)).isEqualTo(Map.of(0, 1L, 1, 2L, 2, OBJECTS - 3L));
            assertThat(leaves(open)).filteredOn(event -> event.outcome() == Outcome.FAILED)
                    .extracting(AuditEvent::objectId).contains("k7", "k9", "k11");
        }
    }

    @Test
    void anEngineThatGoesAwayIsWaitedFor() throws Exception {
        engine.absences.set(2);
        engine.breaks.set(2);
        try (OpenStore open = OpenStore.at(directory)) {
            fill(open);
            try (RewrapJob job = job(open)) {
                Progress progress = untilDone(job);
                assertThat(progress.left()).isZero();
                assertThat(progress.trouble()).isNull();
            }
            assertThat(counts(open)).containsExactly(Map.entry(2, (long) OBJECTS));
        }
    }

    @Test
    void itStopsInTheMiddleAndAnotherOneGoesOn() throws Exception {
        CountDownLatch inTheSecond = new CountDownLatch(2);
        CountDownLatch closing = new CountDownLatch(1);
        try (OpenStore open = OpenStore.at(directory)) {
            fill(open);
            engine.meanwhile = objects -> {
                inTheSecond.countDown();
                if (inTheSecond.getCount() == 0) {
                    try {
                        closing.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            };
            RewrapJob job = job(open);
            inTheSecond.await();
            Thread closer = Thread.ofPlatform().start(job::close);
            // The closer waits for the batch on its way, and no other batch begins.
            Awaitility.await().until(() -> closer.getState() == Thread.State.WAITING);
            closing.countDown();
            closer.join();
            assertThat(counts(open)).isEqualTo(Map.of(1, 5L, 2, 20L));
        }
        engine.meanwhile = objects -> {};
        try (OpenStore open = OpenStore.at(directory)) {
            try (RewrapJob job = job(open)) {
                assertThat(untilDone(job).done()).isEqualTo(5);
            }
            assertThat(counts(open)).containsExactly(Map.entry(2, (long) OBJECTS));
        }
    }

    @Test
    void nothingIsDoneWhileTheTermIsInForce() throws Exception {
        engine.term.set(1);
        try (OpenStore open = OpenStore.at(directory)) {
            fill(open);
            try (RewrapJob job = job(open)) {
                assertThat(untilDone(job).done()).isZero();
            }
            assertThat(leaves(open)).isEmpty();
        }
    }

    @Test
    void nothingIsStoredUnderATermBehindTheFence() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("old"));
            open.store.termFence().close(1);
            assertThat(failure(open.journal.commit(OpenStore.insertion(object("late")))))
                    .isInstanceOfSatisfying(ConflictException.class,
                            conflict -> assertThat(conflict.kind())
                                    .isEqualTo(ConflictException.Kind.VERSION));
            StoredObject anew = SealedFixture.seal(2,
                    SealedFixture.header("new", 1, KeyState.ACTIVE, AttributeList.of()),
                    AttributeList.of());
            open.insert(anew);
            await(open.journal.commit(new Submission(List.of(new Change.Remove(object("old"))),
                    List.of(OpenStore.event("Obliterate", "old")))));
            open.store.termFence().open(1);
            open.insert(object("late"));
            assertThat(counts(open)).isEqualTo(Map.of(1, 1L, 2, 1L));
        }
    }
}
