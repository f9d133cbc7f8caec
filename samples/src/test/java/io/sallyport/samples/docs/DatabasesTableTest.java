package io.sallyport.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the table of the databases says to be proved names a test, and the test is there. */
class DatabasesTableTest {
    private static final Path ROOT = Path
            .of(Objects.requireNonNull(System.getProperty("sallyport.root")));
    private static final Path PAGE = ROOT.resolve("docs/databases/README.md");
    private static final Path DIALECTS = ROOT
            .resolve("gateway/src/test/resources/io/sallyport/gateway/dialect");
    private static final List<String> TITLES = List.of("database", "create", "restart", "rotate",
            "outage", "wrong identity", "old backup");
    private static final Pattern PROVED = Pattern.compile("(live|replay) `([^`]+)`");
    private static final Pattern OF_CLASS = Pattern.compile("(\\w+Test)(?:#(\\w+))?");
    private static final Pattern OF_SCENE = Pattern.compile("([\\w-]+)#([a-z-]+)");

    @Test
    void everyCellIsProvedByATestOrSaysThatItIsNot() throws IOException {
        List<String> wrong = new ArrayList<>();
        int proved = 0;
        for (List<String> row : rows(Files.readString(PAGE))) {
            for (int i = 1; i < TITLES.size(); i++) {
                String cell = row.get(i);
                if (cell.equals("not proved") || cell.equals("none")) {
                    continue;
                }
                if (isProved(cell, TITLES.get(i))) {
                    proved++;
                } else {
                    wrong.add(row.getFirst() + ", " + TITLES.get(i) + ": " + cell);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(proved).isGreaterThan(100);
    }

    @Test
    void whatNamesNoTestIsFound() throws IOException {
        assertThat(isProved("replay `pg_tde#restart`", "restart")).isTrue();
        assertThat(isProved("live `QuickstartTest`", "create")).isTrue();
        assertThat(isProved("live `QuickstartTest#folderThatIsNotEmptyIsRefused`", "create"))
                .isTrue();
        for (String cell : List.of("replay `pg_tde#birthday`", "replay `pg_tdf#restart`",
                "replay `pg_tde#create`", "live `NoSuchTest`", "live `QuickstartTest#noSuchMethod`",
                "live", "replay `QuickstartTest`", "live `pg_tde#restart`", "proved", "")) {
            assertThat(isProved(cell, "restart")).as(cell).isFalse();
        }
    }

    @Test
    void aTableWithOtherColumnsIsNotTaken() {
        assertThatThrownBy(() -> rows("| database | create |\n| --- | --- |\n| a | b |\n"))
                .isInstanceOf(AssertionError.class);
    }

    /** The rows of the first table of the page. */
    private static List<List<String>> rows(String page) {
        List<List<String>> table = page.lines().dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|")).map(DatabasesTableTest::cells).toList();
        assertThat(table.getFirst()).isEqualTo(TITLES);
        List<List<String>> rows = table.subList(2, table.size());
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(TITLES));
        return rows;
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip)
                .toList();
    }

    private static boolean isProved(String cell, String column) throws IOException {
        Matcher proved = PROVED.matcher(cell);
        if (!proved.matches()) {
            return false;
        }
        String test = proved.group(2);
        return proved.group(1).equals("live")
                ? isThere(OF_CLASS.matcher(test))
                : isPlayed(OF_SCENE.matcher(test), column);
    }

    private static boolean isPlayed(Matcher scene, String column) throws IOException {
        if (!scene.matches() || !scene.group(2).replace('-', ' ').equals(column)) {
            return false;
        }
        Path file = DIALECTS.resolve(scene.group(1) + ".dialect");
        return Files.exists(file)
                && Files.readAllLines(file).contains("scene " + scene.group(2).replace('-', ' '));
    }

    private static boolean isThere(Matcher test) throws IOException {
        if (!test.matches()) {
            return false;
        }
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(path -> path.endsWith(test.group(1) + ".java"))
                    .toList()) {
                if (test.group(2) == null
                        || Files.readString(file).contains("void " + test.group(2) + "(")) {
                    return true;
                }
            }
            return false;
        }
    }
}
