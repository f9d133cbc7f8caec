package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.EngineResult.WrappedPair;
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

/** Ways round what an object may not be used for, that lead over other objects. */
class DetourTest extends LinkedEngineTest {
    private static final int WRAP_UNWRAP = 0x30;
    private static final int MAC = 0x80;
    private static final int DERIVE = 0x200;
    private static final int AGREE = 0x800;
    private static final int EVERYTHING = 0x3bc;
    private static final int EC = 0x1a;
    private static final Protection SENSITIVE = Protection.ofNew(true, true, null);
    private static final Protection SHUT = Protection.ofNew(true, false, null);
    private static final byte[] NOTHING = {};

    private WrappedObject generated(ObjectHeader header) throws EngineFault {
        return link().call(new EngineCommand.Generate(header), Wrapped::object);
    }

    private WrappedObject imported(ObjectHeader header, byte[] material) throws EngineFault {
        return link().call(new EngineCommand.Import(header, Samples.direct(material)),
                Wrapped::object);
    }

    private WrappedObject derived(WrappedObject key, @Nullable WrappedObject other,
            DerivationSpec spec, byte @Nullable [] iv, ObjectHeader header) throws EngineFault {
        return link().call(new EngineCommand.Derive(key, other, spec, null, null,
                iv == null ? null : Samples.direct(iv), header), Wrapped::object);
    }

    private WrappedObject ownKey() throws EngineFault {
        return imported(Samples.aes("own", 256, EVERYTHING, Protection.EXTRACTABLE),
                new byte[32]);
    }

    private static DerivationSpec encryption(Mode mode) {
        return new DerivationSpec(Method.ENCRYPT, null,
                new CipherSpec(mode, Padding.NONE, 0, false), 0);
    }

    /**
     * A stream cipher undoes itself: encrypted twice with a key of the thief's, a wrapping key would
     * come back with the right to decrypt what it wrapped.
     */
    @ParameterizedTest
    @EnumSource(names = {"CTR", "OFB", "CFB", "ECB", "CBC"})
    void aWrappingKeyIsNoDataOfADerivation(Mode mode) throws Exception {
        WrappedObject own = ownKey();
        WrappedObject wrapping =
                generated(Samples.aes("kek", 256, WRAP_UNWRAP | DERIVE, SENSITIVE));
        byte[] iv = mode == Mode.ECB ? null : new byte[16];
        ObjectHeader all = Samples.aes("made", 256, EVERYTHING, SENSITIVE);
        assertRefused(Reason.SENSITIVE,
                () -> derived(own, wrapping, encryption(mode), iv, all));
        assertRefused(Reason.SENSITIVE, () -> derived(own, wrapping,
                new DerivationSpec(Method.HMAC, HashAlgorithm.SHA_256), null, all));
    }

    /**
     * What the thief can decrypt he has, with another label: more rights, or as keys that differ in
     * bits of his choice.
     */
    @ParameterizedTest
    @EnumSource(names = {"CTR", "ECB"})
    void aProtectedKeyIsNotEncryptedToAnother(Mode mode) throws Exception {
        WrappedObject own = ownKey();
        byte[] iv = mode == Mode.ECB ? null : new byte[16];
        for (Protection protection : List.of(SENSITIVE, SHUT,
                Protection.ofNew(false, false, null))) {
            WrappedObject target = generated(Samples.aes("t", 256, MAC | DERIVE, protection));
            ObjectHeader made = Samples.aes("made", 256, EVERYTHING, protection);
            assertRefused(Reason.SENSITIVE,
                    () -> derived(own, target, encryption(mode), iv, made));
            derived(own, target, new DerivationSpec(Method.HMAC, HashAlgorithm.SHA_256), null,
                    made);
        }
    }

    @Test
    void dataOfADerivationHaveTheRightAndTheStateForIt() throws Exception {
        WrappedObject own = ownKey();
        DerivationSpec hmac = new DerivationSpec(Method.HMAC, HashAlgorithm.SHA_256);
        ObjectHeader made = Samples.aes("made", 256, MAC, SENSITIVE);
        WrappedObject noRight = generated(Samples.aes("t", 256, MAC, SENSITIVE));
        assertRefused(Reason.POLICY, () -> derived(own, noRight, hmac, null, made));
        WrappedObject right = generated(Samples.aes("t", 256, DERIVE, SENSITIVE));
        derived(own, right, hmac, null, made);
        WrappedObject over = link().call(new EngineCommand.Amend(right,
                Samples.next(right.header(), KeyState.COMPROMISED)), Wrapped::object);
        assertRefused(Reason.KEY_STATE, () -> derived(own, over, hmac, null, made));
    }

