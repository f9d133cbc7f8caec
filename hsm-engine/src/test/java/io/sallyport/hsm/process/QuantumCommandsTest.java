package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static io.sallyport.hsm.process.EngineFixture.assertReason;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.algorithm.Algorithm.Kind;
import io.sallyport.hsm.algorithm.ParameterSet;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/** Post-quantum keys through the socket. */
final class QuantumCommandsTest extends CommandTest {
    private static final int RAW = 1;
    private static final int PKCS8 = 4;
    private static final int X509 = 5;
    private static final int SIGN = 1;
    private static final int VERIFY = 2;
    private static final int AGREE = 0x800;
    private static final SignatureSpec SPEC =
            new SignatureSpec(SignatureSpec.Padding.NONE, null);
    private static final byte[] TEXT = "The quick brown fox".getBytes(StandardCharsets.US_ASCII);

    private record Pair(WrappedObject secret, WrappedObject open) {}

    private static Stream<Algorithm> of(Kind kind) {
        return Arrays.stream(Algorithm.values()).filter(one -> one.kind() == kind);
    }

    static Stream<Algorithm> signing() {
        return Stream.concat(of(Kind.ML_DSA), of(Kind.SLH_DSA));
    }

    static Stream<Algorithm> kems() {
        return of(Kind.KEM);
    }

    private static ParameterSet set(Algorithm algorithm) {
        return Objects.requireNonNull(algorithm.set());
    }

    private static ObjectHeader header(String id, int type, int format, Algorithm algorithm,
            int bits, int mask, Protection protection) {
        return header(id, type, format, algorithm, bits, mask, protection, KeyState.ACTIVE);
    }

    private static ObjectHeader header(String id, int type, int format, Algorithm algorithm,
            int bits, int mask, Protection protection, KeyState state) {
        return new ObjectHeader(id, "tenant", 1, type, format, algorithm.code(), bits, mask, state,
                new KeyDates(1000, 1000L, null, null, null, null, null, null), protection,
                Sha256.of(new byte[32]));
    }

    private static ObjectHeader secret(int bits, Protection protection) {
        return header("secret", 2, RAW, Algorithm.AES, bits, 0xc, protection);
    }

    private Pair pair(Algorithm algorithm, int privateFormat, int publicFormat,
            Protection protection) throws EngineFault {
        int bits = set(algorithm).publicBytes() * Byte.SIZE;
        int privateMask = algorithm.kind() == Kind.KEM ? AGREE : SIGN;
        int publicMask = algorithm.kind() == Kind.KEM ? AGREE : VERIFY;
        return engine().call(new EngineCommand.GeneratePair(
                header("private", 4, privateFormat, algorithm, bits, privateMask, protection),
                header("public", 3, publicFormat, algorithm, bits, publicMask,
                        Protection.EXTRACTABLE),
                0), r -> {
                    assertThat(r.privateKey().approved()).isTrue();
                    return new Pair(r.privateKey().object(), r.publicKey().object());
                });
    }

    private byte[] sign(WrappedObject key) throws EngineFault {
        return engine().call(new EngineCommand.Sign(key, SPEC, false, null, Samples.direct(TEXT)),
                r -> Samples.bytes(r.value()));
    }

    private boolean verify(WrappedObject key, byte[] signature) throws EngineFault {
        return engine().call(new EngineCommand.VerifySignature(key, SPEC, false, null,
                Samples.direct(signature), Samples.direct(TEXT)), Verdict::valid);
    }

