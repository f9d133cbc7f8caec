package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.crypto.SymmetricCiphers.Input;
import io.sallyport.hsm.timing.Dudect;
import io.sallyport.hsm.timing.Dudect.Kinds;
import io.sallyport.hsm.timing.Dudect.Operation;
import io.sallyport.hsm.timing.PlantedLeaks;

/**
 * Where the engine decides whether padding, tag or wrapping is right: its time must not tell what
 * was wrong, or where. {@code docs/timing.md} has the method. Minutes.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionTimingTest {
    private static final int BLOCK = 16;
    private static final int BLOCKS = 64;
    private static final int RSA_BYTES = 256;
    private static final HashAlgorithm SHA_256 = HashAlgorithm.SHA_256;
    private static final byte[] KW_CHECK = HexFormat.of().parseHex("a6a6a6a6a6a6a6a6");
    private static final byte[] KWP_CHECK_27 = HexFormat.of().parseHex("a65959a60000001b");

    private final Examples examples = new Examples();
    private final byte[] key = examples.bytes(32);
    private final byte[] output = new byte[1024];
    private final NonceSource nonces = new NonceSource();
    private final RsaEncoding encoding = new RsaEncoding(new Hashes(), nonces);
    private final SymmetricCiphers ciphers = new SymmetricCiphers(new JcaBridge(), nonces);
    private final KeyView view = new KeyView(Arena.ofAuto().allocate(32)
            .copyFrom(MemorySegment.ofArray(key)));
    private final StringBuilder table = new StringBuilder(Dudect.Result.HEAD);

    @AfterAll
    void print() {
        System.out.println(table);
    }

    private Dudect.Result measured(String decision, Kinds kinds, Operation operation,
            int samples) {
        Dudect.Result result = Dudect.measure(kinds, operation, samples);
        table.append(result.row(decision));
        return result;
    }

    private void tellsNothing(String decision, Kinds kinds, Operation operation) {
        assertThat(measured(decision, kinds, operation, Dudect.SAMPLES).t()).as(decision)
                .isLessThan(Dudect.LEAK);
    }

    private static Operation unpadding(Padding padding) {
        return data -> {
            int sum = 0;
            for (int end = BLOCK; end <= data.length; end += BLOCK) {
                sum += BlockPadding.unpaddedLength(padding, data, end, BLOCK);
            }
            return sum;
        };
    }

    private List<byte[]> blocks(Supplier<byte[]> block) {
        return examples.many(() -> Examples.joined(BLOCKS, block));
    }

    /** The first byte that is looked at is the last one of the block. */
    private Kinds wrongPadding() {
        return new Kinds("16 bytes of padding, wrong in the last but one; in the first",
                blocks(() -> examples.changed(examples.padded(BLOCK), BLOCK - 2)),
                blocks(() -> examples.changed(examples.padded(BLOCK), 0)));
    }

    @Test
    void paddingOfPkcs5() {
        Operation unpadding = unpadding(Padding.PKCS5);
        tellsNothing("PKCS#5, 64 blocks", wrongPadding(), unpadding);
        tellsNothing("PKCS#5, 64 blocks", new Kinds("right, of 1 to 16 bytes; length over 16",
                blocks(() -> examples.padded(1 + (examples.bytes(1)[0] & 15))),
                blocks(() -> lastByte(0x20 | examples.bytes(1)[0]))), unpadding);
    }

    @Test
    void paddingOfX923() {
        tellsNothing("ANSI X9.23, 64 blocks", new Kinds(
                "16 bytes of padding, wrong in the last but one; in the first",
                blocks(() -> examples.changed(x923(), BLOCK - 2)),
                blocks(() -> examples.changed(x923(), 0))), unpadding(Padding.ANSI_X9_23));
    }

    private static byte[] x923() {
        byte[] block = new byte[BLOCK];
        block[BLOCK - 1] = BLOCK;
        return block;
    }

    @Test
    void paddingOfIso10126() {
        tellsNothing("ISO 10126, 64 blocks", new Kinds("length over 16; length 1 to 16",
                blocks(() -> lastByte(0x20 | examples.bytes(1)[0])),
                blocks(() -> lastByte(1 + (examples.bytes(1)[0] & 15)))),
                unpadding(Padding.ISO_10126));
    }

    private byte[] lastByte(int value) {
        byte[] block = examples.bytes(BLOCK);
        block[BLOCK - 1] = (byte) value;
        return block;
    }

    @Test
    void paddingOfZeros() {
        tellsNothing("zeros, 64 blocks", new Kinds("none; 16",
                blocks(() -> lastByte(1 | examples.bytes(1)[0])),
                blocks(() -> new byte[BLOCK])), unpadding(Padding.ZEROS));
    }

    @Test
    void plantedUnpaddingIsFound() {
        assertThat(measured("planted: unpadding with an early end", wrongPadding(), data -> {
            int sum = 0;
            for (int end = BLOCK; end <= data.length; end += BLOCK) {
                sum += PlantedLeaks.unpaddedLength(data, end, BLOCK);
            }
            return sum;
        }, Dudect.SAMPLES).t()).isGreaterThan(10);
    }

    @Test
    void plantedComparisonIsFound() {
        byte[] right = examples.bytes(BLOCK);
        assertThat(measured("planted: comparison with an early end", wrongTags(right, 0),
                given -> PlantedLeaks.firstDifference(right, given, 0), Dudect.SAMPLES).t())
                .isGreaterThan(10);
    }

    private Kinds wrongTags(byte[] sealed, int tagAt) {
        return new Kinds("first byte of the tag wrong; last byte",
                examples.many(() -> Examples.roomy(examples.changed(sealed, tagAt))),
                examples.many(() -> Examples.roomy(
                        examples.changed(sealed, sealed.length - 1))));
    }

    /** Decrypts; whatever is wrong is the one fault. */
    private Operation decryption(CipherAlgorithm algorithm, CipherSpec spec, byte @Nullable [] iv,
            int length) {
        return data -> {
            try {
                return ciphers.decrypt(algorithm, spec, view, new Input(iv, null, data, length),
                        output);
            } catch (EngineFault fault) {
                assertThat(fault.reason()).isEqualTo(Reason.CRYPTOGRAPHIC_FAILURE);
                return -1;
            }
        };
    }

    @ParameterizedTest
    @EnumSource(value = Padding.class, names = {"PKCS5", "ANSI_X9_23"})
    void wrongPaddingOfCbc(Padding padding) {
        byte[] iv = examples.bytes(BLOCK);
        byte[] clear = examples.bytes(2 * BLOCK);
        byte[] last = padding == Padding.PKCS5 ? examples.padded(BLOCK) : x923();
        System.arraycopy(last, 0, clear, BLOCK, BLOCK);
        tellsNothing("AES-CBC decryption, " + padding, new Kinds(
                "padding wrong in the last byte but one; in the first",
                examples.many(() -> Examples.roomy(Examples.cbc(key, iv,
                        examples.changed(clear, 2 * BLOCK - 2)))),
                examples.many(() -> Examples.roomy(Examples.cbc(key, iv,
                        examples.changed(clear, BLOCK))))),
                decryption(CipherAlgorithm.AES, new CipherSpec(Mode.CBC, padding, 0, false), iv,
                        clear.length));
    }

    /** Two lots of the same kind: what the method itself shows. */
    @Test
    void theSameKindTwice() throws EngineFault {
        CipherSpec spec = new CipherSpec(Mode.GCM, Padding.NONE, BLOCK, false);
        byte[] iv = examples.bytes(12);
        byte[] sealed = new byte[64];
        int length = ciphers.encrypt(CipherAlgorithm.AES, spec, view,
                new Input(iv, null, Examples.roomy(examples.bytes(32)), 32), sealed);
        byte[] right = Arrays.copyOf(sealed, length);
        tellsNothing("nothing: AES GCM", new Kinds("last byte of the tag wrong; the same",
                examples.many(() -> Examples.roomy(examples.changed(right, length - 1))),
                examples.many(() -> Examples.roomy(examples.changed(right, length - 1)))),
                decryption(CipherAlgorithm.AES, spec, iv, length));
    }

    @ParameterizedTest
    @CsvSource({"AES, GCM", "AES, CCM", "CHACHA20_POLY1305, NONE"})
    void wrongTag(CipherAlgorithm algorithm, Mode mode) throws EngineFault {
        CipherSpec spec = new CipherSpec(mode, Padding.NONE, BLOCK, false);
        byte[] iv = examples.bytes(12);
        byte[] clear = Examples.roomy(examples.bytes(32));
        byte[] sealed = new byte[64];
        int length = ciphers.encrypt(algorithm, spec, view, new Input(iv, null, clear, 32),
                sealed);
        tellsNothing(algorithm + " " + mode, wrongTags(Arrays.copyOf(sealed, length), 32),
                decryption(algorithm, spec, iv, length));
    }

    @Test
    void wrongKeyWrap() {
        byte[] clear = examples.bytes(32);
        tellsNothing("AES key wrap", new Kinds("check value wrong in its first byte; its last",
                wraps(() -> examples.changed(KW_CHECK, 0), () -> clear),
                wraps(() -> examples.changed(KW_CHECK, 7), () -> clear)),
                decryption(CipherAlgorithm.AES,
                        new CipherSpec(Mode.NIST_KEY_WRAP, Padding.NONE, 0, false), null, 40));
    }

    @Test
    void wrongKeyWrapWithPadding() {
        byte[] clear = Arrays.copyOf(examples.bytes(27), 32);
        Supplier<byte[]> wrongZero = () -> examples.changed(clear, 31);
        Operation unwrap = decryption(CipherAlgorithm.AES,
                new CipherSpec(Mode.AES_KEY_WRAP_PADDING, Padding.NONE, 0, false), null, 40);
        tellsNothing("AES key wrap with padding", new Kinds(
                "check value wrong in its first byte; its last",
                wraps(() -> examples.changed(KWP_CHECK_27, 0), () -> clear),
                wraps(() -> examples.changed(KWP_CHECK_27, 3), () -> clear)), unwrap);
        tellsNothing("AES key wrap with padding", new Kinds("check value wrong; padding wrong",
                wraps(() -> examples.changed(KWP_CHECK_27, 0), () -> clear),
                wraps(() -> KWP_CHECK_27, wrongZero)), unwrap);
        tellsNothing("AES key wrap with padding", new Kinds("length wrong; padding wrong",
                wraps(() -> examples.changed(KWP_CHECK_27, 4), () -> clear),
                wraps(() -> KWP_CHECK_27, wrongZero)), unwrap);
    }

    private List<byte[]> wraps(Supplier<byte[]> check, Supplier<byte[]> data) {
        return examples.many(
                () -> Examples.roomy(Examples.wrapped(key, check.get(), data.get())));
    }

    private Operation oaep() {
        return block -> encoding.oaepMessage(SHA_256, SHA_256, new byte[0], block, output);
    }

    private byte[] oaepBlock(int messageBytes) {
        byte[] block = encoding.oaep(SHA_256, SHA_256, new byte[0], examples.bytes(messageBytes),
                RSA_BYTES);
        assertThat(block).isNotNull();
        return block == null ? new byte[0] : block;
    }

    @Test
    void decodingOfOaep() {
        tellsNothing("OAEP decoding", new Kinds("first byte not 0; hash of the label wrong",
                examples.many(() -> examples.changed(oaepBlock(32), 0)),
                examples.many(() -> examples.changed(oaepBlock(32), RSA_BYTES - 1))), oaep());
        tellsNothing("OAEP decoding", new Kinds("right; first byte not 0",
                examples.many(() -> oaepBlock(32)),
                examples.many(() -> examples.changed(oaepBlock(32), 0))), oaep());
        tellsNothing("OAEP decoding", new Kinds("message of 0 bytes; of 190",
                examples.many(() -> oaepBlock(0)), examples.many(() -> oaepBlock(190))), oaep());
    }

    private byte[] pkcs1Block(int messageBytes) {
        byte[] block = encoding.pkcs1(examples.bytes(messageBytes), RSA_BYTES);
        assertThat(block).isNotNull();
        return block == null ? new byte[0] : block;
    }

    @Test
    void decodingOfPkcs1() {
        Operation decoding = block -> RsaEncoding.pkcs1Message(block, output);
        tellsNothing("PKCS#1 v1.5 decoding", new Kinds("first byte not 0; no end of the padding",
                examples.many(() -> examples.changed(pkcs1Block(32), 0)),
                examples.many(this::endless)), decoding);
        tellsNothing("PKCS#1 v1.5 decoding", new Kinds("right; no end of the padding",
                examples.many(() -> pkcs1Block(32)), examples.many(this::endless)), decoding);
        tellsNothing("PKCS#1 v1.5 decoding", new Kinds("message of 0 bytes; of 245",
                examples.many(() -> pkcs1Block(0)), examples.many(() -> pkcs1Block(245))),
                decoding);
    }

    private byte[] endless() {
        byte[] block = examples.bytes(RSA_BYTES);
        for (int i = 0; i < RSA_BYTES; i++) {
            block[i] |= 1;
        }
        block[0] = 0;
        block[1] = 2;
        return block;
    }
}
