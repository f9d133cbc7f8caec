package io.sallyport.gateway.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Names, codes and versions of the specification, as this package reads them: from the checked-in
 * tables, without the code that is generated from them. {@link SpecTablesTest} holds them against
 * the specification itself. Immutable.
 */
final class SpecTables {
    private static final SpecTables TABLES = new SpecTables(
            Path.of(Objects.requireNonNull(System.getProperty("sallyport.root")))
                    .resolve("kmip-codec/src/main/kmip-spec"));

    private final Map<String, Integer> tags = new HashMap<>();
    private final Map<Integer, Row> rows = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Map<String, Integer>> codes = new HashMap<>();
    private final Map<String, Map<Integer, Row>> values = new HashMap<>();

    /** A line of a table. */
    record Row(String name, @Nullable Version since, @Nullable Version until,
            String enumeration) {

        boolean in(Version version) {
            return since != null && !version.before(since)
                    && (until == null || version.before(until));
        }
    }

    private SpecTables(Path folder) {
        for (String[] cells : lines(folder.resolve("tags.csv"))) {
            int code = Integer.decode(cells[0]);
            tags.put(cells[1], code);
            byName.put(cells[2], code);
            rows.put(code, new Row(cells[1], version(cells[3]), version(cells[4]), cells[6]));
        }
        for (String[] cells : lines(folder.resolve("enumerations.csv"))) {
            if (cells[1].isEmpty()) {
                continue;
            }
            int code = Integer.parseUnsignedInt(cells[1].substring(2), 16);
            codes.computeIfAbsent(cells[0], _ -> new HashMap<>()).put(cells[2], code);
            values.computeIfAbsent(cells[0], _ -> new HashMap<>()).put(code,
                    new Row(cells[2], version(cells[4]), version(cells[5]), ""));
        }
    }

    static SpecTables get() {
        return TABLES;
    }

    private static List<String[]> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Version version(String text) {
        return text.isEmpty() ? null : Version.of(text);
    }

    /** The code of a tag by its name without blanks. */
    int tag(String name) {
        Integer code = tags.get(name);
        if (code == null) {
            throw new IllegalArgumentException("there is no tag '" + name + "'");
        }
        return code;
    }

    /** The name of a tag, or its code where it has none. */
    String nameOf(int tag) {
        Row row = rows.get(tag);
        return row == null ? String.format("0x%06X", tag) : row.name();
    }

    /** The line of a tag, or null. */
    @Nullable
    Row row(int tag) {
        return rows.get(tag);
    }

    /** The tag that an attribute's value has in later versions, or null for a custom one. */
    @Nullable
    Integer tagOfAttribute(String attribute) {
        return byName.get(attribute);
    }

    /** The enumeration that values of this tag are of, or an empty name. */
    String enumeration(int tag) {
        Row row = rows.get(tag);
        return row == null ? "" : row.enumeration();
    }

    /** The code of a value of an enumeration by its name. */
    int code(String enumeration, String value) {
        Integer code = codes.getOrDefault(enumeration, Map.of()).get(value);
        if (code == null) {
            throw new IllegalArgumentException("'" + enumeration + "' has no '" + value + "'");
        }
        return code;
    }

    /** The line of a value of an enumeration, or null. */
    @Nullable
    Row value(String enumeration, int code) {
        return values.getOrDefault(enumeration, Map.of()).get(code);
    }
}
