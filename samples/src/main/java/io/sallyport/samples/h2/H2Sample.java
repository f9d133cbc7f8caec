package io.sallyport.samples.h2;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The commands of samples/h2, one after the other on one database. */
public final class H2Sample {
    private static final String USAGE = """
            Usage: H2Sample create DATABASE KEY           a database with 200 rows
                   H2Sample count DATABASE                opens it and counts them
                   H2Sample wrap-anew DATABASE KEY        the same password, another key
                   H2Sample change-password DATABASE KEY  a new password for the whole file""";

    private H2Sample() {}

    /**
     * SALLYPORT is the command to call; without it, sallyport. Exit code 1 if something failed, 2
     * for wrong usage.
     */
    public static void main(String[] arguments) throws InterruptedException {
        KeyCommand command = new KeyCommand(
                List.of(System.getenv().getOrDefault("SALLYPORT", "sallyport")), Map.of());
        System.exit(run(command, System.out, System.err, arguments));
    }

    static int run(KeyCommand command, PrintStream out, PrintStream errors, String... words)
            throws InterruptedException {
        if (words.length < 2 || words.length != (words[0].equals("count") ? 2 : 3)) {
            errors.println(USAGE);
            return 2;
        }
        EncryptedDatabase database = new EncryptedDatabase(Path.of(words[1]), command);
        try {
            switch (words[0]) {
                case "create" -> {
                    try (Connection opened = database.create(words[2])) {
                        out.println(fill(opened) + " rows written");
                    }
                }
                case "count" -> {
                    try (Connection opened = database.open()) {
                        out.println(count(opened) + " rows");
                    }
                }
                case "wrap-anew" -> database.wrapAnew(words[2]);
                case "change-password" -> database.changePassword(words[2]);
                default -> {
                    errors.println(USAGE);
                    return 2;
                }
            }
            return 0;
        } catch (IOException | SQLException e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    /** Makes a table whose rows can be looked for in the file. */
    static int fill(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE orders (id INT PRIMARY KEY, text VARCHAR(40))");
            return statement.executeUpdate("INSERT INTO orders "
                    + "SELECT x, 'a row of the table orders' FROM SYSTEM_RANGE(1, 200)");
        }
    }

    static int count(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM orders "
                        + "WHERE text = 'a row of the table orders'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
