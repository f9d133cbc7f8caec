package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.WrappedPair;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.crypto.CryptoModule;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/** The engine of the FIPS distribution: what it gives, what it refuses, and when it starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FipsEngineTest {
    private static final int ALL_USES = 0xbff;
    private static final int AES = 3;
    private static final int RSA = 4;
    private static final int EC = 0x1a;
    private static final int ED25519 = 0x37;
    private static final byte[] TEXT = "thirty-two bytes of a clear text".getBytes(
            StandardCharsets.US_ASCII);
    private static final CipherSpec GCM = new CipherSpec(Mode.GCM, Padding.NONE, 16, true);

    @TempDir
    private static Path folder = Path.of("");
    private FipsEngine engine;
    private BlockingEngineLink link;

    private interface Call {
        void run() throws EngineFault;
    }

    @BeforeAll
    void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        engine = FipsEngine.start(folder);
        link = BlockingEngineLink.connect(engine.socket(), LinkLimits.SLOW);
    }

    @AfterAll
    void stop() throws Exception {
        link.close();
        engine.close();
    }

    @Test
    void theStatusNamesTheModule() throws Exception {
        assertThat(link.call(new EngineCommand.Status(), report -> report.protections().stream()
                .filter(one -> one.name().equals("cryptographic-module"))
                .map(EngineResult.ProtectionStatus::detail).toList()).getFirst())
                .startsWith("bc-fips 2.1").endsWith(", approved-only");
    }

    @Test
    void itDoesNotStartOutOfApprovedOnlyMode() throws Exception {
        Process process = RunningEngine.spawn(EngineLaunch.jvmFlags(), FipsEngine.classPath(),
                "--init", "--state", folder.resolve("never").toString(), "--auto-unseal",
                folder.resolve("never.key").toString());
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(RunningEngine.errors(process)).contains("not in approved-only mode");
    }

    @Test
    void twoModulesOnOneClassPathAreNone() throws Exception {
        Process process = RunningEngine.spawn(EngineLaunch.fipsJvmFlags(),
                FipsEngine.classPath() + File.pathSeparator
                        + System.getProperty("java.class.path"),
                "--init", "--state", folder.resolve("never").toString(), "--auto-unseal",
                folder.resolve("never.key").toString());
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(RunningEngine.errors(process)).contains("bc-fips and the ordinary");
    }

    @Test
    void bothDistributionsServeOneDomain(@TempDir Path shared) throws Exception {
        WrappedObject key;
        try (RunningEngine ordinary = RunningEngine.start(shared);
                BlockingEngineLink to = ordinary.connect()) {
            key = to.call(new EngineCommand.Import(header("shared", 2, 1, AES, 256),
                    Samples.direct(TEXT)), EngineResult.Wrapped::object);
        }
        try (FipsEngine fips = FipsEngine.start(shared);
                BlockingEngineLink to = BlockingEngineLink.connect(fips.socket(),
                        LinkLimits.SLOW)) {
            assertThat(to.<EngineResult.Material, byte[]>call(new EngineCommand.Export(key),
                    r -> Samples.bytes(r.bytes()))).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBC", "CTR", "GCM", "CCM", "CFB", "OFB"})
    void itEncryptsWithAnIvOfItsOwn(Mode mode) throws Exception {
        WrappedObject key = generated(AES, 256);
        int tag = mode == Mode.GCM || mode == Mode.CCM ? 16 : 0;
        CipherSpec spec = new CipherSpec(mode, Padding.NONE, tag, true);
        byte[][] sealed = link.call(new Encrypt(key, spec, null, null, Samples.direct(TEXT)),
                r -> {
                    assertThat(r.approved()).isTrue();
                    return new byte[][]{Samples.bytes(r.data()), Samples.bytes(r.iv()),
                            Samples.bytes(r.tag())};
                });
        assertThat(link.<EngineResult.Material, byte[]>call(
                new Decrypt(key, spec, Samples.direct(sealed[1]), null,
                        tag == 0 ? null : Samples.direct(sealed[2]), Samples.direct(sealed[0])),
                r -> Samples.bytes(r.bytes()))).isEqualTo(TEXT);
    }

    @Test
    void onePairOfRsaSignsAndDecrypts() throws Exception {
        WrappedPair pair = pair(RSA, 2048, 0);
        assertSigns(pair, new SignatureSpec(SignatureSpec.Padding.PKCS1_V1_5,
                HashAlgorithm.SHA_256));
        assertSigns(pair, SignatureSpec.pss(HashAlgorithm.SHA_384, HashAlgorithm.SHA_384, 48));
        CipherSpec oaep = CipherSpec.oaep(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256);
        byte[] sealed = link.call(new Encrypt(pair.publicKey().object(), oaep, null, null,
                Samples.direct(TEXT)), r -> Samples.bytes(r.data()));
        assertThat(link.<EngineResult.Material, byte[]>call(new Decrypt(
                pair.privateKey().object(), oaep, null, null, null, Samples.direct(sealed)),
                r -> Samples.bytes(r.bytes()))).isEqualTo(TEXT);
    }

    @Test
    void itSignsOnCurves() throws Exception {
        SignatureSpec ecdsa = new SignatureSpec(SignatureSpec.Padding.NONE,
                HashAlgorithm.SHA_384);
        for (int curve : new int[]{4, 7, 0xa, 0xd}) {
            assertSigns(pair(EC, 0, curve), ecdsa);
        }
        assertSigns(pair(ED25519, 256, 0), new SignatureSpec(SignatureSpec.Padding.NONE, null));
    }

    @Test
    void whatIsNotApprovedIsRefusedAndSaysWhy() throws Exception {
        WrappedObject aes = generated(AES, 256);
        WrappedObject des = generated(2, 192);
        WrappedObject chacha = generated(0x1e, 256);
        WrappedPair rsa = pair(RSA, 2048, 0);
        byte[] block = new byte[16];
        CipherSpec given = new CipherSpec(Mode.CBC, Padding.NONE, 0, false);
        assertRefused(() -> link.call(new Encrypt(aes, given, Samples.direct(block), null,
                Samples.direct(block)), r -> r));
        assertRefused(() -> link.call(new Encrypt(aes,
                new CipherSpec(Mode.ECB, Padding.NONE, 0, false), null, null,
                Samples.direct(block)), r -> r));
        assertRefused(() -> link.call(new Decrypt(des, given, Samples.direct(new byte[8]), null,
                null, Samples.direct(block)), r -> r));
        assertRefused(() -> link.call(new Encrypt(chacha,
                new CipherSpec(Mode.NONE, Padding.NONE, 16, true), null, null,
                Samples.direct(block)), r -> r));
        assertRefused(() -> pair(RSA, 1024, 0));
        assertRefused(() -> pair(EC, 0, 0x19));
        assertRefused(() -> pair(EC, 0, 0x45));
        assertRefused(() -> sign(rsa, new SignatureSpec(SignatureSpec.Padding.PKCS1_V1_5,
                HashAlgorithm.SHA_1)));
        assertRefused(() -> link.call(new Decrypt(rsa.privateKey().object(),
                new CipherSpec(Mode.NONE, Padding.PKCS1_V1_5, 0, false), null, null, null,
                Samples.direct(new byte[256])), r -> r));
        assertRefused(() -> link.call(
                new EngineCommand.Hash(HashAlgorithm.SHA_1, null, Samples.direct(TEXT)), r -> r));
        assertRefused(() -> link.call(new EngineCommand.Hash(HashAlgorithm.SHA_256, Part.first(),
                Samples.direct(TEXT)), r -> r));
        assertRefused(() -> link.call(new EngineCommand.Split(aes,
                new SplitSpec(SplitSpec.Method.XOR, 2, 2),
                List.of(header("a", 5, 1, AES, 256), header("b", 5, 1, AES, 256))), r -> r));
        assertRefused(() -> link.call(new EngineCommand.Mac(generated(9, 64),
                new MacSpec(HashAlgorithm.SHA_256), null, Samples.direct(TEXT)), r -> r));
        // The engine did not take any of it for an error of its own.
        assertThat(link.<EngineResult.Encrypted, Boolean>call(
                new Encrypt(aes, GCM, null, null, Samples.direct(TEXT)), r -> r.approved()))
                .isTrue();
    }

    /** Keys that the module does not take are a client's fault and do not stop the engine. */
    @Test
    void aKeyThatIsTooShortIsNoErrorOfTheEngine() throws Exception {
        WrappedObject key = link.call(new EngineCommand.Import(header("short", 4, 3, RSA, 1024),
                Samples.direct(SmallRsa.PKCS1)), EngineResult.Wrapped::object);
        assertThatThrownBy(() -> link.call(new EngineCommand.Sign(key,
                new SignatureSpec(SignatureSpec.Padding.PKCS1_V1_5, HashAlgorithm.SHA_256), false,
                null, Samples.direct(TEXT)), r -> r)).isInstanceOf(EngineFault.class);
        assertThat(link.<EngineResult.Encrypted, Boolean>call(new Encrypt(generated(AES, 128),
                GCM, null, null, Samples.direct(TEXT)), r -> r.approved())).isTrue();
    }

    /** A key that was put together of two gives what a fault in the computation would. */
    @Test
    void aSignatureThatDoesNotVerifyDoesNotLeave() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair one = generator.generateKeyPair();
        KeyPair other = generator.generateKeyPair();
        assertThat(signs(one, one)).isTrue();
        assertThatThrownBy(() -> signs(one, other)).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.CRYPTOGRAPHIC_FAILURE));
        assertThat(signs(other, other)).isTrue();
    }

    private boolean signs(KeyPair number, KeyPair point) throws Exception {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(number.getPrivate().getEncoded());
        PrivateKeyInfo mixed = new PrivateKeyInfo(info.getPrivateKeyAlgorithm(),
                new ECPrivateKey(256, ((java.security.interfaces.ECPrivateKey) number.getPrivate())
                        .getS(),
                        SubjectPublicKeyInfo.getInstance(point.getPublic().getEncoded())
                                .getPublicKeyData(),
                        info.getPrivateKeyAlgorithm().getParameters()));
        WrappedObject key = link.call(new EngineCommand.Import(header("mixed", 4, 4, EC, 256),
                Samples.direct(mixed.getEncoded())), EngineResult.Wrapped::object);
        return link.call(new EngineCommand.Sign(key,
                new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256), false, null,
                Samples.direct(TEXT)), r -> Samples.bytes(r.value()).length > 0);
    }

    private static void assertRefused(Call call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(EngineFault.class, fault -> {
            assertThat(fault.reason()).isEqualTo(Reason.NOT_APPROVED);
            assertThat(fault.getMessage()).endsWith(CryptoModule.NOT_APPROVED);
        });
    }

    private void assertSigns(WrappedPair pair, SignatureSpec spec) throws EngineFault {
        byte[] signature = sign(pair, spec);
        assertThat(verifies(pair, spec, signature)).isTrue();
        signature[signature.length - 1] ^= 1;
        assertThat(verifies(pair, spec, signature)).isFalse();
    }

    private byte[] sign(WrappedPair pair, SignatureSpec spec) throws EngineFault {
        return link.call(new EngineCommand.Sign(pair.privateKey().object(), spec, false, null,
                Samples.direct(TEXT)), r -> Samples.bytes(r.value()));
    }

    private boolean verifies(WrappedPair pair, SignatureSpec spec, byte[] signature)
            throws EngineFault {
        return link.call(new EngineCommand.VerifySignature(pair.publicKey().object(), spec, false,
                null, Samples.direct(signature), Samples.direct(TEXT)),
                EngineResult.Verdict::valid);
    }

    private WrappedPair pair(int algorithm, int bits, int curve) throws EngineFault {
        return link.call(new EngineCommand.GeneratePair(header("private", 4, 4, algorithm, bits),
                header("public", 3, 5, algorithm, bits), curve), r -> r);
    }

    private WrappedObject generated(int algorithm, int bits) throws EngineFault {
        return link.call(new EngineCommand.Generate(header("key", 2, 1, algorithm, bits)),
                EngineResult.Wrapped::object);
    }

    private static ObjectHeader header(String id, int type, int format, int algorithm, int bits) {
        return new ObjectHeader(id, "tenant", 1, type, format, algorithm, bits, ALL_USES,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                Protection.EXTRACTABLE, Sha256.of(new byte[32]));
    }
}
