package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.sallyport.hsm.vectors.VectorTable.Row;

/** All of Wycheproof: valid cases are accepted, invalid ones rejected, others as decided. */
class WycheproofTest extends TableTest {
    private static final int CASES = 31_311;

    WycheproofTest() throws IOException {
        super("Wycheproof", VectorSet.WYCHEPROOF, "wycheproof.txt");
    }

    @Test
    void noCaseIsMissing() {
        assertThat(rows().stream().mapToInt(row -> row.counts().cases()).sum())
                .isEqualTo(CASES);
    }

    @Test
    void everyVerdictDecidesAsManyCasesAsItSays() throws IOException {
        Verdicts verdicts = Verdicts.read();
        Map<Verdicts.Row, Integer> decided = new HashMap<>();
        for (Row row : rows()) {
            for (Case test : VectorSet.WYCHEPROOF.cases(row.name())) {
                if (test.result().equals("acceptable")) {
                    decided.merge(verdicts.of(test), 1, Integer::sum);
                }
            }
        }
        assertThat(verdicts.rows()).isNotEmpty()
                .allSatisfy(row -> assertThat(decided).containsEntry(row, row.cases()));
    }
}
