package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.sallyport.hsm.algorithm.Family;
import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.sallyport.hsm.crypto.Breakage;
import io.sallyport.hsm.crypto.SelfTest;
import io.sallyport.hsm.crypto.SelfTestFailure;
import io.sallyport.hsm.integrity.CodeIntegrity;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** Each self-test broken in turn, in an engine that serves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelfTestBreakageTest {
    private static final ObjectHeader HEADER = Samples.aes("k", 256, 12, Protection.EXTRACTABLE);
    private static final CodeIntegrity CODE =
            CodeIntegrity.of(System.getProperty("java.class.path", ""));

    @TempDir
    private static Path folder = Path.of("");
    private WrappedObject key;

    @BeforeAll
    void makeKey() throws Exception {
        try (LocalEngine engine = LocalEngine.start(folder);
                BlockingEngineLink link = engine.connect()) {
            key = link.call(new EngineCommand.Generate(HEADER), EngineResult.Wrapped::object);
        }
    }

    static List<Breakage> breakages() {
        return Breakage.all();
    }

    private static SelfTests.Parts parts(Breakage broken) {
        return new SelfTests.Parts(broken.knownAnswers(), broken.algorithms(),
                broken.sourcesOfRandomness(), CODE);
    }

    private static EngineCommand<?> trigger(Breakage broken) {
        return switch (broken.trigger()) {
            case SELF_TEST -> new EngineCommand.RunSelfTests();
            case KEY_PAIR -> Samples.ecPair();
            case RANDOM -> new EngineCommand.Random(32);
        };
    }

    private void assertNoOutput(BlockingEngineLink link, String says) {
        List<EngineCommand<?>> every = List.of(new EngineCommand.Generate(HEADER),
                new EngineCommand.Import(HEADER, ByteBuffer.allocateDirect(32)),
                new EngineCommand.Export(key), new EngineCommand.Random(16),
                Samples.ecPair(), new EngineCommand.Status(), new EngineCommand.RunSelfTests());
        for (EngineCommand<?> command : every) {
            assertBroken(link, command, says);
        }
    }

    private static void assertBroken(BlockingEngineLink link, EngineCommand<?> command,
            String says) {
        assertThatThrownBy(() -> link.call(command, r -> r)).isInstanceOfSatisfying(
                EngineFault.class, fault -> {
                    assertThat(fault.reason()).isEqualTo(Reason.INTERNAL);
                    assertThat(fault).hasMessageContaining(says)
                            .hasMessageContaining("until restarted");
                });
    }

    private void assertServes() throws Exception {
        try (LocalEngine engine = LocalEngine.start(folder);
                BlockingEngineLink link = engine.connect()) {
            int length = link.call(new EngineCommand.Export(key), r -> r.bytes().remaining());
            assertThat(length).isEqualTo(32);
        }
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void aBrokenSelfTestEndsAllOutputUntilRestart(Breakage broken) throws Exception {
        try (LocalEngine engine = LocalEngine.start(folder, parts(broken));
                BlockingEngineLink link = engine.connect();
                BlockingEngineLink other = engine.connect()) {
            int length = other.call(new EngineCommand.Export(key), r -> r.bytes().remaining());
            assertThat(length).isEqualTo(32);
            assertBroken(link, trigger(broken), broken.says());
            assertNoOutput(other, broken.says());
            try (BlockingEngineLink late = engine.connect()) {
                assertNoOutput(late, broken.says());
            }
        }
        assertServes();
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void anEngineDoesNotStartWithABrokenSelfTest(Breakage broken) {
        if (broken.trigger() == Breakage.Trigger.SELF_TEST) {
            SelfTests tests = new SelfTests(parts(broken), InstantSource.system());
            assertThatThrownBy(tests::run).isInstanceOf(SelfTestFailure.class)
                    .hasMessageContaining(broken.says());
            assertThat(tests.last().tests()).isZero();
        }
    }

    @Test
    void everyPartOfTheSelfTestIsInTheList() {
        List<String> says = Breakage.all().stream().map(Breakage::says).toList();
        for (Family family : Family.values()) {
            assertThat(says).contains("The self-test of " + family + " failed");
        }
        for (String name : SelfTest.names()) {
            assertThat(says).contains("The self-test of " + name + " failed");
        }
        assertThat(says).contains("(pairwise consistency) failed", "(repetition count) failed",
                "(adaptive proportion) failed");
    }

    @Test
    void aSoundEngineTellsOfItsRun() throws Exception {
        try (LocalEngine engine = LocalEngine.start(folder);
                BlockingEngineLink link = engine.connect()) {
            SelfTested run = link.call(new EngineCommand.RunSelfTests(), r -> r);
            assertThat(run.tests()).isGreaterThan(10);
            assertThat(run.code()).isEqualTo(CodeIntegrity.NOT_CHECKED);
            assertThat(link.call(new EngineCommand.Status(), EngineResult.StatusReport::selfTest))
                    .isEqualTo(run);
        }
    }
}
