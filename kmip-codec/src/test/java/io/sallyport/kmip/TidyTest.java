package io.sallyport.kmip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for sources that no compiler checks. */
class TidyTest {
    private static final int LINES_MAX = 400;
    private static final int COLUMNS_MAX = 100;
    private static final Path SOURCES = Path.of("src").toAbsolutePath();
    private static final Path MAIN = SOURCES.resolve("main/java");

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : javaFiles(MAIN)) {
            Path description = file.resolveSibling("package-info.java");
            if (!Files.exists(description)
                    || !Files.readString(description).contains("@NullMarked")
                    || !Files.readString(description).startsWith("/**")) {
                wrong.add(description.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void filesAndLinesAreShort() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : javaFiles(SOURCES)) {
            List<String> lines = Files.readAllLines(file);
            if (lines.getFirst().startsWith("// Generated from kmip-spec")) {
                continue;
            }
            if (lines.size() >= LINES_MAX) {
                wrong.add(file + " has " + lines.size() + " lines");
            }
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.codePointCount(0, line.length()) > COLUMNS_MAX) {
                    wrong.add(file + ":" + (i + 1) + " is too long");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
