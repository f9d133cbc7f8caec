package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/**
 * What a caller puts around material before it is wrapped must not make a part of it look like all
 * of it: a key of one byte is found by trying, and then the next byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartialMaterialTest {
    private static final int WRAP_UNWRAP = 0x30;
    private static final int MAC = 0x80;
    private static final Protection SENSITIVE = new Protection(true, true, true, false);
    private static final byte[] NOTHING = {};

    @TempDir
    private static Path folder = Path.of("");
    private LocalEngine engine;
    private BlockingEngineLink link;
    private WrappedObject target;
    private WrappedObject wrappingKey;

    @BeforeAll
    void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        engine = LocalEngine.start(folder);
        link = BlockingEngineLink.connect(engine.socket(), LinkLimits.SLOW);
        target = generated("target", MAC);
        wrappingKey = generated("kek", WRAP_UNWRAP);
    }

    @AfterAll
    void stop() throws Exception {
        link.close();
        engine.close();
    }

    private WrappedObject generated(String id, int mask) throws EngineFault {
        return link.call(new EngineCommand.Generate(Samples.aes(id, 256, mask, SENSITIVE)),
                Wrapped::object);
    }

    /** The head of a Key Value of so many bytes, and of a Key Material that claims this length. */
    private static byte[] head(int valueBytes, int type, int claimedBytes) {
        return ByteBuffer.allocate(16).putInt(0x42004501).putInt(valueBytes)
                .putInt(0x42004300 | type).putInt(claimedBytes).array();
    }

    private byte[] wrapped(byte[] prefix, byte[] suffix) throws EngineFault {
        return link.call(new EngineCommand.ExportWrapped(target, wrappingKey,
                WrapSpec.NIST_KEY_WRAP, Samples.direct(prefix), Samples.direct(suffix)),
                result -> Samples.bytes(result.bytes()));
    }

    private byte[] code(WrappedObject key) throws EngineFault {
        return link.call(new EngineCommand.Mac(key,
                new MacSpec(
                        HashAlgorithm.SHA_256),
                null, Samples.direct(NOTHING)), result -> Samples.bytes(result.value()));
    }

    @Test
    void theWholeKeyValueGoesOutAndComesBackWhole() throws Exception {
        byte[] wrapped = wrapped(head(40, 8, 32), NOTHING);
        WrappedObject back = link.call(new EngineCommand.ImportWrapped(
                Samples.aes("back", 256, MAC, SENSITIVE), wrappingKey, WrapSpec.NIST_KEY_WRAP,
                WrapSpec.Encoding.TTLV, null, null, null, Samples.direct(wrapped)),
                Wrapped::object);
        assertThat(code(back)).isEqualTo(code(target));
        assertThat(wrapped(NOTHING, NOTHING)).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 16, 31})
    void aKeyValueThatClaimsLessIsRefused(int claimedBytes) {
        assertRefused(head(40, 8, claimedBytes), NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"40, 1, 32", "40, 7, 32", "32, 8, 32", "48, 8, 40", "40, 8, 33"})
    void whatIsNoKeyValueAroundItIsRefused(int valueBytes, int type, int claimedBytes) {
        assertRefused(head(valueBytes, type, claimedBytes), NOTHING);
    }

    @Test
    void aSecretInFrontOfTheMaterialIsRefused() {
        byte[] other = ByteBuffer.allocate(56).put(head(80, 8, 1)).put(new byte[8])
                .put(HexFormat.of().parseHex("4200430800000020")).array();
        assertRefused(other, NOTHING);
        assertRefused(new byte[8], NOTHING);
        assertRefused(NOTHING, new byte[8]);
    }

    private void assertRefused(byte[] prefix, byte[] suffix) {
        assertThatThrownBy(() -> wrapped(prefix, suffix)).isInstanceOfSatisfying(
                EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.INVALID_PARAMETERS));
    }
}
