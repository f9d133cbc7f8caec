package io.sallyport.hsm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.SpecVectors;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.ProtectionStatus;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.command.EngineResult.TermStatus;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/** The vectors of engine-protocol.md. */
class ProtocolVectorsTest {
    private static final String DOMAIN = "00112233-4455-6677-8899-aabbccddeeff";
    private static final ByteBuffer DATA = text("data");
    private static final ByteBuffer IV = counted(0xa0, 12);
    private static final ByteBuffer TAG = counted(0xb0, 16);
    private static final ByteBuffer MATERIAL = counted(0x80, 32);

    private SpecVectors vectors = new SpecVectors();

    private record Case(String name, EngineCommand<?> command, EngineResult result) {}

    @BeforeEach
    void read() throws IOException {
        vectors = SpecVectors.of("wrapped-object.md", "engine-protocol.md");
    }

    private List<Case> cases() throws Exception {
        WrappedObject first = WrappedObject.parse(vectors.bytes("object-1"));
        WrappedObject second = WrappedObject.parse(vectors.bytes("object-2"));
        List<Case> cases = new ArrayList<>(objectCases(first, second));
        cases.addAll(cryptoCases(first));
        cases.addAll(derivedCases(first, second));
        return cases;
    }

    private static final SelfTested SELF_TESTED =
            new SelfTested(1_800_000_000L, 17, 431_000, "2 archives as built");