    private static ObjectHeader half(String id, int type, int algorithm, int bits, int mask,
            Protection protection) {
        int format = algorithm == EC ? (type == 4 ? 4 : 5) : 1;
        return new ObjectHeader(id, "tenant", 1, type, format, algorithm, bits, mask,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                protection, Sha256.of(new byte[32]));
    }

    private WrappedPair ec(Protection ofPrivate, Protection ofPublic) throws EngineFault {
        return link().call(new EngineCommand.GeneratePair(
                half("private", 4, EC, 256, AGREE, ofPrivate),
                half("public", 3, EC, 256, AGREE, ofPublic), 7), pair -> pair);
    }

    private static DerivationSpec agreement() {
        return new DerivationSpec(Method.ASYMMETRIC_KEY, HashAlgorithm.SHA_256);
    }

    /** Whoever has the other private key knows the secret, and has known it from the start. */
    @Test
    void anAgreedSecretHasNoHistory() throws Exception {
        WrappedPair mine = ec(SHUT, Protection.EXTRACTABLE);
        WrappedPair theirs = ec(Protection.EXTRACTABLE, Protection.EXTRACTABLE);
        Protection got = derived(mine.privateKey().object(), theirs.publicKey().object(),
                agreement(), null, Samples.aes("s", 256, WRAP_UNWRAP, SHUT)).header()
                .protection();
        assertThat(got).isEqualTo(new Protection(true, false, false, false));
    }

    /** With a private key that the thief knows, an agreement is a rewriting of the point. */
    @Test
    void theOtherSideOfAnAgreementIsAPublicKeyAndKeepsItsProtection() throws Exception {
        WrappedPair own = ec(Protection.EXTRACTABLE, Protection.EXTRACTABLE);
        WrappedPair kept = ec(Protection.EXTRACTABLE, SENSITIVE);
        WrappedObject privateKey = own.privateKey().object();
        ObjectHeader clear = Samples.aes("s", 256, MAC, Protection.EXTRACTABLE);
        assertRefused(Reason.SENSITIVE, () -> derived(privateKey, kept.publicKey().object(),
                agreement(), null, clear));
        byte[] point = link().call(new EngineCommand.Export(own.publicKey().object()),
                result -> Samples.bytes(result.bytes()));
        WrappedObject mislabelled =
                imported(half("x", 7, EC, 256, AGREE, Protection.EXTRACTABLE), point);
        assertRefused(Reason.POLICY,
                () -> derived(privateKey, mislabelled, agreement(), null, clear));
    }

    /** All points of small order of Curve25519 and its twist, and numbers beyond the field. */
    @ParameterizedTest
    @ValueSource(strings = {"0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"})
    void nothingIsAgreedOnWithAPointOfSmallOrder(String point) throws Exception {
        WrappedPair mine = link().call(new EngineCommand.GeneratePair(
                half("private", 4, EC, 0, AGREE, SENSITIVE),
                half("public", 3, EC, 0, AGREE, Protection.EXTRACTABLE), 0x45), pair -> pair);
        byte[] key = HexFormat.of().parseHex("302a300506032b656e032100" + point);
        assertRefused(Reason.CRYPTOGRAPHIC_FAILURE, () -> derived(mine.privateKey().object(),
                imported(half("p", 3, EC, 0, AGREE, Protection.EXTRACTABLE), key), agreement(),
                null, Samples.aes("s", 256, MAC, SENSITIVE)));
    }

    /** A point on another curve of the same field tells the private key modulo a small order. */
    @Test
    void nothingIsAgreedOnWithAPointOffTheCurve() throws Exception {
        WrappedPair mine = ec(SENSITIVE, Protection.EXTRACTABLE);
        byte[] point = link().call(new EngineCommand.Export(mine.publicKey().object()),
                result -> Samples.bytes(result.bytes()));
        for (int changed = point.length - 64; changed < point.length; changed += 21) {
            byte[] off = point.clone();
            off[changed] ^= 1;
            assertRefused(Reason.INVALID_PARAMETERS, () -> derived(mine.privateKey().object(),
                    imported(half("p", 3, EC, 256, AGREE, Protection.EXTRACTABLE), off),
                    agreement(), null, Samples.aes("s", 256, MAC, SENSITIVE)));
        }
        byte[] infinity = Arrays.copyOf(point, point.length - 64);
        infinity[infinity.length - 1] = 0;
        infinity[1] = (byte) (infinity[1] - 64);
        infinity[infinity.length - 3] = (byte) (infinity[infinity.length - 3] - 64);
        assertRefused(Reason.INVALID_PARAMETERS, () -> derived(mine.privateKey().object(),
                imported(half("p", 3, EC, 256, AGREE, Protection.EXTRACTABLE), infinity),
                agreement(), null, Samples.aes("s", 256, MAC, SENSITIVE)));
    }

