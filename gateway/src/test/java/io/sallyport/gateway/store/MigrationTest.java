package io.sallyport.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of an earlier version keeps what it holds. */
class MigrationTest {
    private static final String COLUMNS = "version, object_type, key_format, algorithm, "
            + "length_bits, usage_mask, state, initial_date, sensitive, always_sensitive, "
            + "extractable, never_extractable, attributes, blob";

    @TempDir
    Path directory;

    @Test
    void identifiersBecomeUniqueInTheirPartitionOnly() throws Exception {
        Path file = directory.resolve("sallyport.db");
        Flyway.configure().dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:io/sallyport/gateway/store/sqlite").target("2").load()
                .migrate();
        change(file, insert(7, "k1", "a"), insert(9, "k2", "b"), attribute("k1", "a", 1),
                attribute("k1", "a", 0), attribute("k2", "b", 1));
        Store.open(file, "domain").close();
        assertThat(rows(file, "SELECT seq || id || partition_name FROM object ORDER BY seq"))
                .containsExactly("7k1a", "9k2b");
        assertThat(rows(file, "SELECT o.id || a.partition_name || a.exclusive "
                + "FROM object_attribute a JOIN object o ON o.seq = a.object_seq ORDER BY 1"))
                .containsExactly("k1a0", "k1a1", "k2b1");
        assertThat(rows(file, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(rows(file, "PRAGMA integrity_check")).containsExactly("ok");
        change(file, insert(10, "k1", "b"),
                "INSERT INTO object_attribute VALUES (10, 'b', 'n0', 'vk1', 1700000000, 1)");
        assertThat(rows(file, "SELECT partition_name FROM object WHERE id = 'k1' ORDER BY 1"))
                .containsExactly("a", "b");
        assertThat(rows(file, "SELECT name FROM sqlite_master WHERE name LIKE '%before%'"))
                .isEmpty();
    }

    private static String insert(int sequence, String id, String partition) {
        return "INSERT INTO object (seq, id, partition_name, " + COLUMNS + ") VALUES (" + sequence
                + ", '" + id + "', '" + partition
                + "', 1, 2, 1, 3, 256, 12, 2, 1700000000, 0, 0, 1, 0, x'00', x'01')";
    }

    private static String attribute(String id, String partition, int exclusive) {
        return "INSERT INTO object_attribute VALUES ('" + id + "', '" + partition + "', 'n"
                + exclusive + "', 'v" + id + "', " + exclusive + ")";
    }

    private static void change(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = ON");
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private static List<String> rows(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }
}
