package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static io.sallyport.hsm.process.EngineFixture.assertReason;
import static io.sallyport.hsm.process.EngineFixture.header;
import static io.sallyport.hsm.process.EngineFixture.whereGiven;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** Derivation, agreement, and keys in parts, through the socket. */
final class DerivationCommandsTest extends CommandTest {
    private WrappedObject derive(WrappedObject key, @Nullable WrappedObject other,
            DerivationSpec spec, @Nullable String data, @Nullable String salt, ObjectHeader header)
            throws EngineFault {
        return engine().call(new EngineCommand.Derive(key, other, spec,
                data == null ? null : Samples.direct(HexFormat.of().parseHex(data)),
                salt == null ? null : Samples.direct(HexFormat.of().parseHex(salt)), null, header),
                Wrapped::object);
    }

    @Test
    void derivesWhatOthersDerive() throws Exception {
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        WrappedObject key = engine().stored(header, "00112233445566778899aabbccddeeff");
        DerivationSpec hash = new DerivationSpec(Method.HASH, HashAlgorithm.SHA_256);
        whereGiven(() -> assertThat(
                engine().exported(derive(key, null, hash, null, null, header))).asHexString()
                .isEqualToIgnoringCase("a8faed6abbf35c12a4b26e40f6feb19d"));
        WrappedObject password = engine().stored(
                header("p", 7, 2, 0, 64, 0x200, Protection.EXTRACTABLE), "70617373776f7264");
        assertThat(engine().exported(derive(password, null,
                new DerivationSpec(Method.PBKDF2, HashAlgorithm.SHA_1, null, 4096), null,
                "73616c74", header))).asHexString()
                .isEqualToIgnoringCase("4b007901b765489abead49d926f721d0");
        DerivationSpec ecb = new DerivationSpec(Method.ENCRYPT, null,
                new CipherSpec(Mode.ECB, Padding.NONE, 0, false), 0);
        // FIPS 197, appendix C.1, with the key as the data.
        WrappedObject fips = engine().stored(header, "000102030405060708090a0b0c0d0e0f");
        whereGiven(() -> assertThat(
                engine().exported(derive(fips, key, ecb, null, null, header))).asHexString()
                .isEqualToIgnoringCase("69c4e0d86a7b0430d8cdb78070b4c55a"));
        for (Method method : List.of(Method.NIST800_108_COUNTER, Method.NIST800_108_FEEDBACK,
                Method.NIST800_108_DOUBLE_PIPELINE, Method.HKDF, Method.HMAC)) {
            whereGiven(() -> assertDerives(key,
                    new DerivationSpec(method, HashAlgorithm.SHA_256), header));
        }
    }

    private void assertDerives(WrappedObject key, DerivationSpec spec, ObjectHeader header)
            throws EngineFault {
        byte[] once = engine().exported(derive(key, null, spec, "0102", null, header));
        assertThat(engine().exported(derive(key, null, spec, "0102", null, header)))
                .isEqualTo(once);
        assertThat(engine().exported(derive(key, null, spec, "0103", null, header)))
                .isNotEqualTo(once);
    }

    @Test
    void whatIsDerivedIsNoLessProtected() throws Exception {
        DerivationSpec hkdf = new DerivationSpec(Method.HKDF, HashAlgorithm.SHA_256);
        WrappedObject sensitive = engine().stored(symmetric(AES, 256, SENSITIVE), new byte[32]);
        WrappedObject locked = engine().stored(symmetric(AES, 256, LOCKED), new byte[32]);
        assertReason(Reason.SENSITIVE, () -> derive(sensitive, null, hkdf, null, null,
                symmetric(AES, 128, Protection.EXTRACTABLE)));
        assertReason(Reason.NOT_EXTRACTABLE,
                () -> derive(locked, null, hkdf, null, null, symmetric(AES, 128, SENSITIVE)));
        derive(locked, null, hkdf, null, null, symmetric(AES, 128, LOCKED));
        WrappedObject noRight = engine().stored(
                header("s", 2, 1, AES, 128, ALL & ~0x200, Protection.EXTRACTABLE), new byte[16]);
        assertReason(Reason.POLICY, () -> derive(noRight, null, hkdf, null, null,
                symmetric(AES, 128, Protection.EXTRACTABLE)));
        assertReason(Reason.INVALID_PARAMETERS, () -> derive(sensitive, null, hkdf, null, null,
                header("d", 7, 2, 0, 104, 0, SENSITIVE)));
    }

