package io.sallyport.gateway.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.cli.Main;
import io.sallyport.gateway.conformance.CaseOutcome.Verdict;
import io.sallyport.gateway.conformance.ConformanceReport.Count;

/** The tool without a server: which cases it takes, how it counts, when it fails. */
class ConformanceRunTest {
    private static final String REQUEST = "<RequestMessage><RequestHeader>"
            + "<BatchCount type=\"Integer\" value=\"1\"/></RequestHeader></RequestMessage>";
    private static final String ANSWER = "<ResponseMessage><ResponseHeader>"
            + "<BatchCount type=\"Integer\" value=\"1\"/></ResponseHeader></ResponseMessage>";

    @TempDir
    Path cases;

    @BeforeEach
    void publish() throws IOException {
        write("1.0/mandatory/AB-M-1-10.xml", REQUEST + ANSWER);
        write("1.0/mandatory/AB-M-2-10.xml", REQUEST + ANSWER);
        write("1.0/testcase/TC-X-1-10.xml", ANSWER + REQUEST);
        write("2.1/optional/CD-O-1-21.xml", REQUEST + ANSWER);
        write("readme.xml", "");
    }

    @Test
    void takesTheCasesThatAreWanted() throws IOException {
        assertThat(CaseFile.find(cases, Set.of(), List.of())).extracting(CaseFile::name)
                .containsExactly("AB-M-1-10", "AB-M-2-10", "TC-X-1-10", "CD-O-1-21");
        assertThat(CaseFile.find(cases, Set.of("2.1"), List.of())).extracting(CaseFile::name)
                .containsExactly("CD-O-1-21");
        assertThat(CaseFile.find(cases, Set.of("1.0"), List.of("CD-*", "*-2-*")))
                .extracting(CaseFile::name).containsExactly("AB-M-2-10");
    }

    @Test
    void countsPassedFailedLeftOutAndNotRun() throws IOException {
        LeftOut leftOut = leftOut("# reasons\n\nAB-M-2-10 not yet\nCD-O-1-21 never\n");
        List<String> seen = new ArrayList<>();
        byte[] good = CaseEncoding.XML.read(ANSWER.getBytes(UTF_8));
        byte[] bad = CaseEncoding.XML.read(ANSWER.replace("\"1\"", "\"2\"").getBytes(UTF_8));
        ConformanceReport report = new ConformanceRun(
                file -> answering(file.name().startsWith("AB") ? bad : good), leftOut,
                outcome -> seen.add(outcome.file().name()))
                .run(CaseFile.find(cases, Set.of(), List.of()));
        assertThat(report.outcomes()).extracting(CaseOutcome::verdict).containsExactly(
                Verdict.FAILED, Verdict.LEFT_OUT, Verdict.NOT_RUN,
                Verdict.PASSED_THOUGH_LEFT_OUT);
        assertThat(seen).hasSize(4);
        assertThat(report.passed()).isFalse();
        assertThat(report.table().get("mandatory AB")).containsEntry("1.0", new Count(2, 0));
        assertThat(report.table().get("optional CD")).containsEntry("2.1", new Count(1, 1));
        assertThat(report.outcomes().getFirst().differences().getFirst())
                .contains("step 0", "printed '1', got '2'");
        assertThat(report.outcomes().getFirst().lastAnswer()).contains("ResponseMessage");
        assertThat(report.toJson().getJsonObject("counts").getInteger("FAILED")).isEqualTo(1);
    }

    @Test
    void aServerThatIsNotThereFailsTheCase() throws IOException {
        ConformanceReport report = new ConformanceRun(_ -> {
            throw new IOException("refused");
        }, LeftOut.NONE, _ -> {}).run(CaseFile.find(cases, Set.of("2.1"), List.of()));
        assertThat(report.outcomes().getFirst().differences())
                .containsExactly("no connection: refused");
        assertThat(report.passed()).isFalse();
    }

    @Test
    void aReasonMustBeGiven() {
        assertThatThrownBy(() -> leftOut("AB-M-2-10\n")).isInstanceOf(IOException.class)
                .hasMessageContaining("gives no reason in the line 'AB-M-2-10'");
    }

    @Test
    void wrongUsageIsTold() throws IOException {
        String folder = cases.toString();
        assertUsage("--target", "conformance", "run", "--cases", folder, "--client", "x");
        assertUsage("HOST:PORT", "conformance", "run", "--cases", folder, "--client", "x",
                "--target", "nowhere");
        assertUsage("need --https", "conformance", "run", "--cases", folder, "--client", "x",
                "--target", "h:1", "--encoding", "xml");
        assertUsage("is selected", "conformance", "run", "--cases", folder, "--client", "x",
                "--target", "h:1", "--case", "Z*");
        assertUsage("needs --ca", "conformance", "run", "--cases", folder, "--p12", "x",
                "--target", "h:1");
        assertUsage("--client", "conformance", "run", "--cases", folder, "--target", "h:1");
    }

    private static void assertUsage(String word, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        assertThat(Main.run(out, out, arguments)).as(said.toString()).isEqualTo(2);
        assertThat(said.toString()).contains(word);
    }

    private static CaseConnection answering(byte[] answer) {
        return new CaseConnection() {
            @Override
            public byte[] exchange(byte[] request) {
                return answer;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private LeftOut leftOut(String text) throws IOException {
        return LeftOut.read(Files.writeString(cases.resolve("left-out.txt"), text));
    }

    private void write(String place, String messages) throws IOException {
        Path file = cases.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<KMIP>" + messages + "</KMIP>");
    }
}
