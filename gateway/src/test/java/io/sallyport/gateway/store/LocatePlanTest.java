package io.sallyport.gateway.store;

import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.gateway.store.LocateSql.Position;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;

/**
 * How SQLite does a search: along an index that is in the order of the pages, never through a whole
 * table, and never by sorting what it found. Each test fails when the index that it names is not
 * there.
 */
class LocatePlanTest {
    private static final Filter.HasAttribute NAME = AttributeIndex.filter(Attribute.name("n"));
    private static final Filter.HasAttribute GROUP = AttributeIndex
            .filter(Attribute.text(AttributeType.OBJECT_GROUP, "g"));
    private static final Filter LIVE = new Filter.Storage(true, false, false);
    private static final Filter MINE = AttributeIndex.ownedBy("ann");
    private static final Filter ACTIVE = new Filter.PropertyEquals(Property.STATE, 2);

    @TempDir
    Path directory;
    private Store store;

    @BeforeEach
    void open() throws StoreException {
        store = Store.open(directory.resolve("sallyport.db"), OpenStore.DOMAIN);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nameLeadsToItsObject() throws SQLException {
        assertThat(plan(NAME, null, NAME, LIVE, MINE)).contains(
                "SEARCH a USING COVERING INDEX object_attribute_search"
                        + " (partition_name=? AND name=? AND value=?)",
                "SEARCH o USING INTEGER PRIMARY KEY (rowid=?)");
    }

    @Test
    void attributesBesideTheLeadingOneAreLookedUpByObject() throws SQLException {
        assertThat(plan(NAME, null, NAME, GROUP, LIVE, MINE)).contains(
                "SEARCH h USING INDEX object_attribute_object (object_seq=? AND name=?)",
                "SEARCH w USING INDEX object_attribute_object (object_seq=? AND name=?)",
                "SEARCH d USING COVERING INDEX object_attribute_object"
                        + " (object_seq=? AND name=?)");
    }

    @Test
    void nextPageOfGroupBeginsWhereTheLastEnded() throws SQLException {
        assertThat(plan(GROUP, new Position(7, 7), GROUP, LIVE, MINE))
                .anyMatch(step -> step
                        .startsWith("SEARCH a USING COVERING INDEX object_attribute_search"
                                + " (partition_name=? AND name=? AND value=? AND "));
    }

    @Test
    void identifierLeadsToItsObject() throws SQLException {
        assertThat(plan(null, null, new Filter.Id("k"), LIVE, MINE))
                .contains("SEARCH o USING INDEX sqlite_autoindex_object_1"
                        + " (partition_name=? AND id=?)");
    }

    @Test
    void everythingIsOneWalkForEachState() throws SQLException {
        String walk = "SEARCH o USING COVERING INDEX object_state (partition_name=? AND state=?)";
        assertThat(plan(null, null)).filteredOn(walk::equals).hasSize(6);
        assertThat(plan(null, null, LIVE, MINE)).filteredOn(walk::equals).hasSize(4);
    }

    @Test
    void nextPageOfEverythingBeginsWhereTheLastEnded() throws SQLException {
        assertThat(plan(null, new Position(7, 7), LIVE, MINE))
                .filteredOn(step -> step.startsWith("SEARCH o USING COVERING INDEX object_state"
                        + " (partition_name=? AND state=? AND "))
                .hasSize(4);
    }

    @Test
    void initialDateIsPartOfTheWalk() throws SQLException {
        assertThat(plan(null, null, new Filter.DateRange(Property.INITIAL_DATE, 1, 2), LIVE, MINE))
                .filteredOn(step -> step.startsWith("SEARCH o USING COVERING INDEX object_state"
                        + " (partition_name=? AND state=? AND initial_date>? AND initial_date<?)"))
                .hasSize(4);
    }

    @Test
    void stateVisitsThoseThatDatesBringThereByTheirDates() throws SQLException {
        assertThat(plan(null, null, ACTIVE, LIVE, MINE)).contains(
                "SEARCH o USING INDEX object_activation (partition_name=? AND state=?)",
                "SEARCH o USING INDEX object_state (partition_name=? AND state=?)");
        assertThat(plan(null, null, new Filter.PropertyEquals(Property.STATE, 3), LIVE))
                .contains("SEARCH o USING INDEX object_activation (partition_name=? AND state=?)",
                        "SEARCH o USING INDEX object_deactivation (partition_name=? AND state=?)");
    }

    @Test
    void algorithmAndTypeHaveTheirOwnWalks() throws SQLException {
        Filter aes = new Filter.PropertyEquals(Property.ALGORITHM, 3);
        String byAlgorithm = "object_algorithm (partition_name=? AND algorithm=? AND state=?)";
        assertThat(plan(null, null, aes, LIVE, MINE))
                .filteredOn(step -> step.endsWith(byAlgorithm)).hasSize(4);
        assertThat(plan(null, null, aes, ACTIVE, LIVE, MINE))
                .anyMatch(step -> step.endsWith(byAlgorithm));
        assertThat(plan(null, null, new Filter.PropertyEquals(Property.OBJECT_TYPE, 2), LIVE))
                .filteredOn(step -> step
                        .endsWith("object_kind (partition_name=? AND object_type=? AND state=?)"))
                .hasSize(4);
    }

    /** A page of what is common is full soon; what is rare is found at the end of the walk. */
    @ParameterizedTest
    @EnumSource
    void everyPropertyIsAtLeastAWalkInTheOrderOfPages(Property property) throws SQLException {
        plan(null, null, new Filter.PropertyEquals(property, 2), LIVE, MINE);
        if (property.name().endsWith("DATE")) {
            plan(null, null, new Filter.DateRange(property, 1, 2), LIVE, MINE);
        }
    }

    @Test
    void usageMaskIsAWalkInTheOrderOfPages() throws SQLException {
        assertThat(plan(null, null, new Filter.UsageMask(4), LIVE)).contains(
                "SEARCH o USING INDEX object_state (partition_name=? AND state=?)");
    }

    @Test
    void countingAndChoosingUseTheSameIndexes() throws SQLException {
        LocateQuery query = new LocateQuery(PARTITION, List.of(LIVE, MINE), 0, 100);
        assertThat(explain(LocateSql.of(query, 0, null).count(10)))
                .filteredOn(step -> step.contains("COVERING INDEX object_state")).hasSize(4);
        assertThat(explain(LocateSql.having(PARTITION, GROUP, 10)))
                .anyMatch(step -> step.contains("COVERING INDEX object_attribute_search"));
    }

    /** Removal and change of an object find its attributes. */
    @Test
    void foreignKeyIsIndexed() throws SQLException {
        assertThat(explain(new LocateSql.Statement(
                "DELETE FROM object_attribute WHERE object_seq = 7", List.of())))
                .containsExactly(
                        "SEARCH object_attribute USING COVERING INDEX"
                                + " object_attribute_object (object_seq=?)");
    }

    private List<String> plan(Filter.@Nullable HasAttribute leading, @Nullable Position after,
            Filter... filters) throws SQLException {
        LocateQuery query = new LocateQuery(PARTITION, List.of(filters), 0, 100);
        List<String> steps = explain(LocateSql.of(query, 0, leading).page(after));
        LocateQuery oldest = new LocateQuery(PARTITION, List.of(filters), 0, 100, false, false);
        List<String> other = explain(LocateSql.of(oldest, 0, leading).page(after));
        assertThat(Stream.concat(steps.stream(), other.stream()))
                .noneMatch(step -> step.startsWith("SCAN") && !step.equals("SCAN p"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
        return steps;
    }

    private List<String> explain(LocateSql.Statement statement) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection connection = store.readers().getConnection();
                PreparedStatement explain = new LocateSql.Statement(
                        "EXPLAIN QUERY PLAN " + statement.sql(), statement.parameters())
                        .prepare(connection);
                ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
