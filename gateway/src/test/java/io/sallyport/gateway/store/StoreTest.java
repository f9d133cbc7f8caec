package io.sallyport.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path directory;

    @Test
    void onlyTheOwnerReadsTheFiles() throws Exception {
        Path file = directory.resolve("sallyport.db");
        Files.createFile(file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        try (OpenStore open = OpenStore.at(directory)) {
            open.record(1);
            for (String name : new String[]{"sallyport.db", "sallyport.db-wal"}) {
                assertThat(PosixFilePermissions
                        .toString(Files.getPosixFilePermissions(directory.resolve(name))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void writerSyncsEveryCommit() throws Exception {
        try (Store store = Store.open(directory.resolve("sallyport.db"), "d");
                Connection writer = store.openWriter()) {
            assertThat(pragma(writer, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(writer, "synchronous")).isEqualTo("2");
            assertThat(pragma(writer, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void readersCanNotWrite() throws Exception {
        try (Store store = Store.open(directory.resolve("sallyport.db"), "d");
                Connection reader = store.readers().getConnection();
                Statement statement = reader.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM audit_bundle"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("readonly");
        }
    }

    @Test
    void storeOfAnotherDomainIsRefusedUnchanged() throws Exception {
        Path file = directory.resolve("sallyport.db");
        Store.open(file, "red").close();
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Store.open(file, "blue")).isInstanceOf(StoreException.class)
                .hasMessage("The store " + file
                        + " belongs to the domain red, not to the domain blue of this home.");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Store.open(file, "red").close();
    }

    @Test
    void newerStoreIsRefused() throws Exception {
        Path file = directory.resolve("sallyport.db");
        Store.open(file, "red").close();
        OpenStore.tamper(directory, "UPDATE domain SET format = 99");
        assertThatThrownBy(() -> Store.open(file, "red")).isInstanceOf(StoreException.class)
                .hasMessageContaining("format 99");
    }

    @Test
    void fileThatIsNoStoreIsRefused() throws Exception {
        Path file = directory.resolve("sallyport.db");
        Files.writeString(file, "This is a letter to my mother, and not a database.".repeat(99));
        assertThatThrownBy(() -> Store.open(file, "red")).isInstanceOf(StoreException.class)
                .hasMessageContaining("can't be opened");
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
