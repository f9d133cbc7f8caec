package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.object.WrappedObject;

/**
 * Tests of what whoever holds the engine's socket may try: one engine of the ordinary distribution
 * for each class, in the test's own process, and a link to it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LinkedEngineTest {
    @TempDir
    private static Path folder = Path.of("");
    private @Nullable LocalEngine engine;
    private @Nullable BlockingEngineLink link;

    @BeforeAll
    void startEngine() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        LocalEngine started = LocalEngine.start(folder);
        engine = started;
        link = BlockingEngineLink.connect(started.socket(), LinkLimits.SLOW);
    }

    @AfterAll
    void stopEngine() throws Exception {
        link().close();
        Objects.requireNonNull(engine).close();
    }

    final BlockingEngineLink link() {
        return Objects.requireNonNull(link);
    }

    /** The object that a command makes. */
    final WrappedObject made(EngineCommand<Wrapped> command) throws EngineFault {
        return link().call(command, Wrapped::object);
    }

    static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(reason));
    }
}
