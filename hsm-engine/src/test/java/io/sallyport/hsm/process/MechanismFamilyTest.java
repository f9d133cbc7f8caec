package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static io.sallyport.hsm.process.EngineFixture.assertReason;
import static io.sallyport.hsm.process.EngineFixture.whereGiven;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.MechanismFamily;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/** Keys of one family of mechanisms, through the socket. */
final class MechanismFamilyTest extends CommandTest {
    private static final int ENCRYPT_DECRYPT = 0xc;
    private static final int WRAP_UNWRAP = 0x30;
    private static final int DERIVE = 0x200;
    private static final byte[] BLOCKS = new byte[32];
    private static final WrapSpec KEY_WRAP =
            new WrapSpec(new CipherSpec(Mode.NIST_KEY_WRAP, Padding.NONE, 0, false));

    /** The rights that a key of a family may have, by the table of docs/THREATS.md. */
    private static final Map<MechanismFamily, Integer> RIGHTS = new EnumMap<>(Map.of(
            MechanismFamily.AUTHENTICATED_ENCRYPTION, 0xc, MechanismFamily.ENCRYPTION, 0xc,
            MechanismFamily.KEY_WRAP, 0x30, MechanismFamily.MAC, 0x180,
            MechanismFamily.DERIVATION, 0x200, MechanismFamily.SIGNATURE, 0x3403,
            MechanismFamily.PUBLIC_KEY_ENCRYPTION, 0xc, MechanismFamily.KEY_TRANSPORT, 0x30,
            MechanismFamily.KEY_AGREEMENT, 0xa00));

    private static Protection sensitive(@Nullable MechanismFamily family) {
        return Protection.ofNew(true, true, family);
    }

    private static ObjectHeader aes(String id, int mask, Protection protection) {
        return Samples.aes(id, 256, mask, protection);
    }

    private WrappedObject generated(ObjectHeader header) throws EngineFault {
        return engine().call(new EngineCommand.Generate(header), Wrapped::object);
    }

    private void encrypt(WrappedObject key, CipherSpec spec) throws EngineFault {
        engine().call(new EngineCommand.Encrypt(key, spec, null, null, Samples.direct(BLOCKS)),
                result -> result.data().remaining());
    }

    private byte[] wrapped(WrappedObject object, WrappedObject key) throws EngineFault {
        return engine().call(new EngineCommand.ExportWrapped(object, key, KEY_WRAP,
                Samples.direct(new byte[0]), Samples.direct(new byte[0])),
                result -> Samples.bytes(result.bytes()));
    }

    private WrappedObject unwrapped(ObjectHeader header, WrappedObject key, byte[] bytes)
            throws EngineFault {
        return engine().call(new EngineCommand.ImportWrapped(header, key, KEY_WRAP,
                WrapSpec.Encoding.NONE, null, null, null, Samples.direct(bytes)),
                Wrapped::object);
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertReason(Reason.POLICY, call);
    }

