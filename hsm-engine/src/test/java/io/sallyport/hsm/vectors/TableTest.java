package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.vectors.VectorTable.Counts;
import io.sallyport.hsm.vectors.VectorTable.Row;

/** Runs every set of a collection as its table says, and holds the table against the sets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TableTest {
    @TempDir
    private static Path folder = Path.of("");

    private final String title;
    private final VectorSet set;
    private final VectorTable table;
    private final Verdicts verdicts;
    private CommandPath path;
    private Families families;

    TableTest(String title, VectorSet set, String table) throws IOException {
        this.title = title;
        this.set = set;
        this.table = VectorTable.read(table);
        this.verdicts = Verdicts.read();
    }

    List<Row> rows() {
        return table.rows();
    }

    @BeforeAll
    void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        path = CommandPath.start(folder);
        families = new Families(path);
    }

    @AfterAll
    void stop() throws Exception {
        path.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCaseGoesAsItShould(Row row) throws Exception {
        Family family = families.get(row.family());
        Counts counts = Counts.NONE;
        for (Case test : set.cases(row.name())) {
            Outcome outcome = outcome(family, test);
            boolean judged = switch (outcome.way()) {
                case COMMAND, PROVIDER -> true;
                case UNSERVED, LEFT_OUT -> false;
            };
            if (judged) {
                assertThat(outcome.holds()).as(test.toString())
                        .isEqualTo(verdicts.accepts(test));
            }
            counts = counts.plus(outcome.way());
        }
        assertThat(counts).isEqualTo(row.counts());
        path.forget();
    }

    private static Outcome outcome(Family family, Case test) {
        try {
            return family.run(test);
        } catch (EngineFault e) {
            return Outcome.byCommand(false);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(test.toString(), e);
        }
    }

    @Test
    void everySetHasItsRow() throws IOException {
        List<String> names = set.names();
        assertThat(rows()).extracting(Row::name).containsExactlyInAnyOrderElementsOf(names);
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void theTotalIsTheSum() {
        Counts sum = rows().stream().map(Row::counts).reduce(Counts.NONE, Counts::plus);
        assertThat(table.total()).isEqualTo(sum);
        assertThat(sum.cases())
                .isEqualTo(sum.command() + sum.provider() + sum.unserved() + sum.leftOut());
    }

    @Test
    void whateverIsNotRunByCommandHasAReason() {
        assertThat(rows()).allSatisfy(row -> assertThat(row.reason().isEmpty())
                .isEqualTo(row.counts().command() == row.counts().cases()));
    }

    @Test
    void theDocumentHasTheTotal() throws IOException {
        Counts total = table.total();
        assertThat(Files.readAllLines(Vectors.document("vectors.md"))).contains(
                String.format(Locale.ROOT, "| %s | %,d | %,d | %,d | %,d | %,d |", title,
                        total.cases(), total.command(), total.provider(), total.unserved(),
                        total.leftOut()));
    }
}
