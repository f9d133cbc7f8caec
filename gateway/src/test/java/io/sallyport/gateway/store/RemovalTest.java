package io.sallyport.gateway.store;

import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.OpenStore.event;
import static io.sallyport.gateway.store.OpenStore.failure;
import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static io.sallyport.gateway.store.SealedFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.vertx.core.Future;

/** Objects of which nothing is kept, those in the place of others, and where objects lie. */
class RemovalTest {
    @TempDir
    Path directory;

    private static Future<Void> commit(OpenStore open, Change change) {
        return open.journal.commit(
                new Submission(List.of(change), List.of(event("Obliterate", change.next().id()))));
    }

    private static List<String> ids(OpenStore open, Filter... filters) {
        return await(open.objects.locate(new LocateQuery(PARTITION, List.of(filters), 0, 9)))
                .ids();
    }

    @Test
    void whatIsRemovedLeavesNeitherRowNorNameNorCacheEntry() throws Exception {
        StoredObject gone = object("k1", Attribute.name("n"));
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(gone, object("k2"));
            await(commit(open, new Change.Remove(gone)));
            assertThat(await(open.objects.find(PARTITION, "k1"))).isEmpty();
            assertThat(ids(open)).containsExactly("k2");
            open.insert(object("k3", Attribute.name("n")));
        }
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(await(open.objects.find(PARTITION, "k1"))).isEmpty();
            assertThat(ids(open)).containsExactly("k3", "k2");
        }
    }

    @Test
    void onlyTheStoredVersionIsRemovedOrReplaced() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1"));
            StoredObject other = object("k1", 2, KeyState.ACTIVE);
            assertThat(failure(commit(open, new Change.Remove(other))))
                    .isInstanceOfSatisfying(ConflictException.class, conflict -> assertThat(
                            conflict.kind()).isEqualTo(ConflictException.Kind.VERSION));
            assertThat(failure(commit(open, new Change.Replace(object("k1"), 2))))
                    .isInstanceOf(ConflictException.class);
            assertThat(await(open.objects.find(PARTITION, "k1"))).isPresent();
        }
    }

    @Test
    void aReplacementBeginsAnew() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("k1", Attribute.name("old")));
            StoredObject changed = object("k1", 2, KeyState.ACTIVE, Attribute.name("old"));
            await(commit(open, new Change.Update(changed)));
            await(commit(open, new Change.Replace(object("k1", Attribute.name("new")), 2)));
            open.insert(object("k2", Attribute.name("old")));
        }
        try (OpenStore open = OpenStore.at(directory)) {
            StoredObject found = await(open.objects.find(PARTITION, "k1")).orElseThrow();
            assertThat(found.header().version()).isEqualTo(1);
            assertThat(found.attributes().names()).containsExactly("new");
        }
    }

    @Test
    void storagesAreToldApart() throws Exception {
        try (OpenStore open = OpenStore.at(directory)) {
            open.insert(object("online"),
                    object("archived", Attribute.date(AttributeType.ARCHIVE_DATE, 5)),
                    object("destroyed", 1, KeyState.DESTROYED));
            assertThat(ids(open, new Filter.Storage(true, false, false)))
                    .containsExactly("online");
            assertThat(ids(open, new Filter.Storage(false, true, false)))
                    .containsExactly("archived");
            assertThat(ids(open, new Filter.Storage(false, false, true)))
                    .containsExactly("destroyed");
            assertThat(ids(open, new Filter.Storage(false, true, true)))
                    .containsExactly("destroyed", "archived");
            assertThat(ids(open, new Filter.Storage(true, true, false)))
                    .containsExactly("archived", "online");
            assertThat(ids(open, new Filter.Storage(true, true, true))).hasSize(3);
        }
    }
}