    @Test
    void aSharedSecretOfAKeyOfAFamilyKeepsToItsOwn() throws Exception {
        MechanismFamily agreement = MechanismFamily.KEY_AGREEMENT;
        int mlKem768 = 0x3a;
        WrappedPair pair = link().call(new EngineCommand.GeneratePair(
                half("private", 4, mlKem768, 1184 * 8, AGREE, SENSITIVE.with(agreement)),
                half("public", 3, mlKem768, 1184 * 8, AGREE,
                        Protection.EXTRACTABLE.with(agreement)),
                0), made -> made);
        ObjectHeader asked = Samples.aes("s", 256, 0xc,
                SENSITIVE.with(MechanismFamily.AUTHENTICATED_ENCRYPTION));
        WrappedObject secret = link().call(new EngineCommand.Encapsulate(
                pair.publicKey().object(), asked), result -> result.secret().object());
        assertThat(secret.header().protection().family())
                .isEqualTo(MechanismFamily.AUTHENTICATED_ENCRYPTION);
        assertRefused(Reason.POLICY, () -> link().call(new EngineCommand.Encrypt(secret,
                new CipherSpec(Mode.ECB, Padding.NONE, 0, false), null, null,
                Samples.direct(new byte[16])), result -> result.data().remaining()));
    }

    /** Else two halves of a key for unwrapping would make one for decrypting. */
    @Test
    void partsAndWhatTheyGiveStayInTheFamily() throws Exception {
        Protection unwrapping = SENSITIVE.with(MechanismFamily.KEY_WRAP);
        Protection encryption = SENSITIVE.with(MechanismFamily.ENCRYPTION);
        WrappedObject key = imported(Samples.aes("kek", 256, 0x20, unwrapping), new byte[32]);
        SplitSpec xor = new SplitSpec(SplitSpec.Method.XOR, 2, 2);
        ObjectHeader wrong = half("part", 5, 3, 256, 0, encryption);
        assertRefused(Reason.POLICY, () -> split(key, xor, wrong));
        List<EngineCommand.SplitPart> parts =
                split(key, xor, half("part", 5, 3, 256, 0x20, unwrapping));
        assertRefused(Reason.POLICY, () -> link().call(new EngineCommand.Join(xor, parts,
                Samples.aes("joined", 256, 0xc, encryption)), Wrapped::object));
        link().call(new EngineCommand.Join(xor, parts,
                Samples.aes("joined", 256, 0x20, unwrapping)), Wrapped::object);
    }

    /** Else parts of what may do nothing would join to what may do everything. */
    @Test
    void whatAsksForNoRightIsOfTheFamilyOfItsSource() throws Exception {
        WrappedObject base = generated(
                Samples.aes("base", 256, DERIVE, SENSITIVE.with(MechanismFamily.DERIVATION)));
        WrappedObject idle = derived(base, null,
                new DerivationSpec(Method.HKDF, HashAlgorithm.SHA_256), null,
                Samples.aes("idle", 256, 0, SENSITIVE));
        assertThat(idle.header().protection().family()).isEqualTo(MechanismFamily.DERIVATION);
        SplitSpec xor = new SplitSpec(SplitSpec.Method.XOR, 2, 2);
        List<EngineCommand.SplitPart> parts =
                split(idle, xor, half("part", 5, 3, 256, 0, SENSITIVE));
        assertRefused(Reason.POLICY, () -> link().call(new EngineCommand.Join(xor, parts,
                Samples.aes("joined", 256, EVERYTHING, SENSITIVE)), Wrapped::object));
    }

    private List<EngineCommand.SplitPart> split(WrappedObject key, SplitSpec spec,
            ObjectHeader part) throws EngineFault {
        return link().call(new EngineCommand.Split(key, spec, List.of(part, part)),
                result -> List.of(
                        new EngineCommand.SplitPart(1, result.parts().get(0).object()),
                        new EngineCommand.SplitPart(2, result.parts().get(1).object())));
    }

