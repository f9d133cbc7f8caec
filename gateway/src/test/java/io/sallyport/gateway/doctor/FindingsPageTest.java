package io.sallyport.gateway.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** docs/doctor.md has every finding in the words of the code, and no other. */
final class FindingsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("sallyport.root"),
            "docs/doctor.md");
    private static final String BEGIN = "<!-- findings: made by FindingsPageTest -->\n";
    private static final String END = "<!-- end of findings -->\n";

    @Test
    void thePageIsWhatTheCodeSays() throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String wanted = "\n" + FindingsPage.text();
        if (!page.substring(begin, end).equals(wanted)) {
            keep(page.substring(0, begin) + wanted + page.substring(end));
        }
        assertThat(page.substring(begin, end))
                .as("docs/doctor.md; target/doctor.md is as it should be").isEqualTo(wanted);
    }

    @Test
    void codesAreUniqueAndSentencesWhole() throws Exception {
        List<String> codes = new ArrayList<>();
        for (String line : FindingsPage.text().lines().filter(one -> one.startsWith("| `"))
                .toList()) {
            String[] cells = line.split(" \\| ");
            codes.add(cells[0]);
            assertThat(cells).as(line).hasSize(4);
            assertThat(cells[1]).isIn("error", "warning", "note");
        }
        assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    private static void keep(String page) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("doctor.md"), page);
    }
}
