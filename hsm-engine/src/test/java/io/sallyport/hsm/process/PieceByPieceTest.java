package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/**
 * Ways to a protected key that lead over small pieces of it, which whoever holds the engine's socket
 * finds by trying.
 */
class PieceByPieceTest extends LinkedEngineTest {
    private static final int WRAP_UNWRAP = 0x30;
    private static final int MAC = 0x80;
    private static final Protection SENSITIVE = new Protection(true, true, true, false);
    private static final byte[] NOTHING = {};

    private WrappedObject target;
    private WrappedObject wrappingKey;

    @BeforeAll
    void makeKeys() throws Exception {
        target = generated("target", MAC);
        wrappingKey = generated("kek", WRAP_UNWRAP);
    }

    private WrappedObject generated(String id, int mask) throws EngineFault {
        return link().call(new EngineCommand.Generate(Samples.aes(id, 256, mask, SENSITIVE)),
                Wrapped::object);
    }

    /** The head of a Key Value of so many bytes, and of a Key Material that claims this length. */
    private static byte[] head(int valueBytes, int type, int claimedBytes) {
        return ByteBuffer.allocate(16).putInt(0x42004501).putInt(valueBytes)
                .putInt(0x42004300 | type).putInt(claimedBytes).array();
    }

    private byte[] wrapped(byte[] prefix, byte[] suffix) throws EngineFault {
        return link().call(new EngineCommand.ExportWrapped(target, wrappingKey,
                WrapSpec.NIST_KEY_WRAP, Samples.direct(prefix), Samples.direct(suffix)),
                result -> Samples.bytes(result.bytes()));
    }

    private byte[] code(WrappedObject key) throws EngineFault {
        return link().call(new EngineCommand.Mac(key,
                new MacSpec(
                        HashAlgorithm.SHA_256),
                null, Samples.direct(NOTHING)), result -> Samples.bytes(result.value()));
    }

    @Test
    void theWholeKeyValueGoesOutAndComesBackWhole() throws Exception {
        byte[] wrapped = wrapped(head(40, 8, 32), NOTHING);
        WrappedObject back = link().call(new EngineCommand.ImportWrapped(
                Samples.aes("back", 256, MAC, SENSITIVE), wrappingKey, WrapSpec.NIST_KEY_WRAP,
                WrapSpec.Encoding.TTLV, null, null, null, Samples.direct(wrapped)),
                Wrapped::object);
        assertThat(code(back)).isEqualTo(code(target));
        assertThat(wrapped(NOTHING, NOTHING)).hasSize(40);
    }

    /** A key of one byte is found by trying, and then the next byte. */
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

    /**
     * Over a small prime the parts give the key's remainder, which is found by trying; over some
     * of them all of it. And whether material is as short as the caller says compares it.
     */
    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "true, false"})
    void aProtectedKeyIsNoNumberOfAFieldOfTheCallersChoice(boolean sensitive,
            boolean extractable) throws Exception {
        Protection protection = Protection.ofNew(sensitive, extractable, null);
        WrappedObject key = link().call(
                new EngineCommand.Generate(Samples.aes("key", 256, MAC, protection)),
                Wrapped::object);
        ObjectHeader part = new ObjectHeader("part", "tenant", 1, 5, 1, 3, 256, 0,
                KeyState.ACTIVE, key.header().dates(), protection, Sha256.of(new byte[32]));
        SplitSpec large = overPrime("01" + "00".repeat(30) + "0129");
        assertRefused(Reason.SENSITIVE, () -> split(key, large, part));
        List<WrappedObject> parts =
                split(key, new SplitSpec(SplitSpec.Method.XOR, 2, 2), part);
        assertRefused(Reason.SENSITIVE, () -> link().call(new EngineCommand.Join(overPrime("0101"),
                List.of(new EngineCommand.SplitPart(1, parts.get(0)),
                        new EngineCommand.SplitPart(2, parts.get(1))),
                Samples.aes("rest", 16, MAC, protection)), Wrapped::object));
    }

    /**
     * Whether a padding or a Key Value came out tells a byte of what was decrypted, and with enough
     * questions all of it: each block of a wrapped key that was not meant to be decrypted so.
     */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE,
            names = {"NIST_KEY_WRAP", "AES_KEY_WRAP_PADDING", "NONE"})
    void aKeyThatWrapsSensitiveKeysUnwrapsByKeyWrapAlone(Mode mode) {
        boolean hasTag = mode == Mode.GCM || mode == Mode.CCM;
        Padding padding = mode == Mode.CBC ? Padding.PKCS5 : Padding.NONE;
        WrapSpec spec = new WrapSpec(new CipherSpec(mode, padding, hasTag ? 16 : 0, false));
        byte[] iv = new byte[mode == Mode.GCM || mode == Mode.CCM ? 12 : 16];
        for (WrapSpec.Encoding encoding : WrapSpec.Encoding.values()) {
            assertRefused(Reason.SENSITIVE, () -> link().call(new EngineCommand.ImportWrapped(
                    Samples.aes("guess", 256, MAC, SENSITIVE), wrappingKey, spec, encoding,
                    mode == Mode.ECB ? null : Samples.direct(iv), null,
                    hasTag ? Samples.direct(new byte[16]) : null,
                    Samples.direct(new byte[32])), Wrapped::object));
        }
    }

    private List<WrappedObject> split(WrappedObject key, SplitSpec spec, ObjectHeader part)
            throws EngineFault {
        return link().call(new EngineCommand.Split(key, spec, List.of(part, part)),
                result -> result.parts().stream().map(Wrapped::object).toList());
    }

    private static SplitSpec overPrime(String hex) {
        return new SplitSpec(SplitSpec.Method.PRIME_FIELD, 2, 2,
                Samples.direct(HexFormat.of().parseHex(hex)));
    }

    private void assertRefused(byte[] prefix, byte[] suffix) {
        assertRefused(Reason.INVALID_PARAMETERS, () -> wrapped(prefix, suffix));
    }
}
