package io.sallyport.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Links lead somewhere, decisions have their parts, the first page has its two commands. */
class DocumentsTest {
    private static final Path ROOT = Path
            .of(Objects.requireNonNull(System.getProperty("sallyport.root")));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final List<String> PARTS_OF_A_DECISION = List.of("## Context", "## Decision",
            "## Consequences", "## Security implications");

    @Test
    void everyLinkToAFileLeadsToOne() throws IOException {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1).replaceFirst("#.*", "");
                if (target.contains("://") || target.isEmpty()) {
                    continue;
                }
                links++;
                if (!Files.exists(page.resolveSibling(target))) {
                    dead.add(ROOT.relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(10);
    }

    @Test
    void everyDecisionHasItsParts() throws IOException {
        List<Path> decisions = below(ROOT.resolve("docs/adr"));
        assertThat(decisions).hasSizeGreaterThanOrEqualTo(10);
        for (int i = 0; i < decisions.size(); i++) {
            Path decision = decisions.get(i);
            String number = String.format("%04d", i + 1);
            assertThat(decision.getFileName().toString()).startsWith(number + "-");
            assertThat(Files.readString(decision)).as(decision.toString())
                    .startsWith("# " + number + ": ").contains(PARTS_OF_A_DECISION);
        }
    }

    @Test
    void firstPageBeginsWithTheTwoCommands() throws IOException {
        List<String> top = Files.readAllLines(ROOT.resolve("README.md")).subList(0, 8);
        assertThat(top).anyMatch(line -> line.startsWith("./sallyport quickstart"))
                .anyMatch(line -> line.startsWith("mvn -B verify"));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(below(ROOT.resolve("docs")));
        try (Stream<Path> top = Files.list(ROOT)) {
            top.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }
}
