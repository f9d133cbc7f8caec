package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.SwitchedBreakage;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;

/** The module's generator draws from the kernel's, whose health tests end the engine. */
class FipsRandomTest {
    private static final int ED25519 = 0x37;
    private static final int DRAWS = 32;

    @TempDir
    private Path folder = Path.of("");
    private Path switches = folder;

    @BeforeEach
    void makeFolders() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        switches = Files.createDirectory(folder.resolve("switches"));
    }

    /** What draws from the generator of a thread, and what from the module's own default. */
    enum Draw {
        RANDOM {
            @Override
            EngineCommand<?> command() {
                return new EngineCommand.Random(65_536);
            }
        },
        EDWARDS_PAIR {
            @Override
            EngineCommand<?> command() {
                return new EngineCommand.GeneratePair(header("private", 4, 4, 1),
                        header("public", 3, 5, 2), 0);
            }
        };

        abstract EngineCommand<?> command();

        private static ObjectHeader header(String id, int type, int format, int mask) {
            return new ObjectHeader(id, "tenant", 1, type, format, ED25519, 256, mask,
                    KeyState.ACTIVE,
                    new KeyDates(1000, 1000L, null, null, null, null, null, null),
                    Protection.EXTRACTABLE, Sha256.of(new byte[32]));
        }
    }

    @ParameterizedTest
    @CsvSource({"RANDOM, stuck, repetition count", "RANDOM, lopsided, adaptive proportion",
            "EDWARDS_PAIR, stuck, repetition count"})
    void aBrokenSourceGivesNothing(Draw draw, String broken, String test) throws Exception {
        assertThat(broken).isIn(SwitchedBreakage.STUCK, SwitchedBreakage.LOPSIDED);
        try (FipsEngine engine = FipsEngine.startSwitched(folder, switches);
                BlockingEngineLink link =
                        BlockingEngineLink.connect(engine.socket(), LinkLimits.SLOW)) {
            link.call(draw.command(), result -> result);
            Files.createFile(switches.resolve(broken));
            assertThatThrownBy(() -> drawAll(link, draw))
                    .isInstanceOfSatisfying(EngineFault.class, fault -> {
                        assertThat(fault.reason()).isEqualTo(Reason.INTERNAL);
                        assertThat(fault.getMessage()).contains(
                                "The self-test of the random source (" + test + ") failed");
                    });
        }
    }

    /** More than the engine has read ahead, which was sound when it was read. */
    private static void drawAll(BlockingEngineLink link, Draw draw) throws EngineFault {
        for (int i = 0; i < DRAWS; i++) {
            link.call(draw.command(), result -> result);
        }
    }
}