    @Test
    void bothSidesAgreeOnOneSecret() throws Exception {
        for (int curve : new int[]{7, 0x45, 0x46}) {
            whereGiven(() -> assertAgree(curve));
        }
    }

    private void assertAgree(int curve) throws EngineFault {
        int bits = curve == 7 ? 256 : 0;
        WrappedObject[] mine = pair(EC, bits, curve, 4, 5);
        WrappedObject[] theirs = pair(EC, bits, curve, 4, 5);
        DerivationSpec spec = new DerivationSpec(Method.ASYMMETRIC_KEY, HashAlgorithm.SHA_256);
        ObjectHeader header = symmetric(AES, 256, Protection.EXTRACTABLE);
        assertReason(Reason.POLICY, () -> derive(mine[1], theirs[1], spec, null, null, header));
        assertThat(engine().exported(derive(mine[0], theirs[1], spec, "01", null, header)))
                .isEqualTo(engine()
                        .exported(derive(theirs[0], mine[1], spec, "01", null, header)));
    }

    @Test
    void anyPartsUpToTheThresholdGiveTheKeyBack() throws Exception {
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        WrappedObject key = engine().stored(header, "00112233445566778899aabbccddeeff");
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
            List<Wrapped> parts = engine().call(new EngineCommand.Split(key, spec, headers),
                    r -> r.parts());
            List<SplitPart> used = new ArrayList<>();
            for (int i = spec.parts(); i > spec.parts() - spec.threshold(); i--) {
                used.add(new SplitPart(i, parts.get(i - 1).object()));
            }
            assertThat(engine().exported(engine().call(new EngineCommand.Join(spec, used, header),
                    Wrapped::object))).as(spec.method().name()).asHexString()
                    .isEqualToIgnoringCase("00112233445566778899aabbccddeeff");
            assertReason(Reason.CRYPTOGRAPHIC_FAILURE, () -> engine().call(
                    new EngineCommand.Join(spec, used.subList(1, used.size()), header), r -> r));
            assertReason(Reason.CRYPTOGRAPHIC_FAILURE, () -> engine().call(new EngineCommand.Join(
                    spec, List.of(used.get(0), used.get(0), used.get(0)), header), r -> r));
        }
    }

    /** Parts of the published case TC-SJ-3. */
    @Test
    void publishedPartsGiveOneKeyWhicheverAreJoined() throws Exception {
        SplitSpec spec = new SplitSpec(SplitSpec.Method.GF_2_8, 4, 2);
        ObjectHeader header = symmetric(AES, 128, Protection.EXTRACTABLE);
        ObjectHeader part = header("part", 5, 1, 0, 0, 0, Protection.EXTRACTABLE);
        List<WrappedObject> parts =
                List.of(engine().stored(part, "66C46A7754F94DE420C7B1A7FFF5EC56"),
                        engine().stored(part, "CF93D1E2A7E593CD5B8D6247F4E5D49C"),
                        engine().stored(part, "A855B891F61AD9217240D8EC061E37DA"),
                        engine().stored(part, "803DBAD55CDD329FAD19D99AE2C5A415"));
        byte[] first = HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f10");
        assertThat(join(spec, header, parts, 1, 2)).isEqualTo(first);
        assertThat(join(spec, header, parts, 3, 4)).isEqualTo(first);
        assertThat(join(spec, header, parts, 4, 1)).isEqualTo(first);
        assertThat(join(spec, header, parts, 2, 3)).isEqualTo(first);
    }

    private byte[] join(SplitSpec spec, ObjectHeader header, List<WrappedObject> parts, int one,
            int other) throws EngineFault {
        return engine().exported(engine().call(new EngineCommand.Join(spec,
                List.of(new SplitPart(one, parts.get(one - 1)),
                        new SplitPart(other, parts.get(other - 1))),
                header), Wrapped::object));
    }
}
