package io.sallyport.gateway.store;

import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.OpenStore.failure;
import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static io.sallyport.gateway.store.SealedFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

class ObjectStoreTest {
    @TempDir
    Path directory;

    @Test
    void cachedObjectIsACompletedFuture() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            StoredObject master = object("k1", Attribute.name("master"));
            open.insert(master);
            Future<Optional<StoredObject>> found = open.objects.find(PARTITION, "k1");
            assertThat(found.isComplete()).isTrue();
            assertThat(found.result()).get().extracting(StoredObject::wrapped)
                    .isEqualTo(master.wrapped());
            assertThat(open.engine.verified()).isZero();
        }
    }

    @Test
    void storedObjectIsVerifiedOnceAfterARestart() throws Exception {
        StoredObject master = object("k1", Attribute.name("master"),
                Attribute.vendor("x", "wallet", "7"));
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(master);
        }
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(open.cache.size()).isZero();
            StoredObject found = await(open.objects.find(PARTITION, "k1")).orElseThrow();
            assertThat(found.wrapped()).isEqualTo(master.wrapped());
            assertThat(found.digest()).isEqualTo(master.digest());
            assertThat(found.attributes().names()).containsExactly("master");
            assertThat(open.objects.find(PARTITION, "k1").isComplete()).isTrue();
            assertThat(open.engine.verified()).isEqualTo(1);
        }
    }

    @Test
    void anotherPartitionsObjectIsAbsent() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1"));
            assertThat(await(open.objects.find("other", "k1"))).isEmpty();
            assertThat(await(open.objects.find(PARTITION, "unknown"))).isEmpty();
        }
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(await(open.objects.find("other", "k1"))).isEmpty();
            assertThat(await(open.objects.find(PARTITION, "k1"))).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id = 'k2x'", "partition_name = 'other'", "version = 2", "state = 1",
            "object_type = 7", "key_format = 2", "algorithm = 2", "length_bits = 128",
            "usage_mask = 15", "initial_date = 5", "activation_date = 5", "destroy_date = 5",
            "sensitive = 1", "extractable = 0", "term = 2", "term = 0", "state = NULL OR 9",
            "attributes = (SELECT attributes FROM object WHERE id = 'k1')",
            "attributes = x''", "blob = (SELECT blob FROM object WHERE id = 'k1')", "blob = x''",
            "blob = substr(blob, 1, length(blob) - 1)"})
    void changedRowFailsClosedAndTheOthersAreServed(String change) throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1"), object("k2", Attribute.name("two")), object("k3"));
        }
        assertThat(OpenStore.tamper(directory,
                "UPDATE object SET " + change + " WHERE id = 'k2'")).isEqualTo(1);
        // A row that was moved is looked for where it is now: where it was, there is none.
        assertOnlyTheSecondIsRefused(change.startsWith("partition_name") ? "other" : PARTITION,
                change.startsWith("id") ? "k2x" : "k2");
    }

    @Test
    void everyChangedByteOfABlobFailsClosed() throws Exception {
        StoredObject second = object("k2", Attribute.name("two"));
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1"), second, object("k3"));
        }
        byte[] blob = second.wrapped().blob();
        for (int at = 0; at < blob.length; at += 7) {
            byte[] changed = blob.clone();
            changed[at] ^= 1;
            OpenStore.tamper(directory, "UPDATE object SET blob = ? WHERE id = 'k2'", changed);
            assertOnlyTheSecondIsRefused(PARTITION, "k2");
        }
        OpenStore.tamper(directory, "UPDATE object SET blob = ? WHERE id = 'k2'", blob);
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(await(open.objects.find(PARTITION, "k2"))).isPresent();
        }
    }

    private void assertOnlyTheSecondIsRefused(String partition, String second)
            throws StoreException {
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(failure(open.objects.find(partition, second)))
                    .isInstanceOfSatisfying(EngineFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.NOT_AUTHENTIC));
            assertThat(await(open.objects.find(PARTITION, "k1"))).isPresent();
            assertThat(await(open.objects.find(PARTITION, "k3"))).isPresent();
            assertThat(failure(open.objects.find(partition, second)))
                    .isInstanceOf(EngineFault.class);
        }
    }

    @Test
    void commitOvertakesALoadThatBeganBefore() {
        ObjectCache cache = new ObjectCache(1 << 20);
        StoredObject first = object("k1");
        StoredObject second = object("k1", 2, KeyState.DEACTIVATED);
        ObjectCache.Load load = new ObjectCache.Load();
        ObjectKey key = new ObjectKey(PARTITION, "k1");
        assertThat(cache.join(key, load)).isNull();
        assertThat(cache.join(key, new ObjectCache.Load())).isSameAs(load);
        cache.committed(second);
        cache.found(key, load, Optional.of(first));
        assertThat(cache.get(key)).isSameAs(second);
        assertThat(load.future().result()).contains(first);
    }

    @Test
    void anObjectSealedAnewOvertakesALoadThatBeganBefore() {
        ObjectCache cache = new ObjectCache(1 << 20);
        StoredObject first = object("k1");
        StoredObject anew = SealedFixture.seal(2, first.header(), first.attributes());
        ObjectCache.Load load = new ObjectCache.Load();
        ObjectKey key = new ObjectKey(PARTITION, "k1");
        assertThat(cache.join(key, load)).isNull();
        cache.rewrapped(anew.wrapped());
        cache.found(key, load, Optional.of(first));
        assertThat(cache.get(key)).isNull();
        cache.committed(first);
        cache.rewrapped(anew.wrapped());
        assertThat(cache.get(key)).isEqualTo(new StoredObject(anew.wrapped(),
                first.attributes(), first.digest()));
        cache.committed(object("k1", 2, KeyState.DEACTIVATED));
        cache.rewrapped(anew.wrapped());
        assertThat(cache.get(key)).isEqualTo(object("k1", 2, KeyState.DEACTIVATED));
    }

    @Test
    void cacheIsBoundedByBytes() {
        ObjectCache cache = new ObjectCache(64 << 10);
        for (int i = 0; i < 500; i++) {
            cache.committed(object("k" + i));
        }
        assertThat(cache.size()).isBetween(1L, 32L);
    }

    @Test
    void loadCompletesOnTheCallersContext() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1"));
        }
        Vertx vertx = Vertx.vertx();
        try (OpenStore open = OpenStore.at(directory)) {
            CompletableFuture<Boolean> same = new CompletableFuture<>();
            vertx.runOnContext(start -> {
                Thread loop = Thread.currentThread();
                open.objects.find(PARTITION, "k1").onComplete(
                        found -> same.complete(Thread.currentThread() == loop));
            });
            assertThat(same.get(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            await(vertx.close());
        }
    }

    @Test
    void updateReplacesAttributesAndNames() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1", Attribute.name("old")));
            StoredObject next = object("k1", 2, KeyState.ACTIVE, Attribute.name("new"),
                    Attribute.text(AttributeType.OBJECT_GROUP, "g"));
            await(open.journal.commit(
                    new Submission(List.of(new Change.Update(next)), List.of())));
            open.insert(object("k2", Attribute.name("old")));
            assertThat(await(open.objects.find(PARTITION, "k1")).orElseThrow().attributes()
                    .names()).containsExactly("new");
        }
    }

    @Test
    void partitionsHaveTheSameIdentifiersWithoutMeeting() throws Exception {
        StoredObject mine = object("k1", Attribute.name("n"));
        StoredObject theirs = inPartition("other", "k1", Attribute.name("n"));
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(mine);
            open.insert(theirs);
            assertBothAreThere(open);
        }
        try (OpenStore open = OpenStore.at(directory)) {
            assertBothAreThere(open);
            StoredObject changed = object("k1", 2, KeyState.DESTROYED, Attribute.name("n"));
            await(open.journal.commit(
                    new Submission(List.of(new Change.Update(changed)), List.of())));
            assertThat(await(open.objects.find("other", "k1")).orElseThrow().header().state())
                    .isEqualTo(KeyState.ACTIVE);
            await(open.journal.commit(
                    new Submission(List.of(new Change.Remove(theirs)), List.of())));
            assertThat(await(open.objects.find("other", "k1"))).isEmpty();
            assertThat(await(open.objects.find(PARTITION, "k1"))).isPresent();
            assertThat(await(open.objects.locate(new LocateQuery(PARTITION,
                    List.of(AttributeIndex.filter(Attribute.name("n"))), 0, 9))).ids())
                    .containsExactly("k1");
            assertThat(failure(open.journal.commit(OpenStore.insertion(object("k1")))))
                    .isInstanceOfSatisfying(ConflictException.class, conflict -> assertThat(
                            conflict.kind()).isEqualTo(ConflictException.Kind.ID));
        }
    }

    private static void assertBothAreThere(OpenStore open) {
        for (String partition : List.of(PARTITION, "other")) {
            assertThat(await(open.objects.find(partition, "k1")).orElseThrow().partition())
                    .isEqualTo(partition);
            assertThat(await(open.objects.locate(new LocateQuery(partition,
                    List.of(AttributeIndex.filter(Attribute.name("n")),
                            AttributeIndex.ownedBy(null)),
                    0, 9))).ids()).containsExactly("k1");
        }
        assertThat(await(open.objects.find("third", "k1"))).isEmpty();
    }

    private static StoredObject inPartition(String partition, String id,
            Attribute... attributes) {
        AttributeList list = AttributeList.of(attributes);
        ObjectHeader model = SealedFixture.header(id, 1, KeyState.ACTIVE, list);
        return SealedFixture.seal(new ObjectHeader(id, partition, model.version(),
                model.objectType(), model.keyFormat(), model.algorithm(), model.lengthBits(),
                model.usageMask(), model.state(), model.dates(), model.protection(),
                model.attributesDigest()), list);
    }
}
