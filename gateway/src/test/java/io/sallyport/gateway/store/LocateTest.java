package io.sallyport.gateway.store;

import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static io.sallyport.gateway.store.SealedFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.gateway.port.ObjectPort.Located;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;

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
        assertThat(ids(new Filter.AnyId(Set.of("k1", "k3", "k9")))).containsExactly("k3", "k1");
        assertThat(ids(new Filter.AnyId(Set.of()))).isEmpty();
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
    void searchByNameAmongManyUsesTheIndex() throws Exception {
        int objects = 100_000;
        int perSubmission = 1_000;
        for (int from = 0; from < objects; from += perSubmission) {
            open.insert(IntStream.range(from, from + perSubmission)
                    .mapToObj(i -> object("k" + i, Attribute.name("n" + i)))
                    .toArray(StoredObject[]::new));
        }
        assertThat(ids(has(Attribute.name("n77777")))).containsExactly("k77777");
        assertThat(plan(has(Attribute.name("n77777"))))
                .anyMatch(step -> step.contains("object_attribute_"))
                .noneMatch(step -> step.contains("SCAN"))
                .noneMatch(step -> step.contains("object_page"));
        assertThat(await(open.objects
                .locate(new LocateQuery(PARTITION, List.of(), 0, 10, true, true))).total())
                .as("too many to be counted").isNull();
        assertThat(await(open.objects.locate(new LocateQuery(PARTITION,
                List.of(has(Attribute.name("n77777"))), 1, 10, true, true))).total())
                .isEqualTo(1);
        assertThat(plan()).anyMatch(step -> step.contains("object_page"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    private List<String> plan(Filter... filters) throws Exception {
        LocateSql.Statement page = LocateSql
                .of(new LocateQuery(PARTITION, List.of(filters), 0, 100), 0).page();
        List<String> steps = new ArrayList<>();
        try (Connection connection = open.store.readers().getConnection();
                PreparedStatement explain = new LocateSql.Statement(
                        "EXPLAIN QUERY PLAN " + page.sql(), page.parameters())
                        .prepare(connection);
                ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
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
