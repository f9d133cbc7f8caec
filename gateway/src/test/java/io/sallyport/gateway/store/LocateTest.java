package io.sallyport.gateway.store;

import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static io.sallyport.gateway.store.SealedFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.gateway.port.ObjectOwner;
import io.sallyport.gateway.port.ObjectPort.Located;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

class LocateTest {
    @TempDir
    Path directory;
    private OpenStore open;

    @BeforeEach
    void open() throws StoreException {
        open = OpenStore.at(directory);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void everyFilterNarrows() {
        open.insert(
                object("k1", Attribute.name("a"), Attribute.text(AttributeType.OBJECT_GROUP, "g")),
                object("k2", Attribute.name("b"), Attribute.text(AttributeType.OBJECT_GROUP, "g"),
                        Attribute.vendor("x", "wallet", "7")),
                object("k3", 1, KeyState.DESTROYED, Attribute.name("b")));
        Filter group = has(Attribute.text(AttributeType.OBJECT_GROUP, "g"));
        assertThat(ids(group)).containsExactly("k2", "k1");
        assertThat(ids(group, has(Attribute.vendor("x", "wallet", "7")))).containsExactly("k2");
        assertThat(ids(has(Attribute.vendor("xwal", "let", "7")))).isEmpty();
        assertThat(ids(has(Attribute.name("b")))).containsExactly("k3", "k2");
        assertThat(ids(has(Attribute.name("b")), new Filter.Destroyed(false)))
                .containsExactly("k2");
        assertThat(ids(new Filter.Destroyed(true))).containsExactly("k3");
        assertThat(ids(has(Attribute.name("B")))).isEmpty();
        assertThat(ids(new Filter.Id("k1"))).containsExactly("k1");
        assertThat(ids(new Filter.UsageMask(4))).hasSize(3);
        assertThat(ids(new Filter.UsageMask(5))).isEmpty();
        assertThat(ids(equal(Property.LENGTH_BITS, 256))).hasSize(3);
        assertThat(ids(equal(Property.ALGORITHM, 2))).isEmpty();
        long initial = SealedFixture.INITIAL_DATE;
        assertThat(ids(new Filter.DateRange(Property.INITIAL_DATE, initial, initial))).hasSize(3);
        assertThat(ids(new Filter.DateRange(Property.INITIAL_DATE, initial + 1, initial + 2)))
                .isEmpty();
        assertThat(await(open.objects.locate(new LocateQuery("other", List.of(), 0, 9))))
                .isEqualTo(new Located(List.of(), 0));
    }

    @Test
    void stateIsTheOneThatTheDatesHaveBroughtAbout() {
        open.insert(dated("waiting", KeyState.PRE_ACTIVE, Long.MAX_VALUE, null),
                dated("begun", KeyState.PRE_ACTIVE, 5L, null),
                dated("over", KeyState.PRE_ACTIVE, 5L, 6L),
                dated("active", KeyState.ACTIVE, null, null),
                dated("ended", KeyState.ACTIVE, null, 6L));
        assertThat(ids(equal(Property.STATE, 1))).containsExactly("waiting");
        assertThat(ids(equal(Property.STATE, 2))).containsExactly("active", "begun");
        assertThat(ids(equal(Property.STATE, 3))).containsExactly("ended", "over");
    }

    @Test
    void pagesAreStableAndCounted() {
        open.insert(IntStream.range(0, 25).mapToObj(i -> object("k" + i))
                .toArray(StoredObject[]::new));
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 30; offset += 10) {
            Located page = await(
                    open.objects
                            .locate(new LocateQuery(PARTITION, List.of(), offset, 10, true, true)));
            assertThat(page.total()).isEqualTo(25);
            paged.addAll(page.ids());
        }
        assertThat(paged).doesNotHaveDuplicates().hasSize(25).startsWith("k24").endsWith("k0");
    }

    @Test
    void fullPageIsFollowedByWhatIsThereNow() {
        open.insert(IntStream.range(0, 30).mapToObj(i -> object("k" + i))
                .toArray(StoredObject[]::new));
        assertThat(page(0)).startsWith("k29").endsWith("k20");
        assertThat(page(10)).startsWith("k19").endsWith("k10");
        open.insert(object("newest"));
        assertThat(page(10)).as("one more is before it").startsWith("k20").endsWith("k11");
        assertThat(page(20)).as("a page nobody asked for before").startsWith("k10");
        await(open.journal.commit(new Submission(List.of(new Change.Remove(object("k25"))),
                List.of(OpenStore.event("Destroy", "k25")))));
        assertThat(page(10)).as("one less is before it").startsWith("k19").endsWith("k10");
        assertThat(page(20)).startsWith("k9").endsWith("k0");
    }

