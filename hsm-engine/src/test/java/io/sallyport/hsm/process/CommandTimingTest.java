package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.crypto.Examples;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealedState;
import io.sallyport.hsm.seal.Terms;
import io.sallyport.hsm.timing.Dudect;
import io.sallyport.hsm.timing.Dudect.Kinds;
import io.sallyport.hsm.timing.Dudect.Operation;

/**
 * The same question as {@link io.sallyport.hsm.crypto.DecisionTimingTest}, asked of whole commands:
 * opening the key, policy, use, and the fault. Minutes.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTimingTest {
    private static final int BLOCK = 16;
    private static final int ALL = 0xffff;
    /** A private operation of RSA takes a thousand times as long as a decision. */
    private static final int RSA_SAMPLES = Math.max(2000, Dudect.SAMPLES / 50);
    private static final int RSA_BYTES = 256;
    private static final int RSA = 4;

    @TempDir
    private static Path folder = Path.of("");

    private final Examples examples = new Examples();
    private final byte[] key = examples.bytes(32);
    private final StringBuilder table = new StringBuilder(Dudect.Result.HEAD);
    private @Nullable CommandExecutor executor;
    private @Nullable Terms terms;

    @BeforeAll
    void start() throws Exception {
        Path state = folder.resolve("state");
        Path root = folder.resolve("key");
        SealedState.create(state, root, InstantSource.system());
        Terms opened = Terms.open(state, RootKey.read(root), InstantSource.system());
        terms = opened;
        executor = new CommandExecutor(opened, InstantSource.system(), () -> {
            throw new AssertionError("Nobody asks for the status.");
        }, new AtomicLong(),
                new SelfTests(SelfTests.Parts.ofThisProcess(), InstantSource.system()));
    }

    @AfterAll
    void stop() {
        System.out.println(table);
        executor().close();
        if (terms != null) {
            terms.close();
        }
    }

    private CommandExecutor executor() {
        CommandExecutor started = executor;
        if (started == null) {
            throw new IllegalStateException("There is no executor.");
        }
        return started;
    }

    private static ObjectHeader header(String id, int type, int format, int algorithm, int bits) {
        return new ObjectHeader(id, "tenant", 1, type, format, algorithm, bits, ALL,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                Protection.EXTRACTABLE, Sha256.of(new byte[32]));
    }

    private WrappedObject imported() throws EngineFault {
        try {
            EngineResult result = executor().execute(
                    new EngineCommand.Import(header("k", 2, 1, 3, 256), Samples.direct(key)));
            assertThat(result).isInstanceOf(EngineResult.Wrapped.class);
            return ((EngineResult.Wrapped) result).object();
        } finally {
            executor().wipe();
        }
    }

    private void tellsNothing(String command, Kinds kinds, Operation operation, int samples) {
        Dudect.Result result = Dudect.measure(kinds, operation, samples);
        table.append(result.row(command));
        assertThat(result.t()).as(command).isLessThan(Dudect.LEAK);
    }

    /** Runs a command whose input is put into a buffer before; it has to be refused. */
    private Operation refused(EngineCommand<?> command, ByteBuffer into) {
        return input -> {
            into.put(0, input);
            try {
                executor().execute(command);
                throw new AssertionError("The engine takes it.");
            } catch (EngineFault fault) {
                assertThat(fault.reason()).isEqualTo(Reason.CRYPTOGRAPHIC_FAILURE);
                return -1;
            } finally {
                executor().wipe();
            }
        };
    }

    private Kinds changed(String what, byte[] right, int first, int second) {
        return new Kinds(what, examples.many(() -> examples.changed(right, first)),
                examples.many(() -> examples.changed(right, second)));
    }

    @Test
    void wrongPadding() throws EngineFault {
        byte[] iv = examples.bytes(BLOCK);
        byte[] clear = examples.bytes(2 * BLOCK);
        Arrays.fill(clear, BLOCK, 2 * BLOCK, (byte) BLOCK);
        ByteBuffer data = ByteBuffer.allocateDirect(2 * BLOCK);
        tellsNothing("Decrypt, AES-CBC, PKCS#5", new Kinds(
                "padding wrong in the last byte but one; in the first",
                examples.many(() -> Examples.cbc(key, iv,
                        examples.changed(clear, 2 * BLOCK - 2))),
                examples.many(() -> Examples.cbc(key, iv, examples.changed(clear, BLOCK)))),
                refused(new EngineCommand.Decrypt(imported(),
                        new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false), Samples.direct(iv), null,
                        null, data), data),
                Dudect.SAMPLES);
    }

    @Test
    void wrongTag() throws EngineFault {
        ByteBuffer tag = ByteBuffer.allocateDirect(BLOCK);
        tellsNothing("Decrypt, AES-GCM",
                changed("first byte of the tag wrong; last byte", tagOfNothing(), 0, BLOCK - 1),
                refused(new EngineCommand.Decrypt(imported(),
                        new CipherSpec(Mode.GCM, Padding.NONE, BLOCK, false),
                        Samples.direct(new byte[12]), null, tag, ByteBuffer.allocateDirect(0)),
                        tag),
                Dudect.SAMPLES);
    }

    private byte[] tagOfNothing() throws EngineFault {
        try {
            EngineResult result = executor().execute(new EngineCommand.Encrypt(imported(),
                    new CipherSpec(Mode.GCM, Padding.NONE, BLOCK, false),
                    Samples.direct(new byte[12]), null, ByteBuffer.allocateDirect(0)));
            return Samples.bytes(((EngineResult.Encrypted) result).tag());
        } finally {
            executor().wipe();
        }
    }

    @Test
    void wrongWrapping() throws EngineFault {
        byte[] check = HexFormat.of().parseHex("a65959a60000001b");
        byte[] clear = Arrays.copyOf(examples.bytes(27), 32);
        ByteBuffer data = ByteBuffer.allocateDirect(40);
        tellsNothing("ImportWrapped, AES key wrap with padding", new Kinds(
                "check value wrong; padding wrong",
                examples.many(
                        () -> Examples.wrapped(key, examples.changed(check, 0), clear)),
                examples.many(() -> Examples.wrapped(key, check, examples.changed(clear, 31)))),
                refused(new EngineCommand.ImportWrapped(header("k", 2, 1, 3, 216), imported(),
                        WrapSpec.AES_KEY_WRAP_PADDING, WrapSpec.Encoding.NONE, null, null, null,
                        data), data),
                Dudect.SAMPLES);
    }

    /** HMAC and CMAC; "right" is another answer, so it is not compared. */
    @ParameterizedTest
    @EnumSource(value = HashAlgorithm.class, names = {"SHA_256", "SHA3_256"})
    void wrongHmac(HashAlgorithm hash) throws EngineFault {
        verifies("VerifyMac, HMAC " + hash, new MacSpec(hash));
    }

    @Test
    void wrongCmac() throws EngineFault {
        verifies("VerifyMac, CMAC", MacSpec.CMAC);
    }

    private void verifies(String what, MacSpec spec) throws EngineFault {
        WrappedObject object = imported();
        byte[] right = mac(object, spec);
        ByteBuffer given = ByteBuffer.allocateDirect(right.length);
        EngineCommand<?> command = new EngineCommand.VerifyMac(object, spec, null, given,
                ByteBuffer.allocateDirect(32));
        tellsNothing(what, changed("first byte wrong; last byte", right, 0, right.length - 1),
                input -> {
                    given.put(0, input);
                    try {
                        EngineResult result = executor().execute(command);
                        assertThat(((EngineResult.Verdict) result).valid()).isFalse();
                        return 0;
                    } catch (EngineFault e) {
                        throw new AssertionError(e);
                    } finally {
                        executor().wipe();
                    }
                }, Dudect.SAMPLES);
    }

    private byte[] mac(WrappedObject object, MacSpec spec) throws EngineFault {
        try {
            return Samples.bytes(((EngineResult.Computed) executor().execute(
                    new EngineCommand.Mac(object, spec, null, ByteBuffer.allocateDirect(32))))
                    .value());
        } finally {
            executor().wipe();
        }
    }

    /**
     * The whole decryption with RSA: kinds of blocks that Bleichenbacher's and Manger's attacks
     * tell apart, encrypted as they are.
     */
    @ParameterizedTest
    @EnumSource(value = Padding.class, names = {"OAEP", "PKCS1_V1_5"})
    void wrongBlockOfRsa(Padding padding) throws EngineFault {
        EngineResult.WrappedPair pair;
        try {
            pair = (EngineResult.WrappedPair) executor().execute(new EngineCommand.GeneratePair(
                    header("private", 4, 4, RSA, 8 * RSA_BYTES),
                    header("public", 3, 5, RSA, 8 * RSA_BYTES), 0));
        } finally {
            executor().wipe();
        }
        RsaBlocks blocks = new RsaBlocks(exported(pair.publicKey().object()), new SecureRandom());
        CipherSpec spec = new CipherSpec(Mode.NONE, padding, 0, false, HashAlgorithm.SHA_256,
                HashAlgorithm.SHA_256, 0);
        ByteBuffer data = ByteBuffer.allocateDirect(RSA_BYTES);
        tellsNothing("Decrypt, RSA-2048, " + padding, new Kinds(
                "block begins with 0 and 2, and more is wrong; begins with 1",
                examples.many(() -> blocks.encrypted(0, 2)),
                examples.many(() -> blocks.encrypted(1, 2))),
                refused(new EngineCommand.Decrypt(pair.privateKey().object(), spec, null, null,
                        null, data), data),
                RSA_SAMPLES);
    }

    private byte[] exported(WrappedObject object) throws EngineFault {
        try {
            return Samples.bytes(((EngineResult.Material) executor().execute(
                    new EngineCommand.Export(object))).bytes());
        } finally {
            executor().wipe();
        }
    }

    /** Blocks of chosen beginning under a public key, without a zero to end a padding. */
    private record RsaBlocks(RSAPublicKey key, SecureRandom random) {
        RsaBlocks(byte[] x509, SecureRandom random) {
            this(read(x509), random);
        }

        private static RSAPublicKey read(byte[] x509) {
            try {
                return (RSAPublicKey) KeyFactory
                        .getInstance("RSA").generatePublic(
                                new X509EncodedKeySpec(x509));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        byte[] encrypted(int first, int second) {
            byte[] block = new byte[RSA_BYTES];
            random.nextBytes(block);
            for (int i = 0; i < RSA_BYTES; i++) {
                block[i] |= 1;
            }
            block[0] = (byte) first;
            block[1] = (byte) second;
            byte[] number = new BigInteger(1, block)
                    .modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
            byte[] fixed = new byte[RSA_BYTES];
            int length = Math.min(number.length, RSA_BYTES);
            System.arraycopy(number, number.length - length, fixed, RSA_BYTES - length, length);
            return fixed;
        }
    }
}