    /** Whether PKCS#1 v1.5 is there tells, asked often enough, what a ciphertext is. */
    @Test
    void whatWasWrappedWithRsaIsUnwrappedByOaepAlone() throws Exception {
        WrappedPair rsa = link().call(new EngineCommand.GeneratePair(
                new ObjectHeader("private", "tenant", 1, 4, 4, 4, 2048, 0x20, KeyState.ACTIVE,
                        new KeyDates(1000, 1000L, null, null, null, null, null, null), SHUT,
                        Sha256.of(new byte[32])),
                new ObjectHeader("public", "tenant", 1, 3, 5, 4, 2048, 0x10, KeyState.ACTIVE,
                        new KeyDates(1000, 1000L, null, null, null, null, null, null),
                        Protection.EXTRACTABLE, Sha256.of(new byte[32])),
                0), pair -> pair);
        WrappedObject own = ownKey();
        CipherSpec oaep = CipherSpec.oaep(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256);
        for (CipherSpec spec : List.of(new CipherSpec(Mode.NONE, Padding.PKCS1_V1_5, 0, false),
                oaep)) {
            byte[] blob = link().call(new EngineCommand.ExportWrapped(own,
                    rsa.publicKey().object(), new WrapSpec(spec), Samples.direct(NOTHING),
                    Samples.direct(NOTHING)), result -> Samples.bytes(result.bytes()));
            ThrowingCallable unwrapping = () -> link().call(new EngineCommand.ImportWrapped(
                    Samples.aes("back", 256, MAC, SENSITIVE), rsa.privateKey().object(),
                    new WrapSpec(spec), WrapSpec.Encoding.NONE, null, null, null,
                    Samples.direct(blob)), Wrapped::object);
            if (spec.equals(oaep)) {
                assertThatCode(unwrapping).doesNotThrowAnyException();
            } else {
                assertRefused(Reason.SENSITIVE, unwrapping);
            }
        }
    }

    /** Two keys of 3DES that differ in one third leave DES, which is found by trying. */
    @Test
    void keysThatTheThiefRelatedAreNotOfTripleDes() throws Exception {
        WrappedObject target = generated(Samples.aes("t", 192, MAC | 0xc, SENSITIVE));
        ObjectHeader desKey = half("des", 2, 2, 192, 0xc, SENSITIVE);
        SplitSpec two = new SplitSpec(SplitSpec.Method.XOR, 2, 2);
        List<EngineCommand.SplitPart> parts =
                split(target, two, half("part", 5, 3, 192, 0xc, SENSITIVE));
        byte[] difference = new byte[24];
        difference[0] = (byte) 0x80;
        WrappedObject own =
                imported(half("part", 5, 3, 192, 0, Protection.EXTRACTABLE), difference);
        SplitSpec three = new SplitSpec(SplitSpec.Method.XOR, 3, 3);
        assertRefused(Reason.SENSITIVE, () -> link().call(new EngineCommand.Join(three,
                List.of(parts.get(0), parts.get(1), new EngineCommand.SplitPart(3, own)), desKey),
                Wrapped::object));
        assertRefused(Reason.SENSITIVE,
                () -> link().call(new EngineCommand.Join(two, parts, desKey), Wrapped::object));
    }

    /** Equal halves make the masks of XTS a cipher of its own key. */
    @Test
    void equalHalvesMakeNoKeyOfXts() throws Exception {
        WrappedObject equal =
                imported(Samples.aes("x", 256, 0xc, SENSITIVE), new byte[32]);
        CipherSpec xts = new CipherSpec(Mode.XTS, Padding.NONE, 0, false);
        assertRefused(Reason.INVALID_PARAMETERS, () -> link().call(new EngineCommand.Encrypt(equal,
                xts, Samples.direct(new byte[16]), null, Samples.direct(new byte[32])),
                result -> result.data().remaining()));
        assertRefused(Reason.INVALID_PARAMETERS, () -> link().call(new EngineCommand.Decrypt(equal,
                xts, Samples.direct(new byte[16]), null, null, Samples.direct(new byte[32])),
                result -> result.bytes().remaining()));
    }

    /** The way round the right to decrypt that led over a wrapping key's data. */
    @Test
    void aBlobOfASensitiveKeyIsOpenedByNothingThatTheThiefCanMake() throws Exception {
        WrappedObject wrapping =
                generated(Samples.aes("kek", 256, WRAP_UNWRAP | DERIVE, SENSITIVE));
        WrappedObject target = generated(Samples.aes("t", 256, MAC, SENSITIVE));
        CipherSpec keyWrap = new CipherSpec(Mode.NIST_KEY_WRAP, Padding.NONE, 0, false);
        byte[] blob = link().call(new EngineCommand.ExportWrapped(target, wrapping,
                new WrapSpec(keyWrap), Samples.direct(NOTHING),
                Samples.direct(NOTHING)), result -> Samples.bytes(result.bytes()));
        ObjectHeader all = Samples.aes("made", 256, EVERYTHING, SENSITIVE);
        WrappedObject own = ownKey();
        assertThatThrownBy(() -> {
            DerivationSpec stream = encryption(Mode.CTR);
            WrappedObject once = derived(own, wrapping, stream, new byte[16], all);
            WrappedObject again = derived(own, once, stream, new byte[16], all);
            link().call(new EngineCommand.Decrypt(again, keyWrap, null, null, null,
                    Samples.direct(blob)), result -> result.bytes().remaining());
        }).isInstanceOf(EngineFault.class);
    }
}
