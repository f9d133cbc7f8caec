package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is decided about the cases that may go either way: the table in docs/vectors.md. The first
 * row that fits decides.
 */
record Verdicts(List<Row> rows) {
    private static final Pattern ROW = Pattern.compile(
            "\\| `([\\w*]+)` \\| `(\\w+)` \\| ([\\d,]+) \\| (accept|reject) \\| (.+) \\|");

    /**
     * A decision.
     *
     * @param files a name, with a star for any part of it
     * @param cases how many cases it decides
     */
    record Row(String files, String flag, int cases, boolean accepts, String reason) {
        boolean fits(Case test) {
            return test.flags().contains(flag)
                    && test.file().matches(files.replace("*", "\\w*"));
        }
    }

    static Verdicts read() throws IOException {
        return new Verdicts(Files.readAllLines(Vectors.document("vectors.md")).stream()
                .map(ROW::matcher).filter(Matcher::matches)
                .map(row -> new Row(row.group(1), row.group(2),
                        Integer.parseInt(row.group(3).replace(",", "")),
                        row.group(4).equals("accept"), row.group(5)))
                .toList());
    }

    /** The row that decides on a case. */
    Row of(Case test) {
        return rows.stream().filter(row -> row.fits(test)).findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is decided about " + test));
    }

    /** Whether a case is to hold. */
    boolean accepts(Case test) {
        return test.result().equals("acceptable") ? of(test).accepts() : test.isValid();
    }
}
