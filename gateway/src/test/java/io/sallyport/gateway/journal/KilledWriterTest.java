package io.sallyport.gateway.journal;

import static io.sallyport.gateway.store.OpenStore.await;
import static io.sallyport.gateway.store.SealedFixture.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.audit.AuditReport;
import io.sallyport.gateway.audit.AuditVerifier;
import io.sallyport.gateway.store.OpenStore;
import io.sallyport.gateway.store.SealedFixture;

/** Kills a writing process again and again: what it had acknowledged must be there. */
class KilledWriterTest {
    private static final int CYCLES = 20;
    private static final int ACKNOWLEDGED_PER_CYCLE = 40;

    @TempDir
    Path directory;

    @Test
    void acknowledgedSubmissionsSurviveKills() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            acknowledged.addAll(runAndKill("c" + cycle));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(CYCLES * ACKNOWLEDGED_PER_CYCLE);
        try (OpenStore open = OpenStore.at(directory)) {
            for (String id : acknowledged) {
                assertThat(await(open.objects.find(PARTITION, id))).as(id).isPresent();
            }
            AuditReport report = new AuditVerifier(open.store.readers(), OpenStore.DOMAIN).verify();
            assertThat(report.flaw()).isNull();
            assertThat(report.entries()).isGreaterThanOrEqualTo(acknowledged.size());
        }
    }

    private List<String> runAndKill(String prefix) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), KilledWriterTest.Writer.class.getName(),
                directory.toString(), prefix).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader()) {
            String line = lines.readLine();
            while (line != null && acknowledged.size() < ACKNOWLEDGED_PER_CYCLE) {
                if (line.startsWith("ok ")) {
                    acknowledged.add(line.substring(3));
                }
                line = lines.readLine();
            }
            writer.toHandle().destroyForcibly();
            writer.waitFor();
            // What it had still written to the pipe it had acknowledged too.
            while (line != null) {
                if (line.startsWith("ok ")
                        && line.length() == ("ok " + prefix + "-00000").length()) {
                    acknowledged.add(line.substring(3));
                }
                line = lines.readLine();
            }
        }
        return acknowledged;
    }

    /** Inserts objects without end, and prints the id of each one that is acknowledged. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            try (OpenStore open = OpenStore.at(Path.of(arguments[0]))) {
                for (int i = 0; i < 100_000; i++) {
                    String id = "%s-%05d".formatted(arguments[1], i);
                    var commit = open.journal
                            .commit(OpenStore.insertion(SealedFixture.object(id)));
                    commit.onSuccess(done -> {
                        System.out.println("ok " + id);
                        System.out.flush();
                    });
                    if (i % 5 == 4) {
                        await(commit);
                    }
                }
            }
        }
    }
}
