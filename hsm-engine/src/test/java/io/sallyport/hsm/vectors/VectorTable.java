package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.sallyport.hsm.vectors.Outcome.Way;

/**
 * The table of a collection's sets: which family runs each, and how many of its cases go which way.
 *
 * @param rows one for each set
 * @param total the sum of all rows, as the table says it
 */
record VectorTable(List<Row> rows, Counts total) {
    private static final int COLUMNS = 8;
    private static final int FIRST_COUNT = 2;

    /**
     * A set.
     *
     * @param reason why not all cases are run by command; empty if they are
     */
    record Row(String name, String family, Counts counts, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** How many cases there are, and how many go each way. */
    record Counts(int cases, int command, int provider, int unserved, int leftOut) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(cases + other.cases, command + other.command,
                    provider + other.provider, unserved + other.unserved,
                    leftOut + other.leftOut);
        }

        Counts plus(Way way) {
            return plus(switch (way) {
                case COMMAND -> new Counts(1, 1, 0, 0, 0);
                case PROVIDER -> new Counts(1, 0, 1, 0, 0);
                case UNSERVED -> new Counts(1, 0, 0, 1, 0);
                case LEFT_OUT -> new Counts(1, 0, 0, 0, 1);
            });
        }
    }

    static VectorTable read(String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/vectors", name))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(row(line));
            }
        }
        Row total = rows.removeLast();
        if (!total.name().equals("total")) {
            throw new IOException("The last row of " + name + " is not the total.");
        }
        return new VectorTable(rows, total.counts());
    }

    private static Row row(String line) {
        String[] columns = line.split(" ", COLUMNS);
        int[] counts = Arrays.stream(columns, FIRST_COUNT, COLUMNS - 1)
                .mapToInt(Integer::parseInt).toArray();
        return new Row(columns[0], columns[1],
                new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]),
                columns.length < COLUMNS ? "" : columns[COLUMNS - 1]);
    }
}
