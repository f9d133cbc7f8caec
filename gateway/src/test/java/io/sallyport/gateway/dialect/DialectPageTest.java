package io.sallyport.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;

/** The page of the databases lists the files of dialects as they are. */
class DialectPageTest {
    private static final Path PAGE = Path
            .of(Objects.requireNonNull(System.getProperty("sallyport.root")))
            .resolve("docs/databases/README.md");
    private static final String BEGIN = "<!-- generated: dialects -->\n";
    private static final String END = "<!-- end: dialects -->\n";

    @Test
    void thePageListsEveryFile() throws IOException {
        StringBuilder table = new StringBuilder("""
                | file | client | reader | exchanges | facts |
                | --- | --- | --- | ---: | --- |
                """);
        long all = 0;
        for (Dialect dialect : DialectFile.all()) {
            all += dialect.exchanges();
            table.append("| `").append(dialect.name()).append("` | ").append(dialect.client())
                    .append(" | ").append(dialect.reader()).append(" | ")
                    .append(dialect.exchanges()).append(" | ")
                    .append(dialect.unverified().isEmpty() ? "known" : "partly").append(" |\n");
        }
        table.append("| all | | | ").append(all).append(" | |\n");
        String page = Files.readString(PAGE);
        String written = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        assertThat(written).as("to be in " + PAGE).isEqualTo(table.toString());
    }
}
