package io.sallyport.gateway.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * An open store file of one domain: a pool of connections that only read, and the connection of
 * the one writer. Opening reads no objects. The caller holds the lock of the home: two processes
 * never write the same store. Safe for every thread.
 */
public final class Store implements AutoCloseable {
    /** The form of the store that this version writes. */
    static final int FORMAT = 1;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions
            .fromString("rw-------");
    private static final int READERS_MAX = 4;
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final long READER_TIMEOUT_MILLIS = 10_000;

    private final Path file;
    private final String domain;
    private final SQLiteDataSource writable;
    private final HikariDataSource readers;
    private final TermFence termFence = new TermFence();

    private Store(Path file, String domain, SQLiteDataSource writable, HikariDataSource readers) {
        this.file = file;
        this.domain = domain;
        this.writable = writable;
        this.readers = readers;
    }

    /**
     * Opens the store, and makes or migrates it where needed.
     *
     * @param file the store file, in a directory that exists
     * @param domain identifier of the security domain that the store must belong to
     * @throws StoreException if it belongs to another domain, is newer than this program, is not
     *         a store, or can't be read and written
     */
    public static Store open(Path file, String domain) throws StoreException {
        SQLiteDataSource writable = dataSource(file);
        try {
            makePrivate(file);
            claim(file, writable, domain);
        } catch (IOException | SQLException | FlywayException failed) {
            throw new StoreException(
                    "The store " + file + " can't be opened: " + cause(failed) + ".", failed);
        }
        return new Store(file, domain, writable, readers(writable));
    }

    /** The store file. */
    public Path file() {
        return file;
    }

    /** Identifier of the domain that owns the store. */
    public String domain() {
        return domain;
    }

    /** Connections that refuse to write, from a bounded pool. */
    public DataSource readers() {
        return readers;
    }

    /** Under which terms the one writer stores nothing. */
    public TermFence termFence() {
        return termFence;
    }

    /**
     * A new connection that may write. There is one writer at a time: the journal. It syncs at
     * every commit and moves the write-ahead log into the store only when it is told to, because
     * a failed sync must be seen.
     */
    public Connection openWriter() throws SQLException {
        return writable.getConnection();
    }

    /** How many objects there are, the tombstones of destroyed ones among them. */
    public long objects() throws SQLException {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("SELECT count(*) FROM object");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Override
    public void close() {
        readers.close();
    }

    /** The file exists with narrow permissions before SQLite opens it and derives its others. */
    private static void makePrivate(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException exists) {
            if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
        }
    }

    private static SQLiteDataSource dataSource(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static HikariDataSource readers(SQLiteDataSource writable) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store-readers");
        config.setDataSource(writable);
        config.setConnectionInitSql("PRAGMA query_only = 1");
        config.setMaximumPoolSize(READERS_MAX);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(READER_TIMEOUT_MILLIS);
        return new HikariDataSource(config);
    }

    /** Refuses a foreign store before a byte of it is changed. */
    private static void claim(Path file, SQLiteDataSource writable, String domain)
            throws SQLException, StoreException {
        try (Connection connection = writable.getConnection()) {
            boolean fresh = !hasTable(connection, "domain");
            if (!fresh) {
                check(file, connection, domain);
            }
        }
        Flyway.configure(Store.class.getClassLoader()).dataSource(writable)
                .locations("classpath:io/sallyport/gateway/store/sqlite").load().migrate();
        try (Connection connection = writable.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO domain (domain_id, format, created) SELECT ?, ?, ?
                    WHERE NOT EXISTS (SELECT 1 FROM domain)""")) {
                insert.setString(1, domain);
                insert.setInt(2, FORMAT);
                insert.setLong(3, Instant.now().getEpochSecond());
                insert.executeUpdate();
            }
            check(file, connection, domain);
        }
    }

    private static boolean hasTable(Connection connection, String table) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, table, null)) {
            return tables.next();
        }
    }

    private static void check(Path file, Connection connection, String domain)
            throws SQLException, StoreException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT domain_id, format FROM domain");
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                return;
            }
            if (!rows.getString(1).equals(domain)) {
                throw new StoreException("The store " + file + " belongs to the domain "
                        + rows.getString(1) + ", not to the domain " + domain + " of this home.");
            }
            if (rows.getInt(2) > FORMAT) {
                throw new StoreException("The store " + file + " has the format " + rows.getInt(2)
                        + "; this version of Sallyport knows formats up to " + FORMAT + ".");
            }
        }
    }

    private static String cause(Exception failed) {
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName()
                : message.lines().findFirst()
                        .orElse("").strip();
    }
}