    private WrappedObject decapsulated(WrappedObject key, byte[] ciphertext, ObjectHeader header)
            throws EngineFault {
        return engine().call(new EngineCommand.Decapsulate(key, Samples.direct(ciphertext), header),
                Wrapped::object);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Made(byte[] ciphertext, WrappedObject secret) {}

    private Made encapsulated(WrappedObject key, ObjectHeader header) throws EngineFault {
        return engine().call(new EngineCommand.Encapsulate(key, header), r -> {
            assertThat(r.secret().approved()).isTrue();
            return new Made(Samples.bytes(r.ciphertext()), r.secret().object());
        });
    }

    @ParameterizedTest
    @MethodSource("signing")
    void everySetSignsWhatTheOtherHalfVerifies(Algorithm algorithm) throws Exception {
        Pair pair = pair(algorithm, PKCS8, X509, SENSITIVE);
        byte[] signature = sign(pair.secret());
        assertThat(signature).hasSize(set(algorithm).outputBytes());
        assertThat(verify(pair.open(), signature)).isTrue();
        signature[signature.length / 2] ^= 1;
        assertThat(verify(pair.open(), signature)).isFalse();
        assertThat(verify(pair.open(), Arrays.copyOf(signature, 7))).isFalse();
        assertReason(Reason.UNSUPPORTED, () -> encapsulated(
                header(pair, algorithm), secret(256, Protection.EXTRACTABLE)));
    }

    /** The public key with the right to agree, which it has no algorithm for. */
    private WrappedObject header(Pair pair, Algorithm algorithm) throws EngineFault {
        return engine().stored(
                header("agree", 3, X509, algorithm, 0, AGREE, Protection.EXTRACTABLE),
                engine().exported(pair.open()));
    }

    @Test
    void signaturesAreHedgedAndOfDataAlone() throws Exception {
        Pair pair = pair(Algorithm.ML_DSA_44, PKCS8, X509, SENSITIVE);
        assertThat(sign(pair.secret())).isNotEqualTo(sign(pair.secret()));
        assertReason(Reason.INVALID_PARAMETERS,
                () -> engine().call(new EngineCommand.Sign(pair.secret(), SPEC, true, null,
                        Samples.direct(TEXT)), r -> 0));
        assertReason(Reason.INVALID_PARAMETERS, () -> engine().call(new EngineCommand.Sign(
                pair.secret(),
                new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256), false, null,
                Samples.direct(TEXT)), r -> 0));
        assertReason(Reason.UNSUPPORTED, () -> engine().call(new EngineCommand.Sign(pair.secret(),
                SPEC, false, Part.first(), Samples.direct(TEXT)), r -> 0));
        assertReason(Reason.POLICY, () -> sign(pair.open()));
    }

    @ParameterizedTest
    @MethodSource("kems")
    void bothSidesHaveOneSecretAndNobodySeesIt(Algorithm algorithm) throws Exception {
        Pair pair = pair(algorithm, PKCS8, X509, Protection.EXTRACTABLE);
        Made made = encapsulated(pair.open(), secret(256, Protection.EXTRACTABLE));
        assertThat(made.ciphertext()).hasSize(set(algorithm).outputBytes());
        byte[] theirs = engine().exported(made.secret());
        assertThat(theirs).hasSize(32);
        assertThat(engine().exported(decapsulated(pair.secret(), made.ciphertext(),
                secret(256, Protection.EXTRACTABLE)))).isEqualTo(theirs);
        assertThat(engine().exported(decapsulated(pair.secret(), made.ciphertext(),
                secret(128, Protection.EXTRACTABLE)))).isEqualTo(Arrays.copyOf(theirs, 16));
        assertThat(indexOf(made.secret().blob(), theirs)).isNegative();
    }

    @Test
    void aWrongCiphertextGivesASecretAndNoFault() throws Exception {
        Pair pair = pair(Algorithm.ML_KEM_768, PKCS8, X509, Protection.EXTRACTABLE);
        ObjectHeader asked = secret(256, Protection.EXTRACTABLE);
        Made made = encapsulated(pair.open(), asked);
        byte[] changed = made.ciphertext().clone();
        changed[17] ^= 4;
        byte[] first = engine().exported(decapsulated(pair.secret(), changed, asked));
        assertThat(first).hasSize(32).isNotEqualTo(engine().exported(made.secret()))
                .isEqualTo(engine().exported(decapsulated(pair.secret(), changed, asked)));
        assertReason(Reason.INVALID_PARAMETERS,
                () -> decapsulated(pair.secret(), Arrays.copyOf(changed, 1087), asked));
    }

    @Test
    void aSecretIsNoLessProtectedThanItsKey() throws Exception {
        Pair locked = pair(Algorithm.ML_KEM_512, PKCS8, X509, LOCKED);
        byte[] ciphertext =
                encapsulated(locked.open(), secret(256, Protection.EXTRACTABLE)).ciphertext();
        assertReason(Reason.SENSITIVE, () -> decapsulated(locked.secret(), ciphertext,
                secret(256, Protection.EXTRACTABLE)));
        assertReason(Reason.NOT_EXTRACTABLE,
                () -> decapsulated(locked.secret(), ciphertext, secret(256, SENSITIVE)));
        WrappedObject taken = decapsulated(locked.secret(), ciphertext, secret(256, LOCKED));
        // Whoever made the ciphertext knows the secret: it was not always sensitive.
        assertThat(taken.header().protection())
                .isEqualTo(new Protection(true, false, false, false));
        assertThat(encapsulated(locked.open(), secret(256, LOCKED)).secret().header()
                .protection()).isEqualTo(new Protection(true, false, false, false));
    }

