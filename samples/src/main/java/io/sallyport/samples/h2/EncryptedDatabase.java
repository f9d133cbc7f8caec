package io.sallyport.samples.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.h2.tools.ChangeFileEncryption;
import org.jspecify.annotations.Nullable;

/**
 * An H2 database with {@code CIPHER=AES}, and beside it, in {@code NAME.key}, its file password as
 * a key of the gateway wrapped it. One process has it open at a time.
 */
public final class EncryptedDatabase {
    private static final String CIPHER = "AES";
    private static final String IF_EXISTS = ";IFEXISTS=TRUE";

    private final Path path;
    private final KeyCommand command;

    /**
     * @param path of the database, without {@code .mv.db}
     */
    public EncryptedDatabase(Path path, KeyCommand command) {
        this.path = path.toAbsolutePath();
        this.command = command;
    }

    private Path nextKeyFile() {
        return besides(".key.new");
    }

    private Path besides(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** Where the wrapped file password is. */
    public Path keyFile() {
        return besides(".key");
    }

    /**
     * Makes a file password, has it wrapped by the named key, and makes the database.
     *
     * @throws IOException if the gateway does not wrap it; no file is left then
     */
    public Connection create(String key) throws IOException, InterruptedException, SQLException {
        if (Files.exists(keyFile())) {
            throw new IOException(keyFile() + " exists already; it opens a database.");
        }
        try (FilePassword password = FilePassword.random()) {
            command.wrap(password, key, keyFile());
            return connect(password, "");
        }
    }

    /**
     * Opens the database.
     *
     * @throws IOException if the gateway does not unwrap the file password
     * @throws SQLException if it is not the password of this file
     */
    public Connection open() throws IOException, InterruptedException, SQLException {
        if (Files.exists(nextKeyFile())) {
            Connection opened = openByNextKey();
            if (opened != null) {
                return opened;
            }
        }
        try (FilePassword password = command.unwrap(keyFile())) {
            Connection opened = connect(password, IF_EXISTS);
            Files.deleteIfExists(nextKeyFile());
            return opened;
        }
    }

    /** A change was interrupted, and the file has its new password already; null if it has not. */
    private @Nullable Connection openByNextKey() throws IOException, InterruptedException {
        try (FilePassword password = command.unwrap(nextKeyFile())) {
            Connection opened = connect(password, IF_EXISTS);
            adoptNextKey();
            return opened;
        } catch (SQLException e) {
            // The old password is to open it; only then the new one is forgotten.
            return null;
        }
    }

    private void finishInterruptedChange() throws IOException, InterruptedException, SQLException {
        if (Files.exists(nextKeyFile())) {
            open().close();
        }
    }

    /** Wraps the same file password by another key; the database itself does not change. */
    public void wrapAnew(String key) throws IOException, InterruptedException, SQLException {
        finishInterruptedChange();
        try (FilePassword password = command.unwrap(keyFile())) {
            command.wrap(password, key, keyFile());
        }
    }

    /**
     * Encrypts the whole file anew under a new file password, wrapped by the named key. Nobody has
     * the database open. A change that was interrupted is finished by the next {@link #open}.
     */
    public void changePassword(String key)
            throws IOException, InterruptedException, SQLException {
        finishInterruptedChange();
        try (FilePassword before = command.unwrap(keyFile());
                FilePassword after = FilePassword.random()) {
            command.wrap(after, key, nextKeyFile());
            char[] old = before.toCharacters(0);
            char[] next = after.toCharacters(0);
            try {
                ChangeFileEncryption.execute(
                        Objects.requireNonNull(path.getParent()).toString(),
                        Objects.requireNonNull(path.getFileName()).toString(), CIPHER, old, next,
                        true);
            } finally {
                Arrays.fill(old, '\0');
                Arrays.fill(next, '\0');
            }
        }
        adoptNextKey();
    }

    private void adoptNextKey() throws IOException {
        Files.move(nextKeyFile(), keyFile(), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** H2 takes the passwords of file and user as one, a space between; the user's is empty. */
    private Connection connect(FilePassword password, String options) throws SQLException {
        char[] passwords = password.toCharacters(1);
        passwords[FilePassword.LENGTH] = ' ';
        Properties properties = new Properties();
        properties.put("user", "sa");
        properties.put("password", passwords);
        try {
            return DriverManager.getConnection("jdbc:h2:file:" + path + ";CIPHER=" + CIPHER
                    + options, properties);
        } finally {
            Arrays.fill(passwords, '\0');
        }
    }
}
