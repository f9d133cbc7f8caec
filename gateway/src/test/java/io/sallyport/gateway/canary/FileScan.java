package io.sallyport.gateway.canary;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for byte strings in files, and in the values of a database's rows. */
final class FileScan {
    private static final int CHUNK_BYTES = 4 << 20;

    private FileScan() {}

    /**
     * Searches every file below a folder, byte by byte; it may be in use. Places are the files'
     * paths from there.
     */
    static Findings below(Path folder, List<Needle> needles) throws IOException {
        NeedleSearch search = new NeedleSearch(needles);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            search.in(folder.relativize(file).toString(), content(file));
        }
        return search.findings();
    }

    /** Searches one file, which may be larger than memory. */
    static Findings of(Path file, List<Needle> needles) throws IOException {
        NeedleSearch search = new NeedleSearch(needles);
        byte[] chunk = new byte[CHUNK_BYTES + search.overlapBytes()];
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            for (long at = 0; at < content.length(); at += CHUNK_BYTES) {
                int length = (int) Math.min(chunk.length, content.length() - at);
                content.seek(at);
                content.readFully(chunk, 0, length);
                search.in("file", chunk, length, Math.min(length, CHUNK_BYTES));
            }
        }
        return search.findings();
    }

    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0]; // its owner removed it meanwhile
        }
    }

    /**
     * Searches every value of every row of an SQLite database: in the file, a long value is cut
     * into pages. Places are tables with their columns.
     */
    static Findings rows(Path database, List<Needle> needles) throws SQLException {
        NeedleSearch search = new NeedleSearch(needles);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + '"')) {
                    rows(table, rows, search);
                }
            }
        }
        return search.findings();
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = statement
                .executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static void rows(String table, ResultSet rows, NeedleSearch search)
            throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                String place = table + '.' + rows.getMetaData().getColumnName(column);
                if (rows.getObject(column) instanceof byte[] bytes) {
                    search.in(place, bytes);
                } else if (rows.getObject(column) instanceof String text) {
                    search.in(place, text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