    @Test
    void theMaskAndThePartitionDecide() throws Exception {
        Pair pair = pair(Algorithm.ML_KEM_512, PKCS8, X509, Protection.EXTRACTABLE);
        ObjectHeader asked = secret(256, Protection.EXTRACTABLE);
        byte[] ciphertext = encapsulated(pair.open(), asked).ciphertext();
        WrappedObject other = engine().stored(header("other", 4, PKCS8, Algorithm.ML_KEM_512, 6400,
                0xbff & ~AGREE, Protection.EXTRACTABLE), engine().exported(pair.secret()));
        assertReason(Reason.POLICY, () -> decapsulated(other, ciphertext, asked));
        assertReason(Reason.POLICY, () -> decapsulated(pair.open(), ciphertext, asked));
        assertReason(Reason.POLICY, () -> encapsulated(pair.secret(), asked));
        ObjectHeader elsewhere = new ObjectHeader("secret", "elsewhere", 1, 2, RAW, 3, 256, 0xc,
                KeyState.ACTIVE, asked.dates(), asked.protection(), asked.attributesDigest());
        assertReason(Reason.POLICY, () -> decapsulated(pair.secret(), ciphertext, elsewhere));
        WrappedObject old = engine().stored(
                header("old", 4, PKCS8, Algorithm.ML_KEM_512, 6400, AGREE,
                        Protection.EXTRACTABLE, KeyState.DEACTIVATED),
                engine().exported(pair.secret()));
        assertThat(engine().exported(decapsulated(old, ciphertext, asked))).hasSize(32);
        WrappedObject oldPublic = engine().stored(header("old", 3, X509, Algorithm.ML_KEM_512, 6400,
                AGREE, Protection.EXTRACTABLE, KeyState.DEACTIVATED),
                engine().exported(pair.open()));
        assertReason(Reason.KEY_STATE, () -> encapsulated(oldPublic, asked));
    }

