package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static io.sallyport.hsm.process.EngineFixture.assertReason;
import static io.sallyport.hsm.process.EngineFixture.header;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** Keys that leave and come wrapped, through the socket. */
final class WrapCommandsTest extends CommandTest {
    private static final byte[] TEXT = "The quick brown fox jumps over the lazy dog, and then some"
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void wrappedKeysComeBack() throws Exception {
        WrappedObject kek = engine().stored(
                header("kek", 2, 1, AES, 256, 0x30, Protection.EXTRACTABLE), new byte[32]);
        WrappedObject[] rsa = pair(RSA, 2048, 0, 4, 5);
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        WrappedObject key = engine().stored(header, "00112233445566778899aabbccddeeff");
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
        byte[][] wrapped = engine().call(new EngineCommand.ExportWrapped(key, wrapping, spec,
                Samples.direct(HexFormat.of().parseHex(prefix)),
                Samples.direct(HexFormat.of().parseHex(suffix))),
                r -> new byte[][]{Samples.bytes(r.bytes()), Samples.bytes(r.iv()),
                        Samples.bytes(r.tag())});
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        WrappedObject back = engine().call(unwrap(header, unwrapping, spec, encoding, wrapped),
                Wrapped::object);
        assertThat(engine().exported(back)).isEqualTo(engine().exported(key));
        assertThat(back.header().protection().neverExtractable()).isFalse();
        wrapped[0][3] ^= 1;
        if (spec.cipher().mode() != Mode.CBC) {
            assertReason(Reason.CRYPTOGRAPHIC_FAILURE,
                    () -> engine().call(unwrap(header, unwrapping, spec, encoding, wrapped),
                            r -> r));
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
        WrappedObject kek = engine().call(
                new EngineCommand.Generate(header("kek", 2, 1, AES, 256, 0x30, SENSITIVE)),
                Wrapped::object);
        WrappedObject key = engine().call(
                new EngineCommand.Generate(symmetric(AES, 128, SENSITIVE)), Wrapped::object);
        byte[] wrapped = engine().call(new EngineCommand.ExportWrapped(key, kek,
                WrapSpec.NIST_KEY_WRAP, Samples.direct(new byte[0]), Samples.direct(new byte[0])),
                r -> Samples.bytes(r.bytes()));
        byte[][] parts = {wrapped, {}, {}};
        assertReason(Reason.SENSITIVE,
                () -> engine().call(unwrap(symmetric(AES, 128, Protection.EXTRACTABLE), kek,
                        WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.NONE, parts), r -> r));
        WrappedObject back = engine().call(unwrap(symmetric(AES, 128, SENSITIVE), kek,
                WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.NONE, parts), Wrapped::object);
        assertThat(back.header().protection().alwaysSensitive()).isFalse();
        assertReason(Reason.SENSITIVE, () -> engine().exported(back));
        WrapSpec cbc = new WrapSpec(new CipherSpec(Mode.CBC, Padding.PKCS5, 0, true));
        assertReason(Reason.SENSITIVE, () -> engine().call(new EngineCommand.ExportWrapped(key, kek,
                cbc, Samples.direct(new byte[0]), Samples.direct(new byte[0])), r -> r));
        WrappedObject[] rsa = pair(RSA, 2048, 0, 4, 5);
        WrapSpec oaep = new WrapSpec(
                CipherSpec.oaep(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256));
        assertReason(Reason.SENSITIVE,
                () -> engine().call(new EngineCommand.ExportWrapped(key, rsa[1],
                        oaep, Samples.direct(new byte[0]), Samples.direct(new byte[0])), r -> r));
    }

    @Test
    void everyUseNeedsItsRight() throws Exception {
        WrappedObject key = engine().stored(header("n", 2, 1, AES, 128, 0, Protection.EXTRACTABLE),
                new byte[16]);
        assertReason(Reason.POLICY, () -> engine().call(
                new EngineCommand.Mac(key, MacSpec.CMAC, null, Samples.direct(TEXT)), r -> r));
        assertReason(Reason.POLICY, () -> engine().call(new EngineCommand.VerifyMac(key,
                MacSpec.CMAC, null, Samples.direct(TEXT), Samples.direct(TEXT)), r -> r));
        assertReason(Reason.POLICY, () -> engine().call(unwrap(symmetric(AES, 128, SENSITIVE), key,
                WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.NONE, new byte[][]{TEXT, {}, {}}),
                r -> r));
        SignatureSpec spec = new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256);
        assertReason(Reason.POLICY, () -> engine().call(
                new EngineCommand.Sign(key, spec, false, null, Samples.direct(TEXT)), r -> r));
        assertReason(Reason.POLICY,
                () -> engine().call(new EngineCommand.VerifySignature(key, spec, false, null,
                        Samples.direct(TEXT), Samples.direct(TEXT)), r -> r));
    }
}
