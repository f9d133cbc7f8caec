package io.sallyport.gateway.store;

import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static io.sallyport.gateway.store.SealedFixture.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;

/** A store that an earlier version of the program wrote. */
class StoreUpgradeTest {
    private static final Attribute POOL = Attribute.text(AttributeType.OBJECT_GROUP, "pool");

    @TempDir
    Path directory;

    @Test
    void objectsOfTheSecondFormAreFoundAndKept() throws Exception {
        StoredObject got = object("got", Attribute.name("b"), POOL,
                Attribute.bool(AttributeType.FRESH, false));
        secondForm(object("first", Attribute.name("a"), POOL), got,
                object("tomb", 1, KeyState.DESTROYED, Attribute.name("c")));
        try (OpenStore open = OpenStore.at(directory)) {
            assertThat(new TermStore(open.store).counts()).containsOnlyKeys(1);
            assertThat(ids(open, AttributeIndex.filter(Attribute.name("a"))))
                    .containsExactly("first");
            assertThat(ids(open, AttributeIndex.filter(POOL))).containsExactly("got", "first");
            assertThat(ids(open, AttributeIndex.freshMember(POOL))).containsExactly("first");
            assertThat(ids(open, AttributeIndex.fresh())).containsExactly("tomb", "first");
            assertThat(ids(open, new Filter.Destroyed(false))).containsExactly("got", "first");
            assertThat(await(open.objects.find(PARTITION, "got"))).isPresent();
            // The name of what is destroyed is free, every other one is taken.
            open.insert(object("heir", Attribute.name("c")));
            assertThat(OpenStore.failure(open.journal.commit(
                    OpenStore.insertion(object("rival", Attribute.name("a"))))))
                    .isInstanceOf(ConflictException.class);
            StoredObject next = object("got", 2, KeyState.ACTIVE, Attribute.name("d"));
            await(open.journal.commit(new Submission(List.of(new Change.Update(next)),
                    List.of(OpenStore.event("Modify Attribute", "got")))));
            assertThat(ids(open, AttributeIndex.filter(POOL))).containsExactly("first");
            await(open.journal.commit(new Submission(List.of(new Change.Remove(next)),
                    List.of(OpenStore.event("Destroy", "got")))));
            assertThat(ids(open)).containsExactly("heir", "tomb", "first");
        }
    }

    private static List<String> ids(OpenStore open, Filter... filters) {
        return await(open.objects.locate(new LocateQuery(PARTITION, List.of(filters), 0, 99)))
                .ids();
    }

    /** Writes a store as the program wrote it before searches had an order of their own. */
    private void secondForm(StoredObject... objects) throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("sallyport.db");
        Flyway.configure(Store.class.getClassLoader()).dataSource(url, null, null)
                .locations("classpath:io/sallyport/gateway/store/sqlite").target("2").load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, "ALTER TABLE object ADD COLUMN term INTEGER");
            for (StoredObject object : objects) {
                try (PreparedStatement insert = connection.prepareStatement(ObjectRow.INSERT)) {
                    new ObjectRow(object.wrapped(), AttributeForm.encode(object.attributes()))
                            .bind(insert);
                    insert.executeUpdate();
                }
                for (AttributeIndex.Row row : AttributeIndex.rows(object.attributes())) {
                    if (!row.name().startsWith("f:")) {
                        secondFormOf(row, object, connection);
                    }
                }
            }
            // The row's own statement knows the term; the second form did not.
            execute(connection, "ALTER TABLE object DROP COLUMN term");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static void secondFormOf(AttributeIndex.Row row, StoredObject object,
            Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO object_attribute (object_id, partition_name, name, value, exclusive)
                VALUES (?, ?, ?, ?, ?)""")) {
            insert.setString(1, object.id());
            insert.setString(2, object.partition());
            insert.setString(3, row.name());
            insert.setString(4, row.value());
            insert.setBoolean(5, row.exclusive() && !object.header().state().isDestroyed());
            insert.executeUpdate();
        }
    }
}
