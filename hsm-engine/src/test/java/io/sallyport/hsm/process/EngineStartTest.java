package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.integrity.InstalledEngine;

/** The engine as it is installed, from its archives. */
class EngineStartTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSelfTestsRunAtTheStartAndTellTheirTime() throws Exception {
        InstalledEngine installed = InstalledEngine.in(folder.resolve("lib-engine"));
        long begunNanos = System.nanoTime();
        try (RunningEngine engine = RunningEngine.start(folder, installed.classPath(),
                EngineMain.class);
                BlockingEngineLink link = engine.connect()) {
            Duration seen = Duration.ofNanos(System.nanoTime() - begunNanos);
            StatusReport status = link.call(new EngineCommand.Status(), r -> r);
            System.out.printf("engine start: init and ready %d ms, ready by its own clock %d ms,"
                    + " of which %d self-tests %d ms%n", seen.toMillis(), status.startMillis(),
                    status.selfTest().tests(), status.selfTest().micros() / 1000);
            assertThat(status.selfTest().micros()).isPositive();
            assertThat(status.startMillis())
                    .isGreaterThan(status.selfTest().micros() / 1000);
            assertThat(status.selfTest().code()).isEqualTo("2 archives as built");
        }
    }

    /** Wherever the byte is: in the middle it breaks a class that the tests themselves need. */
    @Test
    void oneChangedByteIsNamedBeforeTheArchiveIsNeeded() throws Exception {
        InstalledEngine installed = InstalledEngine.in(folder.resolve("lib-engine"));
        int length = (int) Files.size(installed.folder().resolve(InstalledEngine.BOUNCY_CASTLE));
        for (int fromEnd : new int[]{length - 5000, length / 2, 1}) {
            installed.flip(InstalledEngine.BOUNCY_CASTLE, fromEnd);
            assertThatThrownBy(() -> RunningEngine.start(folder, installed.classPath(),
                    EngineMain.class)).hasMessageContaining("bcprov.jar is not what was built");
            installed.flip(InstalledEngine.BOUNCY_CASTLE, fromEnd);
        }
    }

    @Test
    void codeThatIsChangedWhileItRunsEndsAllOutput_andDoesNotStartAgain() throws Exception {
        InstalledEngine installed = InstalledEngine.in(folder.resolve("lib-engine"));
        String classPath = installed.classPath();
        try (RunningEngine engine = RunningEngine.start(folder, classPath, EngineMain.class);
                BlockingEngineLink link = slowly(engine);
                BlockingEngineLink other = slowly(engine)) {
            link.call(new EngineCommand.RunSelfTests(), r -> r);
            installed.flip(InstalledEngine.BOUNCY_CASTLE, 1);
            assertThatThrownBy(() -> link.call(new EngineCommand.RunSelfTests(), r -> r))
                    .isInstanceOfSatisfying(EngineFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.INTERNAL))
                    .hasMessageContaining("bcprov.jar is not what was built");
            assertThatThrownBy(() -> other.call(new EngineCommand.Random(16), r -> r))
                    .isInstanceOf(EngineFault.class).hasMessageContaining("until restarted");
        }
        assertThatThrownBy(() -> RunningEngine.start(folder, classPath, EngineMain.class))
                .hasMessageContaining("bcprov.jar is not what was built. Install Sallyport anew")
                .hasMessageContaining("The engine stays shut.");
        installed.flip(InstalledEngine.BOUNCY_CASTLE, 1);
        try (RunningEngine engine = RunningEngine.start(folder, classPath, EngineMain.class);
                BlockingEngineLink link = slowly(engine)) {
            int length = link.call(new EngineCommand.Random(16), r -> r.bytes().remaining());
            assertThat(length).isEqualTo(16);
        }
    }

    /** A run of all self-tests takes its time. */
    private static BlockingEngineLink slowly(RunningEngine engine) throws IOException {
        return BlockingEngineLink.connect(engine.socket(), LinkLimits.SLOW);
    }
}
