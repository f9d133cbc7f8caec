package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.command.EngineFault;

/**
 * The same cases by the commands of the FIPS distribution's engine. What it gives, it gives as the
 * other does; what it refuses as not approved is counted for each family. What the other engine has
 * no command for is not asked of this one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FipsVectorsTest {
    /** How many failing cases a report names. */
    private static final int NAMED_MAX = 20;

    @TempDir
    private static Path folder = Path.of("");

    private CommandPath path;

    /** What became of a family's cases. */
    private record Counts(int judged, int refused) {
        Counts plus(Counts other) {
            return new Counts(judged + other.judged, refused + other.refused);
        }
    }

    @BeforeAll
    void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        path = CommandPath.startFips(folder);
    }

    @AfterAll
    void stop() throws Exception {
        path.close();
    }

    @Test
    void wycheproof() throws Exception {
        assertCounts("Wycheproof", VectorSet.WYCHEPROOF, VectorTable.read("wycheproof.txt"));
    }

    @Test
    void acvp() throws Exception {
        assertCounts("ACVP", VectorSet.ACVP, VectorTable.read("acvp.txt"));
    }

    private void assertCounts(String title, VectorSet set, VectorTable table)
            throws IOException {
        Verdicts verdicts = Verdicts.read();
        Families families = new Families(path);
        Map<String, Counts> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (VectorTable.Row row : table.rows()) {
            if (row.counts().command() > 0) {
                Family family = families.get(row.family());
                for (Case test : set.cases(row.name())) {
                    Counts one = run(family, test, verdicts, wrong);
                    counts.merge(title + " " + row.family(), one, Counts::plus);
                }
                path.forget();
            }
        }
        Map<String, Long> sets = wrong.stream().collect(Collectors.groupingBy(
                one -> one.substring(0, one.indexOf(' ')), TreeMap::new, Collectors.counting()));
        assertThat(wrong.stream().limit(NAMED_MAX)).as(sets.toString()).isEmpty();
        Counts sum = counts.values().stream().reduce(new Counts(0, 0), Counts::plus);
        assertThat(Files.readAllLines(Vectors.document("vectors.md"))).contains(
                String.format(Locale.ROOT, "| %s | %,d | %,d |", title, sum.judged(),
                        sum.refused()));
        List<String> lines = counts.entrySet().stream().map(e -> String.format(Locale.ROOT,
                "%s %d %d", e.getKey(), e.getValue().judged(), e.getValue().refused())).toList();
        assertThat(lines).containsExactlyElementsOf(
                Files.readAllLines(Path.of("src/test/vectors/fips.txt")).stream()
                        .filter(line -> line.startsWith(title + " ")).toList());
    }

    private static Counts run(Family family, Case test, Verdicts verdicts, List<String> wrong) {
        boolean holds;
        try {
            Outcome outcome = family.run(test);
            if (outcome.way() != Outcome.Way.COMMAND) {
                return new Counts(0, 0);
            }
            holds = outcome.holds();
        } catch (EngineFault e) {
            holds = false;
        } catch (NotApproved e) {
            return new Counts(0, 1);
        } catch (AssertionError e) {
            wrong.add(test + ": " + e.getMessage());
            return new Counts(1, 0);
        }
        if (holds != verdicts.accepts(test)) {
            wrong.add(test.toString());
        }
        return new Counts(1, 0);
    }
}