    private List<String> page(int offset) {
        return await(open.objects.locate(new LocateQuery(PARTITION, List.of(), offset, 10))).ids();
    }

    @Test
    void mergedStatesKeepTheOrder() {
        open.insert(object("k1"), object("k2", 1, KeyState.DESTROYED),
                object("k3", 1, KeyState.PRE_ACTIVE), object("k4", 1, KeyState.COMPROMISED),
                object("k5"), object("k6", 1, KeyState.DESTROYED_COMPROMISED),
                object("k7", 1, KeyState.DEACTIVATED));
        assertThat(ids()).containsExactly("k7", "k6", "k5", "k4", "k3", "k2", "k1");
        assertThat(ids(new Filter.Storage(true, false, false)))
                .containsExactly("k7", "k5", "k4", "k3", "k1");
        assertThat(await(open.objects.locate(new LocateQuery(PARTITION, List.of(), 2, 3, false,
                true)))).isEqualTo(new Located(List.of("k3", "k4", "k5"), 7));
        assertThat(ids(new Filter.Destroyed(false), equal(Property.STATE, 5))).isEmpty();
    }

    @Test
    void storageIsToldByTheArchiveDate() {
        Attribute archived = new Attribute(AttributeName.of(AttributeType.ARCHIVE_DATE), 0,
                new TtlvItem.DateTimeItem(Tag.ATTRIBUTE_VALUE, 9));
        open.insert(object("here"), object("away", archived),
                object("gone", 1, KeyState.DESTROYED, archived));
        assertThat(ids(new Filter.Storage(true, false, false))).containsExactly("here");
        assertThat(ids(new Filter.Storage(false, true, false))).containsExactly("away");
        assertThat(ids(new Filter.Storage(false, false, true))).containsExactly("gone");
        assertThat(ids(new Filter.Storage(true, true, false))).containsExactly("away", "here");
        assertThat(ids(new Filter.Storage(false, true, true))).containsExactly("gone", "away");
        assertThat(ids(new Filter.Id("gone"), new Filter.Storage(true, false, true)))
                .containsExactly("gone");
    }

    @Test
    void freshMembersAreThoseThatNobodyGot() {
        Attribute group = Attribute.text(AttributeType.OBJECT_GROUP, "pool");
        open.insert(object("new", group),
                object("got", group, Attribute.bool(AttributeType.FRESH, false)),
                object("alone"));
        assertThat(ids(AttributeIndex.freshMember(group))).containsExactly("new");
        assertThat(ids(AttributeIndex.fresh())).containsExactly("alone", "new");
        assertThat(ids(has(group))).containsExactly("got", "new");
    }

    @Test
    void whoeverOwnsItIsAskedForBoth() {
        Attribute ann = ObjectOwner.attribute("ann");
        open.insert(object("hers", ann), object("his", ObjectOwner.attribute("bob")),
                object("everybodys"));
        assertThat(ids(AttributeIndex.ownedBy("ann"))).containsExactly("everybodys", "hers");
        assertThat(ids(AttributeIndex.ownedBy(null))).containsExactly("everybodys");
        assertThat(ids(has(ann), AttributeIndex.ownedBy("bob"))).isEmpty();
    }

    @Test
    void tooManyAreNotCounted() {
        for (int from = 0; from < 10_001; from += 1_000) {
            open.insert(IntStream.range(from, Math.min(from + 1_000, 10_001))
                    .mapToObj(i -> object("k" + i)).toArray(StoredObject[]::new));
        }
        LocateQuery all = new LocateQuery(PARTITION, List.of(), 1, 10, true, true);
        assertThat(await(open.objects.locate(all)).total()).isNull();
        assertThat(await(open.objects.locate(new LocateQuery(PARTITION,
                List.of(new Filter.Id("k77")), 1, 10, true, true))).total()).isEqualTo(1);
    }

    private List<String> ids(Filter... filters) {
        Located located = await(
                open.objects.locate(new LocateQuery(PARTITION, List.of(filters), 0, 100)));
        assertThat(located.total()).isEqualTo(located.ids().size());
        return located.ids();
    }

    private static Filter has(Attribute attribute) {
        return AttributeIndex.filter(attribute);
    }

    private static Filter equal(Property property, long value) {
        return new Filter.PropertyEquals(property, value);
    }

    private static StoredObject dated(String id, KeyState state,
            @Nullable Long activation, @Nullable Long deactivation) {
        KeyDates dates = new KeyDates(SealedFixture.INITIAL_DATE, activation, null, null,
                deactivation, null, null, null);
        return SealedFixture.seal(new ObjectHeader(id, PARTITION, 1, 2, 1, 3, 256, 12, state,
                dates, Protection.EXTRACTABLE, AttributeForm.digest(AttributeList.EMPTY)),
                AttributeList.EMPTY);
    }
}
