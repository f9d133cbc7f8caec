package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Computed;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/** The cryptographic commands, through the socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CryptoCommandsTest {
    private static final int ALL = 0xbff;
    private static final int AES = 3;
    private static final int RSA = 4;
    private static final int EC = 0x1a;
    private static final int CHACHA20 = 0x1c;
    private static final Protection SENSITIVE = new Protection(true, true, true, false);
    private static final Protection LOCKED = new Protection(true, true, false, true);
    private static final byte[] TEXT = "The quick brown fox jumps over the lazy dog, and then some"
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder = Path.of("");
    private LocalEngine engine;
    private BlockingEngineLink link;

    @BeforeAll
    void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        engine = LocalEngine.start(folder);
        link = BlockingEngineLink.connect(engine.socket(), LinkLimits.SLOW);
    }

    @AfterAll
    void stop() throws Exception {
        link.close();
        engine.close();
    }

    private static ObjectHeader header(String id, int type, int format, int algorithm, int bits,
            int mask, Protection protection) {
        return new ObjectHeader(id, "tenant", 1, type, format, algorithm, bits, mask,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                protection, Sha256.of(new byte[32]));
    }

    private static ObjectHeader symmetric(int algorithm, int bits, Protection protection) {
        return header("s", 2, 1, algorithm, bits, ALL, protection);
    }

    private WrappedObject stored(ObjectHeader header, byte[] material) throws EngineFault {
        return link.call(new EngineCommand.Import(header, Samples.direct(material)),
                Wrapped::object);
    }

    private WrappedObject stored(ObjectHeader header, String hex) throws EngineFault {
        return stored(header, HexFormat.of().parseHex(hex));
    }

    private byte[] exported(WrappedObject object) throws EngineFault {
        return link.call(new EngineCommand.Export(object), r -> Samples.bytes(r.bytes()));
    }

    private WrappedObject[] pair(int algorithm, int bits, int curve, int privateFormat,
            int publicFormat) throws EngineFault {
        return link.call(new EngineCommand.GeneratePair(
                header("private", 4, privateFormat, algorithm, bits, ALL, Protection.EXTRACTABLE),
                header("public", 3, publicFormat, algorithm, bits, ALL, Protection.EXTRACTABLE),
                curve),
                r -> new WrappedObject[]{r.privateKey().object(), r.publicKey().object()});
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(reason));
    }

    private static byte[] value(Computed result) {
        return Samples.bytes(result.value());
    }

    private byte[] sign(WrappedObject key, SignatureSpec spec) throws EngineFault {
        return link.call(new EngineCommand.Sign(key, spec, false, null, Samples.direct(TEXT)),
                CryptoCommandsTest::value);
    }

    private boolean verify(WrappedObject key, SignatureSpec spec, byte[] data, byte[] signature)
            throws EngineFault {
        return link.call(new EngineCommand.VerifySignature(key, spec, false, null,
                Samples.direct(signature), Samples.direct(data)), Verdict::valid);
    }

    @Test
    void keyPairsOfEveryKindSignWhatTheOtherHalfVerifies() throws Exception {
        SignatureSpec ecdsa = new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256);
        SignatureSpec pkcs1 =
                new SignatureSpec(SignatureSpec.Padding.PKCS1_V1_5, HashAlgorithm.SHA_512);
        SignatureSpec pss = SignatureSpec.pss(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256, 32);
        WrappedObject[] rsa = pair(RSA, 2048, 0, 3, 3);
        for (SignatureSpec spec : List.of(pkcs1, pss)) {
            assertSigns(rsa, spec);
        }
        assertSigns(pair(EC, 256, 7, 6, 5), ecdsa);
        assertSigns(pair(EC, 384, 0, 4, 5), ecdsa);
        assertSigns(pair(0x37, 256, 0, 4, 5), new SignatureSpec(SignatureSpec.Padding.NONE, null));
        assertReason(Reason.INVALID_PARAMETERS, () -> sign(rsa[0], ecdsa));
        assertReason(Reason.POLICY, () -> sign(rsa[1], pkcs1));
        assertReason(Reason.UNSUPPORTED, () -> pair(RSA, 2048, 0, 6, 3));
        assertReason(Reason.INVALID_PARAMETERS, () -> pair(RSA, 2047, 0, 3, 3));
        assertReason(Reason.UNSUPPORTED, () -> pair(EC, 163, 2, 4, 5));
    }

    private void assertSigns(WrappedObject[] pair, SignatureSpec spec) throws EngineFault {
        byte[] signature = sign(pair[0], spec);
        assertThat(verify(pair[1], spec, TEXT, signature)).isTrue();
        byte[] other = TEXT.clone();
        other[3] ^= 1;
        assertThat(verify(pair[1], spec, other, signature)).isFalse();
        signature[signature.length - 1] ^= 1;
        assertThat(verify(pair[1], spec, TEXT, signature)).isFalse();
    }

    @Test
    void signaturesOfPartsVerifyWhole() throws Exception {
        WrappedObject[] pair = pair(EC, 256, 7, 4, 5);
        SignatureSpec spec = new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA3_256);
        byte[] state = link.call(new EngineCommand.Sign(pair[0], spec, false, Part.first(),
                part(0, 20)), r -> Samples.bytes(r.continuation()));
        byte[] signature = link.call(new EngineCommand.Sign(pair[0], spec, false,
                new Part(true, Samples.direct(state)), part(20, TEXT.length)),
                CryptoCommandsTest::value);
        assertThat(verify(pair[1], spec, TEXT, signature)).isTrue();
        assertReason(Reason.NOT_AUTHENTIC, () -> link.call(new EngineCommand.Sign(pair[0],
                new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256), false,
                new Part(true, Samples.direct(state)), part(20, 21)), r -> r));
    }

    private static ByteBuffer part(int from, int to) {
        return Samples.direct(Arrays.copyOfRange(TEXT, from, to));
    }

    @Test
    void codesAndHashesOfPartsAreThoseOfTheWhole() throws Exception {
        WrappedObject key = stored(symmetric(AES, 128, SENSITIVE),
                "2b7e151628aed2a6abf7158809cf4f3c");
        List<MacSpec> specs = new ArrayList<>(List.of(MacSpec.CMAC));
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            specs.add(new MacSpec(hash));
        }
        for (MacSpec spec : specs) {
            byte[] whole = link.call(
                    new EngineCommand.Mac(key, spec, null, Samples.direct(TEXT)),
                    CryptoCommandsTest::value);
            for (int split = 0; split <= TEXT.length; split += 7) {
                byte[] state = link.call(
                        new EngineCommand.Mac(key, spec, Part.first(), part(0, split)),
                        r -> Samples.bytes(r.continuation()));
                byte[] code = link.call(new EngineCommand.Mac(key, spec,
                        new Part(true, Samples.direct(state)), part(split, TEXT.length)),
                        CryptoCommandsTest::value);
                assertThat(code).as(spec + " at " + split).isEqualTo(whole);
            }
            assertThat(link.call(new EngineCommand.VerifyMac(key, spec, null,
                    Samples.direct(whole), Samples.direct(TEXT)), Verdict::valid)).isTrue();
            whole[0] ^= 1;
            assertThat(link.call(new EngineCommand.VerifyMac(key, spec, null,
                    Samples.direct(whole), Samples.direct(TEXT)), Verdict::valid)).isFalse();
        }
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            byte[] state = link.call(new EngineCommand.Hash(hash, Part.first(), part(0, 31)),
                    r -> Samples.bytes(r.continuation()));
            byte[] value = link.call(new EngineCommand.Hash(hash,
                    new Part(true, Samples.direct(state)), part(31, TEXT.length)),
                    CryptoCommandsTest::value);
            assertThat(value).hasSize(hash.bytes()).isEqualTo(link.call(
                    new EngineCommand.Hash(hash, null, Samples.direct(TEXT)),
                    CryptoCommandsTest::value));
        }
    }

    /** What an encryption or decryption gave: all of it, and the tag. */
    @SuppressWarnings("ArrayRecordComponent") // compared by their contents
    private record Output(byte[] data, byte @Nullable [] tag) {}

    private Output encrypt(WrappedObject key, CipherSpec spec, byte @Nullable [] iv, int... ends)
            throws EngineFault {
        ByteBuffer associated = spec.mode() == Mode.GCM ? Samples.direct(new byte[21]) : null;
        if (ends.length == 0) {
            return link.call(new EngineCommand.Encrypt(key, spec, buffer(iv), associated,
                    Samples.direct(TEXT)),
                    r -> new Output(Samples.bytes(r.data()), Samples.bytes(r.tag())));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] state = null;
        byte[] tag = null;
        for (int i = 0; i < ends.length; i++) {
            boolean first = i == 0;
            Part part = new Part(i == ends.length - 1, buffer(state));
            byte[][] parts = link.call(new EngineCommand.Encrypt(key, spec, part,
                    first ? buffer(iv) : null, first ? associated : null,
                    part(first ? 0 : ends[i - 1], ends[i])),
                    r -> new byte[][]{Samples.bytes(r.data()), Samples.bytes(r.continuation()),
                            Samples.bytes(r.tag())});
            all.writeBytes(parts[0]);
            state = parts[1];
            tag = parts[2];
        }
        return new Output(all.toByteArray(), tag);
    }

    private byte[] decrypt(WrappedObject key, CipherSpec spec, byte @Nullable [] iv, Output sealed,
            int split) throws EngineFault {
        ByteBuffer associated = spec.mode() == Mode.GCM ? Samples.direct(new byte[21]) : null;
        byte[] tag = sealed.tag();
        byte[] data = sealed.data();
        byte[][] first = link.call(new EngineCommand.Decrypt(key, spec, Part.first(), buffer(iv),
                associated, null, Samples.direct(Arrays.copyOf(data, split))),
                r -> new byte[][]{Samples.bytes(r.bytes()), Samples.bytes(r.continuation())});
        byte[] last = link.call(new EngineCommand.Decrypt(key, spec,
                new Part(true, Samples.direct(first[1])), null, null,
                tag == null || tag.length == 0 ? null : Samples.direct(tag),
                Samples.direct(Arrays.copyOfRange(data, split, data.length))),
                r -> Samples.bytes(r.bytes()));
        byte[] all = Arrays.copyOf(first[0], first[0].length + last.length);
        System.arraycopy(last, 0, all, first[0].length, last.length);
        return all;
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Samples.direct(bytes);
    }

    @Test
    void encryptionInPartsIsThatOfTheWhole() throws Exception {
        WrappedObject aes = stored(symmetric(AES, 256, SENSITIVE),
                "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
        WrappedObject chaCha = stored(symmetric(CHACHA20, 256, SENSITIVE), new byte[32]);
        byte[] iv = new byte[16];
        Arrays.fill(iv, (byte) 0xff);
        byte[] nonce = Arrays.copyOf(iv, 12);
        assertParts(aes, new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false), iv);
        assertParts(aes, new CipherSpec(Mode.CBC, Padding.ANSI_X9_23, 0, false), iv);
        assertParts(aes, new CipherSpec(Mode.ECB, Padding.PKCS5, 0, false), null);
        assertParts(aes, new CipherSpec(Mode.CTR, Padding.NONE, 0, false), iv);
        assertParts(aes, new CipherSpec(Mode.CFB, Padding.NONE, 0, false), iv);
        assertParts(aes, new CipherSpec(Mode.OFB, Padding.NONE, 0, false), iv);
        assertParts(aes, new CipherSpec(Mode.PCBC, Padding.PKCS5, 0, false), iv);
        assertParts(aes, new CipherSpec(Mode.GCM, Padding.NONE, 16, false), nonce);
        assertParts(aes, new CipherSpec(Mode.GCM, Padding.NONE, 12, false), nonce);
        assertParts(chaCha, new CipherSpec(Mode.NONE, Padding.NONE, 0, false), nonce);
        assertParts(chaCha, new CipherSpec(Mode.NONE, Padding.NONE, 0, false),
                Arrays.copyOf(iv, 8));
        assertReason(Reason.UNSUPPORTED, () -> encrypt(aes,
                new CipherSpec(Mode.CCM, Padding.NONE, 16, false), nonce, 5, TEXT.length));
    }

    private void assertParts(WrappedObject key, CipherSpec spec, byte @Nullable [] iv)
            throws EngineFault {
        Output whole = encrypt(key, spec, iv);
        for (int split = 0; split <= TEXT.length; split++) {
            Output parts = encrypt(key, spec, iv, split, Math.min(split + 3, TEXT.length),
                    TEXT.length);
            assertThat(parts.data()).as(spec + " at " + split).isEqualTo(whole.data());
            assertThat(parts.tag()).as(spec + " at " + split).isEqualTo(whole.tag());
            assertThat(decrypt(key, spec, iv, whole, split)).as(spec + " at " + split)
                    .isEqualTo(TEXT);
        }
        byte[] wrong = whole.data().clone();
        wrong[wrong.length - 1] ^= 1;
        byte[] tag = whole.tag();
        if (tag != null && tag.length > 0) {
            assertReason(Reason.CRYPTOGRAPHIC_FAILURE,
                    () -> decrypt(key, spec, iv, new Output(wrong, tag), 20));
        }
    }

    @Test
    void continuationsBelongToOneKeyCommandAndSpecification() throws Exception {
        WrappedObject one = stored(symmetric(AES, 128, SENSITIVE), new byte[16]);
        WrappedObject other = stored(header("other", 2, 1, AES, 128, ALL, SENSITIVE),
                new byte[16]);
        CipherSpec spec = new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false);
        byte[] state = link.call(new EngineCommand.Encrypt(one, spec, Part.first(),
                Samples.direct(new byte[16]), null, Samples.direct(TEXT)),
                r -> Samples.bytes(r.continuation()));
        Part next = new Part(true, Samples.direct(state));
        assertReason(Reason.NOT_AUTHENTIC, () -> link.call(
                new EngineCommand.Encrypt(other, spec, next, null, null, part(0, 1)), r -> r));
        assertReason(Reason.NOT_AUTHENTIC, () -> link.call(
                new EngineCommand.Encrypt(one, new CipherSpec(Mode.CBC, Padding.ZEROS, 0, false),
                        next, null, null, part(0, 1)),
                r -> r));
        assertReason(Reason.NOT_AUTHENTIC, () -> link.call(
                new EngineCommand.Decrypt(one, spec, next, null, null, null, part(0, 1)),
                r -> r));
        for (int i = 0; i < state.length; i++) {
            byte[] changed = state.clone();
            changed[i] ^= 1;
            Part bad = new Part(true, Samples.direct(changed));
            assertReason(Reason.NOT_AUTHENTIC, () -> link.call(
                    new EngineCommand.Encrypt(one, spec, bad, null, null, part(0, 1)), r -> r));
        }
        assertReason(Reason.NOT_AUTHENTIC, () -> link.call(new EngineCommand.Encrypt(one, spec,
                new Part(true, Samples.direct(new byte[9])), null, null, part(0, 1)), r -> r));
    }

    private WrappedObject derive(WrappedObject key, @Nullable WrappedObject other,
            DerivationSpec spec, @Nullable String data, @Nullable String salt, ObjectHeader header)
            throws EngineFault {
        return link.call(new EngineCommand.Derive(key, other, spec,
                data == null ? null : Samples.direct(HexFormat.of().parseHex(data)),
                salt == null ? null : Samples.direct(HexFormat.of().parseHex(salt)), null, header),
                Wrapped::object);
    }

    @Test
    void derivesWhatOthersDerive() throws Exception {
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        WrappedObject key = stored(header, "00112233445566778899aabbccddeeff");
        DerivationSpec hash = new DerivationSpec(Method.HASH, HashAlgorithm.SHA_256);
        assertThat(exported(derive(key, null, hash, null, null, header))).asHexString()
                .isEqualToIgnoringCase("a8faed6abbf35c12a4b26e40f6feb19d");
        WrappedObject password = stored(
                header("p", 7, 2, 0, 64, 0x200, Protection.EXTRACTABLE), "70617373776f7264");
        assertThat(exported(derive(password, null,
                new DerivationSpec(Method.PBKDF2, HashAlgorithm.SHA_1, null, 4096), null,
                "73616c74", header))).asHexString()
                .isEqualToIgnoringCase("4b007901b765489abead49d926f721d0");
        DerivationSpec ecb = new DerivationSpec(Method.ENCRYPT, null,
                new CipherSpec(Mode.ECB, Padding.NONE, 0, false), 0);
        // FIPS 197, appendix C.1, with the key as the data.
        WrappedObject fips = stored(header, "000102030405060708090a0b0c0d0e0f");
        assertThat(exported(derive(fips, key, ecb, null, null, header))).asHexString()
                .isEqualToIgnoringCase("69c4e0d86a7b0430d8cdb78070b4c55a");
        for (Method method : List.of(Method.NIST800_108_COUNTER, Method.NIST800_108_FEEDBACK,
                Method.NIST800_108_DOUBLE_PIPELINE, Method.HKDF, Method.HMAC)) {
            DerivationSpec spec = new DerivationSpec(method, HashAlgorithm.SHA_256);
            byte[] once = exported(derive(key, null, spec, "0102", null, header));
            assertThat(exported(derive(key, null, spec, "0102", null, header))).isEqualTo(once);
            assertThat(exported(derive(key, null, spec, "0103", null, header)))
                    .isNotEqualTo(once);
        }
    }

    @Test
    void whatIsDerivedIsNoLessProtected() throws Exception {
        DerivationSpec hkdf = new DerivationSpec(Method.HKDF, HashAlgorithm.SHA_256);
        WrappedObject sensitive = stored(symmetric(AES, 256, SENSITIVE), new byte[32]);
        WrappedObject locked = stored(symmetric(AES, 256, LOCKED), new byte[32]);
        assertReason(Reason.SENSITIVE, () -> derive(sensitive, null, hkdf, null, null,
                symmetric(AES, 128, Protection.EXTRACTABLE)));
        assertReason(Reason.NOT_EXTRACTABLE,
                () -> derive(locked, null, hkdf, null, null, symmetric(AES, 128, SENSITIVE)));
        derive(locked, null, hkdf, null, null, symmetric(AES, 128, LOCKED));
        WrappedObject noRight = stored(
                header("s", 2, 1, AES, 128, ALL & ~0x200, Protection.EXTRACTABLE), new byte[16]);
        assertReason(Reason.POLICY, () -> derive(noRight, null, hkdf, null, null,
                symmetric(AES, 128, Protection.EXTRACTABLE)));
        assertReason(Reason.INVALID_PARAMETERS, () -> derive(sensitive, null, hkdf, null, null,
                header("d", 7, 2, 0, 104, 0, SENSITIVE)));
    }

    @Test
    void bothSidesAgreeOnOneSecret() throws Exception {
        for (int curve : new int[]{7, 0x45, 0x46}) {
            int bits = curve == 7 ? 256 : 0;
            WrappedObject[] mine = pair(EC, bits, curve, 4, 5);
            WrappedObject[] theirs = pair(EC, bits, curve, 4, 5);
            DerivationSpec spec = new DerivationSpec(Method.ASYMMETRIC_KEY, HashAlgorithm.SHA_256);
            ObjectHeader header = symmetric(AES, 256, Protection.EXTRACTABLE);
            assertThat(exported(derive(mine[0], theirs[1], spec, "01", null, header)))
                    .isEqualTo(exported(derive(theirs[0], mine[1], spec, "01", null, header)));
            assertReason(Reason.POLICY,
                    () -> derive(mine[1], theirs[1], spec, null, null, header));
        }
    }

    @Test
    void anyPartsUpToTheThresholdGiveTheKeyBack() throws Exception {
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        WrappedObject key = stored(header, "00112233445566778899aabbccddeeff");
        ByteBuffer prime = Samples.direct(HexFormat.of().parseHex(
                "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed"));
        for (SplitSpec spec : List.of(new SplitSpec(SplitSpec.Method.XOR, 3, 3),
                new SplitSpec(SplitSpec.Method.GF_2_8, 4, 2),
                new SplitSpec(SplitSpec.Method.GF_2_16, 4, 3),
                new SplitSpec(SplitSpec.Method.PRIME_FIELD, 3, 2, prime))) {
            List<ObjectHeader> headers = new ArrayList<>();
            for (int i = 1; i <= spec.parts(); i++) {
                headers.add(header("part-" + i, 5, 1, AES, 128, 0, Protection.EXTRACTABLE));
            }
            List<Wrapped> parts = link.call(new EngineCommand.Split(key, spec, headers),
                    r -> r.parts());
            List<SplitPart> used = new ArrayList<>();
            for (int i = spec.parts(); i > spec.parts() - spec.threshold(); i--) {
                used.add(new SplitPart(i, parts.get(i - 1).object()));
            }
            assertThat(exported(link.call(new EngineCommand.Join(spec, used, header),
                    Wrapped::object))).as(spec.method().name()).asHexString()
                    .isEqualToIgnoringCase("00112233445566778899aabbccddeeff");
            assertReason(Reason.CRYPTOGRAPHIC_FAILURE, () -> link.call(
                    new EngineCommand.Join(spec, used.subList(1, used.size()), header), r -> r));
            assertReason(Reason.CRYPTOGRAPHIC_FAILURE, () -> link.call(new EngineCommand.Join(
                    spec, List.of(used.get(0), used.get(0), used.get(0)), header), r -> r));
        }
    }

    /** Parts of the published case TC-SJ-3. */
    @Test
    void publishedPartsGiveOneKeyWhicheverAreJoined() throws Exception {
        SplitSpec spec = new SplitSpec(SplitSpec.Method.GF_2_8, 4, 2);
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        ObjectHeader part = header("part", 5, 1, 0, 0, 0, Protection.EXTRACTABLE);
        List<WrappedObject> parts = List.of(stored(part, "66C46A7754F94DE420C7B1A7FFF5EC56"),
                stored(part, "CF93D1E2A7E593CD5B8D6247F4E5D49C"),
                stored(part, "A855B891F61AD9217240D8EC061E37DA"),
                stored(part, "803DBAD55CDD329FAD19D99AE2C5A415"));
        byte[] first = HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f10");
        assertThat(join(spec, header, parts, 1, 2)).isEqualTo(first);
        assertThat(join(spec, header, parts, 3, 4)).isEqualTo(first);
        assertThat(join(spec, header, parts, 4, 1)).isEqualTo(first);
        assertThat(join(spec, header, parts, 2, 3)).isEqualTo(first);
    }

    private byte[] join(SplitSpec spec, ObjectHeader header, List<WrappedObject> parts, int one,
            int other) throws EngineFault {
        return exported(link.call(new EngineCommand.Join(spec,
                List.of(new SplitPart(one, parts.get(one - 1)),
                        new SplitPart(other, parts.get(other - 1))),
                header), Wrapped::object));
    }

    @Test
    void wrappedKeysComeBack() throws Exception {
        WrappedObject kek = stored(
                header("kek", 2, 1, AES, 256, 0x30, Protection.EXTRACTABLE), new byte[32]);
        WrappedObject[] rsa = pair(RSA, 2048, 0, 4, 5);
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        WrappedObject key = stored(header, "00112233445566778899aabbccddeeff");
        WrapSpec gcm = new WrapSpec(new CipherSpec(Mode.GCM, Padding.NONE, 16, true));
        WrapSpec cbc = new WrapSpec(new CipherSpec(Mode.CBC, Padding.PKCS5, 0, true));
        WrapSpec oaep = new WrapSpec(
                CipherSpec.oaep(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256));
        for (WrapSpec spec : List.of(WrapSpec.NIST_KEY_WRAP, WrapSpec.AES_KEY_WRAP_PADDING, gcm,
                cbc)) {
            assertComesBack(key, kek, kek, spec, WrapSpec.Encoding.NONE, "", "");
        }
        assertComesBack(key, rsa[1], rsa[0], oaep, WrapSpec.Encoding.NONE, "", "");
        assertComesBack(key, kek, kek, WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.TTLV,
                "4200450100000018" + "4200430800000010", "");
        assertComesBack(key, kek, kek, WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.TTLV,
                "4200450100000020" + "4200430100000018" + "42003f0800000010", "");
    }

    private void assertComesBack(WrappedObject key, WrappedObject wrapping,
            WrappedObject unwrapping, WrapSpec spec, WrapSpec.Encoding encoding, String prefix,
            String suffix) throws EngineFault {
        byte[][] wrapped = link.call(new EngineCommand.ExportWrapped(key, wrapping, spec,
                Samples.direct(HexFormat.of().parseHex(prefix)),
                Samples.direct(HexFormat.of().parseHex(suffix))),
                r -> new byte[][]{Samples.bytes(r.bytes()), Samples.bytes(r.iv()),
                        Samples.bytes(r.tag())});
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        WrappedObject back = link.call(unwrap(header, unwrapping, spec, encoding, wrapped),
                Wrapped::object);
        assertThat(exported(back)).isEqualTo(exported(key));
        assertThat(back.header().protection().neverExtractable()).isFalse();
        wrapped[0][3] ^= 1;
        if (spec.cipher().mode() != Mode.CBC) {
            assertReason(Reason.CRYPTOGRAPHIC_FAILURE,
                    () -> link.call(unwrap(header, unwrapping, spec, encoding, wrapped), r -> r));
        }
    }

    private static EngineCommand.ImportWrapped unwrap(ObjectHeader header, WrappedObject key,
            WrapSpec spec, WrapSpec.Encoding encoding, byte[][] wrapped) {
        return new EngineCommand.ImportWrapped(header, key, spec, encoding,
                wrapped[1].length == 0 ? null : Samples.direct(wrapped[1]), null,
                wrapped[2].length == 0 ? null : Samples.direct(wrapped[2]),
                Samples.direct(wrapped[0]));
    }

    @Test
    void wrappingAndUnwrappingDoesNotLayASensitiveKeyBare() throws Exception {
        WrappedObject kek = link.call(
                new EngineCommand.Generate(header("kek", 2, 1, AES, 256, 0x30, SENSITIVE)),
                Wrapped::object);
        WrappedObject key = link.call(
                new EngineCommand.Generate(symmetric(AES, 128, SENSITIVE)), Wrapped::object);
        byte[] wrapped = link.call(new EngineCommand.ExportWrapped(key, kek,
                WrapSpec.NIST_KEY_WRAP, Samples.direct(new byte[0]), Samples.direct(new byte[0])),
                r -> Samples.bytes(r.bytes()));
        byte[][] parts = {wrapped, {}, {}};
        assertReason(Reason.SENSITIVE,
                () -> link.call(unwrap(symmetric(AES, 128, Protection.EXTRACTABLE), kek,
                        WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.NONE, parts), r -> r));
        WrappedObject back = link.call(unwrap(symmetric(AES, 128, SENSITIVE), kek,
                WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.NONE, parts), Wrapped::object);
        assertThat(back.header().protection().alwaysSensitive()).isFalse();
        assertReason(Reason.SENSITIVE, () -> exported(back));
        WrapSpec cbc = new WrapSpec(new CipherSpec(Mode.CBC, Padding.PKCS5, 0, true));
        assertReason(Reason.SENSITIVE, () -> link.call(new EngineCommand.ExportWrapped(key, kek,
                cbc, Samples.direct(new byte[0]), Samples.direct(new byte[0])), r -> r));
        WrappedObject[] rsa = pair(RSA, 2048, 0, 4, 5);
        WrapSpec oaep = new WrapSpec(
                CipherSpec.oaep(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256));
        assertReason(Reason.SENSITIVE, () -> link.call(new EngineCommand.ExportWrapped(key, rsa[1],
                oaep, Samples.direct(new byte[0]), Samples.direct(new byte[0])), r -> r));
    }

    @Test
    void encryptsAsThePublishedChaCha20CaseSays() throws Exception {
        WrappedObject key = stored(symmetric(CHACHA20, 256, SENSITIVE), new byte[32]);
        byte[] data = link.call(new EngineCommand.Encrypt(key,
                new CipherSpec(Mode.NONE, Padding.NONE, 0, false),
                Samples.direct(HexFormat.of().parseHex("0000000000000001")), null,
                Samples.direct(new byte[60])), r -> Samples.bytes(r.data()));
        assertThat(data).asHexString().startsWithIgnoringCase(
                "de9cba7bf3d69ef5e786dc63973f653a0b49e015adbff7134fcb7df137821031");
    }

    @Test
    void randomBytesComeAndEntropyIsTaken() throws Exception {
        byte[] first = link.call(new EngineCommand.Random(40), r -> Samples.bytes(r.bytes()));
        int taken = link.call(new EngineCommand.Seed(Samples.direct(TEXT)), r -> r.bytes());
        assertThat(taken).isEqualTo(TEXT.length);
        byte[] second = link.call(new EngineCommand.Random(40), r -> Samples.bytes(r.bytes()));
        assertThat(first).hasSize(40).isNotEqualTo(second);
        assertReason(Reason.INVALID_PARAMETERS,
                () -> link.call(new EngineCommand.Random(0), r -> r));
        assertReason(Reason.INVALID_PARAMETERS,
                () -> link.call(new EngineCommand.Random(65_537), r -> r));
    }

    @Test
    void everyUseNeedsItsRight() throws Exception {
        WrappedObject key = stored(header("n", 2, 1, AES, 128, 0, Protection.EXTRACTABLE),
                new byte[16]);
        assertReason(Reason.POLICY, () -> link.call(
                new EngineCommand.Mac(key, MacSpec.CMAC, null, Samples.direct(TEXT)), r -> r));
        assertReason(Reason.POLICY, () -> link.call(new EngineCommand.VerifyMac(key,
                MacSpec.CMAC, null, Samples.direct(TEXT), Samples.direct(TEXT)), r -> r));
        assertReason(Reason.POLICY, () -> link.call(unwrap(symmetric(AES, 128, SENSITIVE), key,
                WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.NONE, new byte[][]{TEXT, {}, {}}),
                r -> r));
        SignatureSpec spec = new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256);
        assertReason(Reason.POLICY, () -> sign(key, spec));
        assertReason(Reason.POLICY, () -> verify(key, spec, TEXT, TEXT));
    }
}
