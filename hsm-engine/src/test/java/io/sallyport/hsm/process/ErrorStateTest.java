package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

class ErrorStateTest {
    private static final ObjectHeader HEADER = Samples.aes("k", 256, 12, Protection.EXTRACTABLE);

    @TempDir
    private Path folder = Path.of("");

    private static EngineCommand.Encrypt encryption(WrappedObject key) {
        return new EngineCommand.Encrypt(key, new CipherSpec(Mode.GCM, Padding.NONE, 16, true),
                null, null, ByteBuffer.allocateDirect(32));
    }

    private static void assertEncrypts(BlockingEngineLink link, WrappedObject key)
            throws EngineFault {
        int length = link.call(encryption(key), r -> r.data().remaining());
        assertThat(length).isEqualTo(32);
    }

    private static void assertInternal(BlockingEngineLink link, EngineCommand<?> command) {
        assertThatThrownBy(() -> link.call(command, r -> r)).isInstanceOfSatisfying(
                EngineFault.class, fault -> {
                    assertThat(fault.reason()).isEqualTo(Reason.INTERNAL);
                    assertThat(fault).hasMessageContaining("until restarted")
                            .hasMessageNotContaining(LocalEngine.CLOCK_BROKE);
                });
    }

    @Test
    void anUnexpectedErrorEndsAllOutputUntilRestart() throws Exception {
        WrappedObject key;
        try (LocalEngine engine = LocalEngine.start(folder);
                BlockingEngineLink link = engine.connect();
                BlockingEngineLink other = engine.connect()) {
            key = link.call(new EngineCommand.Generate(HEADER), EngineResult.Wrapped::object);
            assertEncrypts(other, key);
            engine.breakClock(true);
            assertInternal(link, encryption(key));
            engine.breakClock(false);
            List<EngineCommand<?>> every = List.of(new EngineCommand.Generate(HEADER),
                    new EngineCommand.Import(HEADER, ByteBuffer.allocateDirect(32)),
                    new EngineCommand.Export(key), encryption(key),
                    new EngineCommand.Verify(key), new EngineCommand.Status(),
                    new EngineCommand.Amend(key, Samples.next(HEADER, KeyState.DEACTIVATED)));
            try (BlockingEngineLink late = engine.connect()) {
                for (EngineCommand<?> command : every) {
                    assertInternal(link, command);
                    assertInternal(other, command);
                    assertInternal(late, command);
                }
            }
        }
        try (LocalEngine restarted = LocalEngine.start(folder);
                BlockingEngineLink link = restarted.connect()) {
            assertEncrypts(link, key);
        }
    }

    @Test
    void aRefusalIsNoError() throws Exception {
        try (LocalEngine engine = LocalEngine.start(folder);
                BlockingEngineLink link = engine.connect()) {
            WrappedObject key = link.call(
                    new EngineCommand.Generate(Samples.aes("k", 256, 0, Protection.EXTRACTABLE)),
                    EngineResult.Wrapped::object);
            assertThatThrownBy(() -> link.call(encryption(key), r -> r))
                    .isInstanceOfSatisfying(EngineFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.POLICY));
            int length = link.call(new EngineCommand.Export(key), r -> r.bytes().remaining());
            assertThat(length).isEqualTo(32);
        }
    }
}
