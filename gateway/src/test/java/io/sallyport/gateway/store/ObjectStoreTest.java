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

import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.Attribute;
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
            "sensitive = 1", "extractable = 0", "state = NULL OR 9",
            "attributes = (SELECT attributes FROM object WHERE id = 'k1')",
            "attributes = x''", "blob = (SELECT blob FROM object WHERE id = 'k1')", "blob = x''",
            "blob = substr(blob, 1, length(blob) - 1)"})
    void changedRowFailsClosedAndTheOthersAreServed(String change) throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1"), object("k2", Attribute.name("two")), object("k3"));
        }
        assertThat(OpenStore.tamper(directory,
                "UPDATE object SET " + change + " WHERE id = 'k2'")).isEqualTo(1);
        assertOnlyTheSecondIsRefused(change.startsWith("id") ? "k2x" : "k2");
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
            assertOnlyTheSecondIsRefused("k2");
        }
        OpenStore.tamper(directory, "UPDATE object SET blob = ? WHERE id = 'k2'", blob);
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(await(open.objects.find(PARTITION, "k2"))).isPresent();
        }
    }

    private void assertOnlyTheSecondIsRefused(String second) throws StoreException {
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(failure(open.objects.find(PARTITION, second)))
                    .isInstanceOfSatisfying(EngineFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.NOT_AUTHENTIC));
            assertThat(await(open.objects.find(PARTITION, "k1"))).isPresent();
            assertThat(await(open.objects.find(PARTITION, "k3"))).isPresent();
            assertThat(failure(open.objects.find(PARTITION, second)))
                    .isInstanceOf(EngineFault.class);
        }
    }

    @Test
    void commitOvertakesALoadThatBeganBefore() {
        ObjectCache cache = new ObjectCache(1 << 20);
        StoredObject first = object("k1");
        StoredObject second = object("k1", 2, KeyState.DEACTIVATED);
        ObjectCache.Load load = new ObjectCache.Load();
        assertThat(cache.join("k1", load)).isNull();
        assertThat(cache.join("k1", new ObjectCache.Load())).isSameAs(load);
        cache.committed(second);
        cache.found("k1", load, Optional.of(first));
        assertThat(cache.get("k1")).isSameAs(second);
        assertThat(load.future().result()).contains(first);
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
}