    private static List<Case> objectCases(WrappedObject first, WrappedObject second) {
        var digest = Samples.VECTOR_1.attributesDigest();
        EngineResult wrapped = new EngineResult.Wrapped(first, digest);
        return List.of(new Case("generate", new EngineCommand.Generate(Samples.VECTOR_1), wrapped),
                new Case("import", new EngineCommand.Import(Samples.VECTOR_1, MATERIAL), wrapped),
                new Case("export", new EngineCommand.Export(first),
                        new EngineResult.Material(MATERIAL, true)),
                new Case("export-wrapped",
                        new EngineCommand.ExportWrapped(first, second,
                                WrapSpec.AES_KEY_WRAP_PADDING, counted(1, 2), counted(3, 1)),
                        new EngineResult.WrappedMaterial(DATA)),
                new Case("encrypt",
                        new EngineCommand.Encrypt(first,
                                new CipherSpec(Mode.GCM, Padding.NONE, 16, true), null,
                                text("aad"), DATA),
                        new EngineResult.Encrypted(DATA, IV, TAG, true)),
                new Case("decrypt",
                        new EngineCommand.Decrypt(first,
                                new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false), IV, null, TAG,
                                DATA),
                        new EngineResult.Material(DATA, false)),
                new Case("amend", new EngineCommand.Amend(first, Samples.VECTOR_1),
                        new EngineResult.Wrapped(second, null, false)),
                new Case("verify", new EngineCommand.Verify(first),
                        new EngineResult.Verified(digest)),
                new Case("status", new EngineCommand.Status(),
                        new StatusReport("1.2.3", DOMAIN, true, 2, 4711, 42, List
                                .of(new ProtectionStatus("no-attach", false, "why")),
                                List.of(new TermStatus(1, 1000, 1L << 40),
                                        new TermStatus(2, 2000, 7)),
                                SELF_TESTED, 900)));
    }

    private static List<Case> cryptoCases(WrappedObject first) {
        SignatureSpec pss = SignatureSpec.pss(HashAlgorithm.SHA_256, HashAlgorithm.SHA_1, 20);
        SignatureSpec ecdsa = new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_384);
        return List.of(
                new Case("sign", new EngineCommand.Sign(first, pss, true, null, DATA),
                        new EngineResult.Computed(TAG, true, null)),
                new Case("verify-signature",
                        new EngineCommand.VerifySignature(first, ecdsa, false,
                                new Part(true, text("so far")), TAG, DATA),
                        new EngineResult.Verdict(true, false, null)),
                new Case("mac",
                        new EngineCommand.Mac(first, new MacSpec(HashAlgorithm.SHA3_512),
                                Part.first(), DATA),
                        new EngineResult.Computed(null, false, text("so far"))),
                new Case("verify-mac",
                        new EngineCommand.VerifyMac(first, MacSpec.CMAC, null, TAG, DATA),
                        new EngineResult.Verdict(false, true, null)),
                new Case("hash",
                        new EngineCommand.Hash(HashAlgorithm.SHA_512_256,
                                new Part(false, text("so far")), DATA),
                        new EngineResult.Computed(null, true, text("so far"))),
                new Case("random", new EngineCommand.Random(32),
                        new EngineResult.Material(MATERIAL, true)),
                new Case("seed", new EngineCommand.Seed(DATA), new EngineResult.Seeded(4)),
                new Case("encrypt-part",
                        new EngineCommand.Encrypt(first, new CipherSpec(Mode.NONE, Padding.NONE,
                                0, false, null, null, 7), Part.first(), IV, null, DATA),
                        new EngineResult.Encrypted(DATA, null, null, false, text("so far"))),
                new Case("decrypt-part",
                        new EngineCommand.Decrypt(first,
                                CipherSpec.oaep(HashAlgorithm.SHA_512, HashAlgorithm.SHA_1),
                                new Part(true, text("so far")), null, text("label"), null, DATA),
                        new EngineResult.Material(DATA, true, text("so far"))));
    }

    private static List<Case> derivedCases(WrappedObject first, WrappedObject second) {
        var digest = Samples.VECTOR_1.attributesDigest();
        EngineResult.Wrapped wrapped = new EngineResult.Wrapped(first, digest);
        EngineResult.Wrapped none = new EngineResult.Wrapped(second, null, false);
        return List.of(
                new Case("generate-pair",
                        new EngineCommand.GeneratePair(Samples.VECTOR_1, Samples.VECTOR_2, 0x45),
                        new EngineResult.WrappedPair(wrapped, none)),
                new Case("derive",
                        new EngineCommand.Derive(first, second,
                                new DerivationSpec(DerivationSpec.Method.ENCRYPT, null,
                                        new CipherSpec(Mode.CBC, Padding.ZEROS, 0, false), 0),
                                DATA, null, IV, Samples.VECTOR_2),
                        none),
                new Case("derive-pbkdf2",
                        new EngineCommand.Derive(first, null,
                                new DerivationSpec(DerivationSpec.Method.PBKDF2,
                                        HashAlgorithm.SHA_256, null, 4096),
                                null, text("salt"), null, Samples.VECTOR_1),
                        wrapped),
                new Case("split",
                        new EngineCommand.Split(first,
                                new SplitSpec(SplitSpec.Method.PRIME_FIELD, 3, 2, counted(0xfb, 1)),
                                List.of(Samples.VECTOR_1, Samples.VECTOR_2)),
                        new EngineResult.WrappedParts(List.of(wrapped, none))),
                new Case("join",
                        new EngineCommand.Join(new SplitSpec(SplitSpec.Method.GF_2_8, 300, 2),
                                List.of(new EngineCommand.SplitPart(1, first),
                                        new EngineCommand.SplitPart(258, second)),
                                Samples.VECTOR_1),
                        wrapped),
                new Case("import-wrapped",
                        new EngineCommand.ImportWrapped(Samples.VECTOR_1, first,
                                new WrapSpec(new CipherSpec(Mode.GCM, Padding.NONE, 16, false)),
                                WrapSpec.Encoding.TTLV, IV, null, TAG, DATA),
                        wrapped),
                new Case("export-as", new EngineCommand.ExportAs(first, 0x14),
                        new EngineResult.Material(MATERIAL, true)),
                new Case("export-pkcs12",
                        new EngineCommand.ExportPkcs12(first, second, List.of(second),
                                text("alias")),
                        new EngineResult.Material(DATA, true)),
                new Case("rotate-term", new EngineCommand.RotateTerm(),
                        new EngineResult.InForce(3)),
                new Case("rewrap", new EngineCommand.Rewrap(first), wrapped),
                new Case("retire-term", new EngineCommand.RetireTerm(2),
                        new EngineResult.InForce(3)),
                new Case("encapsulate",
                        new EngineCommand.Encapsulate(first, Samples.VECTOR_1),
                        new EngineResult.Encapsulated(DATA, wrapped)),
                new Case("decapsulate",
                        new EngineCommand.Decapsulate(first, DATA, Samples.VECTOR_1), wrapped),
                new Case("self-test", new EngineCommand.RunSelfTests(), SELF_TESTED));
    }

    @Test
    void commandsAreWrittenAndRead() throws Exception {
        long id = 0;
        for (Case one : cases()) {
            id++;
            ByteBuffer out = ByteBuffer.allocateDirect(2048);
            CommandCodec.encode(out, id, one.command());
            assertFrame(out, one.name());
            assertThat((long) out.position())
                    .isLessThanOrEqualTo(CommandLength.of(one.command()));
            ByteBuffer frame = frame(one.name(), id);
            Opcode opcode = Opcode.of(frame.get());
            assertThat(CommandCodec.decode(opcode, frame)).as(one.name())
                    .isEqualTo(one.command());
        }
    }

    @Test
    void resultsAreWrittenAndRead() throws Exception {
        long id = 0;
        for (Case one : cases()) {
            id++;
            ByteBuffer out = ByteBuffer.allocateDirect(2048);
            ResultCodec.encode(out, id, one.result());
            assertFrame(out, one.name() + "-result");
            assertThat(out.position()).isLessThanOrEqualTo(ResultCodec.lengthBound(one.result()));
            ByteBuffer frame = frame(one.name() + "-result", id);
            assertThat(Opcode.of(frame.get())).isEqualTo(Opcode.RESULT);
            EngineResult read = ResultCodec.decode(CommandCodec.opcode(one.command()), frame);
            assertThat(read).as(one.name()).isEqualTo(one.result());
        }
    }

    @Test
    void greetingsAreWrittenAndRead() throws Exception {
        ByteBuffer out = ByteBuffer.allocateDirect(Greeting.BYTES_MAX);
        Greeting.encodeRequest(out);
        assertFrame(out, "hello");
        ByteBuffer request = frame("hello", 0);
        assertThat(Opcode.of(request.get())).isEqualTo(Opcode.HELLO);
        assertThat(Greeting.decodeRequest(request)).isEqualTo(1);
        out.clear();
        Greeting.encodeAnswer(out, DOMAIN);
        assertFrame(out, "hello-answer");
        ByteBuffer answer = frame("hello-answer", 0);
        assertThat(Opcode.of(answer.get())).isEqualTo(Opcode.RESULT);
        assertThat(Greeting.decodeAnswer(answer)).isEqualTo(DOMAIN);
    }

    @Test
    void faultsAreWrittenAndRead() throws Exception {
        ByteBuffer out = ByteBuffer.allocateDirect(64);
        ResultCodec.encode(out, -2, new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "no"));
        assertFrame(out, "fault");
        ByteBuffer frame = frame("fault", -2);
        assertThat(Opcode.of(frame.get())).isEqualTo(Opcode.FAULT);
        EngineFault read = ResultCodec.decodeFault(frame);
        assertThat(read.reason()).isEqualTo(Reason.CRYPTOGRAPHIC_FAILURE);
        assertThat(Objects.requireNonNull(read.getMessage())).isEqualTo("no");
    }

    /** The frame behind its length and identifier. */
    private ByteBuffer frame(String name, long id) throws WireFault {
        ByteBuffer in = Samples.direct(vectors.bytes(name));
        assertThat(Frame.isWhole(in)).isTrue();
        ByteBuffer frame = Frame.next(in);
        assertThat(in.hasRemaining()).isFalse();
        assertThat(frame.getLong()).isEqualTo(id);
        return frame;
    }

    private void assertFrame(ByteBuffer out, String name) {
        assertThat(Samples.bytes(out.duplicate().flip())).as(name)
                .isEqualTo(vectors.bytes(name));
    }

    private static ByteBuffer text(String text) {
        return Samples.direct(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer counted(int first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return Samples.direct(bytes);
    }
}
