package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.crypto.SelfTestFailure;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealedState;
import io.sallyport.hsm.seal.Terms;

class RoundTripTest {
    @TempDir
    private Path folder = Path.of("");
    private final AtomicLong served = new AtomicLong();

    private interface Change {
        EngineResult of(EngineCommand<?> command, EngineResult result) throws EngineFault;
    }

    @BeforeEach
    void makeDomain() throws Exception {
        SealedState.create(folder.resolve("state"), folder.resolve("key"), InstantSource.system());
    }

    /** Runs on an engine whose answers are changed on their way. */
    private void run(Change change) throws Exception {
        InstantSource clock = InstantSource.system();
        try (Terms terms = Terms.open(folder.resolve("state"),
                RootKey.read(folder.resolve("key")), InstantSource.system());
                CommandExecutor executor = new CommandExecutor(terms, clock, () -> {
                    throw new AssertionError("Nobody asks for the status.");
                }, served, new SelfTests(SelfTests.Parts.ofThisProcess(), clock))) {
            new RoundTrip(command -> change.of(command, executor.execute(command)),
                    executor::wipe).run(3);
        }
    }

    @Test
    void aSoundEngineGoesThereAndBack() throws Exception {
        run((_, result) -> result);
        assertThat(served).hasValue(7);
    }

    @Test
    void anEngineThatRefusesItsOwnKeyFails() {
        assertThatThrownBy(() -> run((command, result) -> {
            if (command instanceof EngineCommand.Encrypt) {
                throw new EngineFault(Reason.NOT_AUTHENTIC, "not authentic");
            }
            return result;
        })).isInstanceOf(SelfTestFailure.class)
                .hasMessage("The self-test of the way of a command failed: not authentic");
    }

    @Test
    void anEngineThatDecryptsToSomethingElseFails() {
        assertThatThrownBy(() -> run((command, result) -> {
            if (result instanceof EngineResult.Material clear) {
                assertThat(command).isInstanceOf(EngineCommand.Decrypt.class);
                clear.bytes().put(31, (byte) 1);
            }
            return result;
        })).isInstanceOf(SelfTestFailure.class).hasMessageContaining("is not what went");
    }
}