    @ParameterizedTest
    @EnumSource(MechanismFamily.class)
    void aMaskHasTheRightsOfItsFamilyAndNoOther(MechanismFamily family) {
        for (int bit = 1; bit != 0; bit <<= 1) {
            ObjectHeader header = aes("k", bit, sensitive(family));
            if ((Objects.requireNonNull(RIGHTS.get(family)) & bit) != 0) {
                assertThatCode(() -> generated(header)).doesNotThrowAnyException();
            } else {
                assertForbidden(() -> generated(header));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GCM,,16", "CCM,,16", "CBC,ENCRYPTION,0", "CTR,ENCRYPTION,0",
            "CFB,ENCRYPTION,0", "OFB,ENCRYPTION,0", "PCBC,ENCRYPTION,0", "XTS,ENCRYPTION,0",
            "ECB,none,0", "NIST_KEY_WRAP,none,0"})
    void aKeyEncryptsByTheModesOfItsFamilyAlone(Mode mode, @Nullable String family, int tagBytes)
            throws Exception {
        CipherSpec spec = new CipherSpec(mode, Padding.NONE, tagBytes,
                mode != Mode.ECB && mode != Mode.NIST_KEY_WRAP);
        String of = family == null ? "AUTHENTICATED_ENCRYPTION" : family;
        whereGiven(() -> encrypt(
                generated(aes("any", ENCRYPT_DECRYPT, Protection.EXTRACTABLE)), spec));
        for (MechanismFamily one : List.of(MechanismFamily.AUTHENTICATED_ENCRYPTION,
                MechanismFamily.ENCRYPTION)) {
            WrappedObject key = generated(aes("k", ENCRYPT_DECRYPT,
                    Protection.EXTRACTABLE.with(one)));
            if (one.name().equals(of)) {
                whereGiven(() -> encrypt(key, spec));
            } else {
                assertForbidden(() -> encrypt(key, spec));
                assertForbidden(() -> engine().call(
                        new EngineCommand.Decrypt(key, spec, null, null,
                                Samples.direct(new byte[tagBytes]), Samples.direct(BLOCKS)),
                        result -> result.bytes().remaining()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"OAEP, 12, PUBLIC_KEY_ENCRYPTION, true", "OAEP, 48, KEY_TRANSPORT, false",
            "PKCS1_V1_5, 12, PUBLIC_KEY_ENCRYPTION, false"})
    void aPublicKeyOfAFamilyEncryptsByOaepAlone(Padding padding, int mask,
            MechanismFamily family, boolean served) throws Exception {
        WrappedObject publicKey = engine().call(
                new EngineCommand.GeneratePair(rsa("private", 4, mask, sensitive(family)),
                        rsa("public", 3, mask, Protection.EXTRACTABLE.with(family)), 0),
                result -> result.publicKey().object());
        CipherSpec spec = padding == Padding.OAEP
                ? CipherSpec.oaep(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256)
                : new CipherSpec(Mode.NONE, padding, 0, false);
        if (served) {
            encrypt(publicKey, spec);
        } else {
            assertForbidden(() -> encrypt(publicKey, spec));
        }
    }

    private static ObjectHeader rsa(String id, int type, int mask, Protection protection) {
        return new ObjectHeader(id, "tenant", 1, type, type == 4 ? 4 : 5, 4, 2048, mask,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                protection, Sha256.of(new byte[32]));
    }

    @Test
    void aKeyForWrappingIsSensitive() throws Exception {
        assertForbidden(() -> generated(aes("k", WRAP_UNWRAP,
                Protection.EXTRACTABLE.with(MechanismFamily.KEY_WRAP))));
        assertForbidden(() -> generated(aes("k", 0x10,
                Protection.EXTRACTABLE.with(MechanismFamily.KEY_WRAP))));
        generated(aes("k", WRAP_UNWRAP, sensitive(MechanismFamily.KEY_WRAP)));
    }

    @Test
    void aKeyOfAFamilyLeavesUnderSuchAKeyAloneAndComesBackAsOne() throws Exception {
        WrappedObject data = generated(aes("data", ENCRYPT_DECRYPT,
                sensitive(MechanismFamily.AUTHENTICATED_ENCRYPTION)));
        WrappedObject wide = generated(aes("wide", WRAP_UNWRAP, sensitive(null)));
        WrappedObject strict = generated(aes("strict", WRAP_UNWRAP,
                sensitive(MechanismFamily.KEY_WRAP)));
        assertForbidden(() -> wrapped(data, wide));
        byte[] left = wrapped(data, strict);
        assertForbidden(() -> unwrapped(aes("wide", ENCRYPT_DECRYPT, sensitive(null)), strict,
                left));
        unwrapped(aes("back", ENCRYPT_DECRYPT,
                sensitive(MechanismFamily.AUTHENTICATED_ENCRYPTION)), strict, left);
        unwrapped(aes("useless", 0, sensitive(null)), strict, left);
        wrapped(generated(aes("wide", ENCRYPT_DECRYPT, sensitive(null))), strict);
    }

    @Test
    void whatIsMadeOfAKeyOfAFamilyHasOneToo() throws Exception {
        WrappedObject base = generated(aes("base", DERIVE,
                sensitive(MechanismFamily.DERIVATION)));
        assertForbidden(() -> derived(base, sensitive(null)));
        derived(base, sensitive(MechanismFamily.ENCRYPTION));
        ObjectHeader part = part(sensitive(null));
        SplitSpec two = new SplitSpec(SplitSpec.Method.XOR, 2, 2);
        assertForbidden(() -> engine().call(
                new EngineCommand.Split(base, two, List.of(part, part)), r -> r.parts().size()));
        ObjectHeader kept = part(sensitive(MechanismFamily.DERIVATION));
        List<WrappedObject> parts = engine().call(
                new EngineCommand.Split(base, two, List.of(kept, kept)),
                r -> r.parts().stream().map(Wrapped::object).toList());
        List<EngineCommand.SplitPart> numbered = List.of(
                new EngineCommand.SplitPart(1, parts.get(0)),
                new EngineCommand.SplitPart(2, parts.get(1)));
        assertForbidden(() -> engine().call(new EngineCommand.Join(two, numbered,
                aes("joined", DERIVE, sensitive(null))), Wrapped::object));
        engine().call(new EngineCommand.Join(two, numbered,
                aes("joined", DERIVE, sensitive(MechanismFamily.DERIVATION))), Wrapped::object);
    }

    private WrappedObject derived(WrappedObject base, Protection protection) throws EngineFault {
        return engine().call(new EngineCommand.Derive(base, null,
                new DerivationSpec(Method.HKDF, HashAlgorithm.SHA_256),
                Samples.direct(new byte[16]), null, null,
                aes("derived", ENCRYPT_DECRYPT, protection)), Wrapped::object);
    }

    private static ObjectHeader part(Protection protection) {
        return new ObjectHeader("part", "tenant", 1, 5, 1, 3, 256, DERIVE, KeyState.ACTIVE,
                new KeyDates(1000, 1000L, null, null, null, null, null, null), protection,
                Sha256.of(new byte[32]));
    }

    @Test
    void aFamilyIsSetOnceAndThenStays() throws Exception {
        WrappedObject wide = generated(aes("k", 0xfc, sensitive(null)));
        assertForbidden(() -> amended(wide, 0xfc, sensitive(MechanismFamily.KEY_WRAP)));
        WrappedObject strict = amended(wide, WRAP_UNWRAP, sensitive(MechanismFamily.KEY_WRAP));
        assertForbidden(() -> amended(strict, WRAP_UNWRAP, sensitive(null)));
        assertForbidden(() -> amended(strict, 0, sensitive(MechanismFamily.ENCRYPTION)));
        assertThat(amended(strict, 0x20, sensitive(MechanismFamily.KEY_WRAP)).header()
                .protection().family()).isEqualTo(MechanismFamily.KEY_WRAP);
    }

    private WrappedObject amended(WrappedObject object, int mask, Protection protection)
            throws EngineFault {
        return engine().call(new EngineCommand.Amend(object,
                Samples.next(object.header(), KeyState.ACTIVE, mask, protection)),
                Wrapped::object);
    }
}
