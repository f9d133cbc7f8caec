package io.sallyport.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.gateway.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole quick start, on the class path of the tests. */
class QuickstartTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void everyStepProvesWhatItIsForAndNothingIsLeftRunning() throws Exception {
        int exitCode = run(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        assertThat(exitCode).as(text()).isZero();
        assertThat(text()).contains("[12/12]").doesNotContain("FAILED");
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void failingStepEndsTheRunAndIsNamed() throws Exception {
        assertThat(run(List.of("/bin/false"))).isEqualTo(1);
        assertThat(text()).contains("FAILED").contains("[1/12] Make a home")
                .contains("sallyport init exited with 1").doesNotContain("[2/12]");
    }

    @Test
    void folderThatIsNotEmptyIsRefused() throws Exception {
        Files.writeString(directory.resolve("mine"), "do not touch");
        assertThat(run(List.of("/bin/false"))).isEqualTo(1);
        assertThat(text()).contains("is not empty").doesNotContain("[1/12]");
        assertThat(directory.resolve("mine")).hasContent("do not touch");
    }

    private int run(List<String> program) throws InterruptedException {
        return new Quickstart(new Options(directory, false), program,
                Terminal.plain(new PrintStream(printed, true, StandardCharsets.UTF_8))).run();
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