    @Test
    void secretsHaveLengthsOfTheirOwn() throws Exception {
        Pair pair = pair(Algorithm.ML_KEM_512, PKCS8, X509, Protection.EXTRACTABLE);
        for (ObjectHeader wrong : new ObjectHeader[]{
                header("s", 7, RAW, Algorithm.NONE, 104, 0, Protection.EXTRACTABLE),
                header("s", 7, RAW, Algorithm.NONE, 264, 0, Protection.EXTRACTABLE),
                header("s", 2, RAW, Algorithm.DES3, 168, 0, Protection.EXTRACTABLE),
                secret(512, Protection.EXTRACTABLE)}) {
            assertReason(Reason.INVALID_PARAMETERS, () -> encapsulated(pair.open(), wrong));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ML_KEM_512", "ML_DSA_44", "SLH_DSA_SHA2_128F"})
    void keysComeAndGoInEveryForm(Algorithm algorithm) throws Exception {
        Pair pair = pair(algorithm, PKCS8, X509, Protection.EXTRACTABLE);
        byte[] expanded = engine().exported(pair.secret(), RAW);
        assertThat(expanded).hasSize(set(algorithm).privateBytes());
        byte[] bare = engine().exported(pair.open(), RAW);
        assertThat(bare).hasSize(set(algorithm).publicBytes());
        int mask = algorithm.kind() == Kind.KEM ? AGREE : SIGN;
        WrappedObject raw = engine().stored(header("raw", 4, RAW, algorithm, 0, mask,
                Protection.EXTRACTABLE), expanded);
        WrappedObject rawPublic = engine().stored(header("raw", 3, RAW, algorithm, 0, mask,
                Protection.EXTRACTABLE), bare);
        assertThat(engine().exported(rawPublic, X509)).isEqualTo(engine().exported(pair.open()));
        assertThat(engine().exported(engine().stored(header("p8", 4, PKCS8, algorithm, 0, mask,
                Protection.EXTRACTABLE), engine().exported(raw, PKCS8)), RAW)).isEqualTo(expanded);
        int seedBytes = set(algorithm).seedBytes();
        if (seedBytes > 0) {
            byte[] whole = engine().exported(pair.secret());
            int from = whole.length - expanded.length - 4 - seedBytes;
            byte[] seed = Arrays.copyOfRange(whole, from, from + seedBytes);
            WrappedObject seeded = engine().stored(header("seed", 4, RAW, algorithm, 0, mask,
                    Protection.EXTRACTABLE), seed);
            assertThat(engine().exported(seeded, RAW)).isEqualTo(expanded);
            WrappedObject again = engine().stored(header("seed", 4, PKCS8, algorithm, 0, mask,
                    Protection.EXTRACTABLE), engine().exported(seeded, PKCS8));
            assertThat(engine().exported(again, RAW)).isEqualTo(expanded);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ML_KEM_512", "ML_DSA_44"})
    void aKeyOfTwoHalvesIsNoKey(Algorithm algorithm) throws Exception {
        byte[] mine =
                engine().exported(pair(algorithm, PKCS8, X509, Protection.EXTRACTABLE).secret());
        byte[] other =
                engine().exported(pair(algorithm, PKCS8, X509, Protection.EXTRACTABLE).secret());
        int expanded = set(algorithm).privateBytes();
        System.arraycopy(other, other.length - expanded, mine, mine.length - expanded, expanded);
        assertReason(Reason.INVALID_PARAMETERS, () -> engine().stored(
                header("two", 4, PKCS8, algorithm, 0, SIGN, Protection.EXTRACTABLE), mine));
    }

    @Test
    void keysThatAreNoneAreRefusedWhenTheyCome() throws Exception {
        Pair kem = pair(Algorithm.ML_KEM_512, RAW, RAW, Protection.EXTRACTABLE);
        byte[] open = engine().exported(kem.open());
        open[0] = (byte) 0xff;
        open[1] |= 0x0f;
        assertReason(Reason.INVALID_PARAMETERS, () -> engine().stored(header("k", 3, RAW,
                Algorithm.ML_KEM_512, 0, AGREE, Protection.EXTRACTABLE), open));
        byte[] secret = engine().exported(kem.secret(), RAW);
        secret[secret.length - 40] ^= 1;
        assertReason(Reason.INVALID_PARAMETERS, () -> engine().stored(header("k", 4, RAW,
                Algorithm.ML_KEM_512, 0, AGREE, Protection.EXTRACTABLE), secret));
        byte[] der = engine().exported(kem.open(), X509);
        der[der.length - open.length - 1] = 1;
        assertReason(Reason.INVALID_PARAMETERS, () -> engine().stored(header("k", 3, X509,
                Algorithm.ML_KEM_512, 0, AGREE, Protection.EXTRACTABLE), der));
        assertReason(Reason.INVALID_PARAMETERS, () -> engine().stored(header("k", 3, X509,
                Algorithm.ML_KEM_768, 0, AGREE, Protection.EXTRACTABLE),
                engine().exported(kem.open(), X509)));
    }

    @Test
    void aKeyThatMakesNoSignatureIsRefusedWhenItComes() throws Exception {
        byte[] key = engine().exported(
                pair(Algorithm.ML_DSA_44, PKCS8, X509, Protection.EXTRACTABLE).secret(), RAW);
        int low = 4 * 416;
        Arrays.fill(key, key.length - low, key.length, (byte) 0);
        assertReason(Reason.INVALID_PARAMETERS, () -> engine().stored(header("k", 4, RAW,
                Algorithm.ML_DSA_44, 0, SIGN, Protection.EXTRACTABLE), key));
    }

    @Test
    void anotherFormatIsKeptAndNotUsed() throws Exception {
        WrappedObject kept = engine().stored(header("k", 4, 2, Algorithm.ML_DSA_44, 0, SIGN,
                Protection.EXTRACTABLE), TEXT);
        assertThat(engine().exported(kept)).isEqualTo(TEXT);
        assertReason(Reason.INVALID_PARAMETERS, () -> sign(kept));
    }

    @Test
    void aKeyOfTwoHalvesSignsNothingAndStopsNothing() throws Exception {
        byte[] key = engine().exported(pair(Algorithm.SLH_DSA_SHA2_128F, PKCS8, X509,
                Protection.EXTRACTABLE).secret(), RAW);
        key[key.length - 1] ^= 1;
        WrappedObject two =
                engine().stored(header("k", 4, RAW, Algorithm.SLH_DSA_SHA2_128F, 0, SIGN,
                        Protection.EXTRACTABLE), key);
        assertReason(Reason.CRYPTOGRAPHIC_FAILURE, () -> sign(two));
        assertThat(pair(Algorithm.ML_DSA_44, PKCS8, X509, SENSITIVE).secret().blob())
                .isNotEmpty();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
