package io.sallyport.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.policy.RngSeeding;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;

/**
 * The table of docs/kmip.md is what the code serves. After a change, run the test once with {@code
 * -Dsallyport.test.jvmArgs=-Dsallyport.docs.write=true}: it then writes the table.
 */
class OperationMatrixTest {
    private static final Path PAGE = Path
            .of(Objects.requireNonNull(System.getProperty("sallyport.root")), "docs/kmip.md");
    private static final String BEGIN = "<!-- generated: operations -->\n";
    private static final String END = "<!-- end -->\n";
    private static final List<KmipVersion> VERSIONS = List.of(KmipVersion.V1_0, KmipVersion.V1_1,
            KmipVersion.V1_2, KmipVersion.V1_3, KmipVersion.V1_4, KmipVersion.V2_0,
            KmipVersion.V2_1);

    private final OperationTable table = new OperationTable("test", RngSeeding.ALL);

    @Test
    void thePageTellsWhatIsServed() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(to).isGreaterThanOrEqualTo(from);
        String matrix = matrix();
        if (Boolean.getBoolean("sallyport.docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + matrix + page.substring(to));
        }
        assertThat(page.substring(from, to)).isEqualTo(matrix);
    }

    private String matrix() {
        StringBuilder out = new StringBuilder("| operation |");
        VERSIONS.forEach(version -> out.append(' ').append(version.major()).append('.')
                .append(version.minor()).append(" |"));
        out.append("\n| --- |").append(" --- |".repeat(VERSIONS.size())).append('\n');
        for (Operation operation : Operation.values()) {
            if (VERSIONS.stream().anyMatch(operation::definedIn)) {
                row(operation, out);
            }
        }
        return out.toString();
    }

    private void row(Operation operation, StringBuilder out) {
        out.append("| ").append(operation.xmlName()).append(" |");
        for (KmipVersion version : VERSIONS) {
            boolean served = table.find(operation, version) != null;
            boolean sent = OperationTable.sent(version).contains(operation);
            out.append(served ? " served |"
                    : sent ? " sent |" : operation.definedIn(version) ? " no |" : " |");
        }
        out.append('\n');
    }
}
