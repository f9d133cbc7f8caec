package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/** Keys in other formats than the stored one; the JDK is the judge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyFormatsTest {
    private static final int PRIVATE_KEY = 4;
    private static final int PUBLIC_KEY = 3;
    private static final int RSA = 4;
    private static final int DSA = 5;
    private static final int DH = 0xd;
    private static final int ECMQV = 0xf;
    private static final int EC = 0x1a;
    private static final int ED25519 = 0x37;
    private static final int ED448 = 0x38;
    private static final int RAW = 1;
    private static final int PKCS1 = 3;
    private static final int PKCS8 = 4;
    private static final int X509 = 5;
    private static final int EC_PRIVATE_KEY = 6;
    private static final int TRANSPARENT_RSA_PRIVATE = 0xa;
    private static final int TRANSPARENT_RSA_PUBLIC = 0xb;
    private static final int TRANSPARENT_ECDSA_PRIVATE = 0xe;
    private static final int TRANSPARENT_ECMQV_PRIVATE = 0x12;
    private static final int TRANSPARENT_EC_PRIVATE = 0x14;
    private static final int TRANSPARENT_EC_PUBLIC = 0x15;
    private static final int MODULUS = 0x420052;
    private static final int PRIVATE_EXPONENT = 0x420063;
    private static final int PUBLIC_EXPONENT = 0x42006c;
    private static final int P = 0x42005e;
    private static final int Q = 0x420071;
    private static final int CURVE = 0x420075;
    private static final int D = 0x42002e;
    private static final int Q_STRING = 0x420072;

    @TempDir
    private static Path folder = Path.of("");
    private LocalEngine engine;
    private BlockingEngineLink link;
    private WrappedObject rsaPrivate;
    private WrappedObject rsaPublic;

    @BeforeAll
    void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        engine = LocalEngine.start(folder);
        link = BlockingEngineLink.connect(engine.socket(), LinkLimits.SLOW);
        WrappedObject[] pair = pair(RSA, 2048, 0);
        rsaPrivate = pair[0];
        rsaPublic = pair[1];
    }

    @AfterAll
    void stop() throws Exception {
        link.close();
        engine.close();
    }

    @Test
    void theNumbersOfAnRsaKeyAreThoseOfItsPkcs8() throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(as(rsaPrivate, PKCS8)));
        Map<Integer, byte[]> fields = fields(as(rsaPrivate, TRANSPARENT_RSA_PRIVATE));
        assertThat(fields.keySet()).containsExactly(MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, P,
                Q, 0x420060, 0x420061, 0x420027);
        assertThat(fields.values()).extracting(BigInteger::new).containsExactly(key.getModulus(),
                key.getPrivateExponent(), key.getPublicExponent(), key.getPrimeP(),
                key.getPrimeQ(), key.getPrimeExponentP(), key.getPrimeExponentQ(),
                key.getCrtCoefficient());
        assertThat(fields.values()).allSatisfy(value -> assertThat(value.length % 8).isZero());
        Map<Integer, byte[]> half = fields(as(rsaPublic, TRANSPARENT_RSA_PUBLIC));
        assertThat(half.keySet()).containsExactly(MODULUS, PUBLIC_EXPONENT);
        assertThat(half.values()).extracting(BigInteger::new).containsExactly(key.getModulus(),
                key.getPublicExponent());
    }

    @Test
    void anRsaKeyComesBackFromEveryFormat() throws Exception {
        byte[] pkcs8 = as(rsaPrivate, PKCS8);
        byte[] x509 = as(rsaPublic, X509);
        for (int format : new int[]{PKCS1, PKCS8, TRANSPARENT_RSA_PRIVATE}) {
            WrappedObject copy = stored(PRIVATE_KEY, format, RSA, as(rsaPrivate, format));
            assertThat(as(copy, PKCS8)).as("from " + format).isEqualTo(pkcs8);
        }
        for (int format : new int[]{PKCS1, X509, TRANSPARENT_RSA_PUBLIC}) {
            WrappedObject copy = stored(PUBLIC_KEY, format, RSA, as(rsaPublic, format));
            assertThat(as(copy, X509)).as("from " + format).isEqualTo(x509);
        }
    }

    @Test
    void aRegisteredTransparentKeySigns() throws Exception {
        WrappedObject key = stored(PRIVATE_KEY, TRANSPARENT_RSA_PRIVATE, RSA,
                as(rsaPrivate, TRANSPARENT_RSA_PRIVATE));
        SignatureSpec spec = SignatureSpec.pss(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256, 32);
        byte[] text = {1, 2, 3};
        byte[] signature = link.call(
                new EngineCommand.Sign(key, spec, false, null, Samples.direct(text)),
                r -> Samples.bytes(r.value()));
        assertThat(link.call(new EngineCommand.VerifySignature(rsaPublic, spec, false, null,
                Samples.direct(signature), Samples.direct(text)), Verdict::valid)).isTrue();
    }

    @Test
    void whatIsMissingOfAnRsaKeyIsComputed() throws Exception {
        byte[] pkcs8 = as(rsaPrivate, PKCS8);
        Map<Integer, byte[]> all = fields(as(rsaPrivate, TRANSPARENT_RSA_PRIVATE));
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        RSAPrivateCrtKey found = read(structure(all, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT));
        assertThat(found.getPrimeP().multiply(found.getPrimeQ())).isEqualTo(key.getModulus());
        assertThat(found.getPrimeP()).isIn(key.getPrimeP(), key.getPrimeQ());
        assertThat(read(structure(all, MODULUS, PRIVATE_EXPONENT, P, Q)).getPublicExponent())
                .isEqualTo(key.getPublicExponent());
        assertThat(read(structure(all, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, Q))
                .getPrimeQ()).isEqualTo(key.getPrimeP());
        RSAPrivateCrtKey made = read(structure(all, MODULUS, PUBLIC_EXPONENT, P, Q));
        assertThat(made.getPrivateExponent().multiply(made.getPublicExponent())
                .mod(key.getPrimeP().subtract(BigInteger.ONE))).isEqualTo(BigInteger.ONE);
        assertThat(made.getPrimeExponentQ()).isEqualTo(key.getPrimeExponentQ());
    }

    @Test
    void numbersThatMakeNoKeyAreRefused() throws Exception {
        Map<Integer, byte[]> all = fields(as(rsaPrivate, TRANSPARENT_RSA_PRIVATE));
        refused(structure(all, MODULUS, PRIVATE_EXPONENT));
        refused(structure(all, MODULUS, PUBLIC_EXPONENT));
        refused(structure(all, MODULUS, P, Q));
        byte[] whole = structure(all, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, P, Q);
        for (int length = 0; length < whole.length; length += 13) {
            byte[] cut = new byte[length + 1];
            System.arraycopy(whole, 0, cut, 0, cut.length);
            refused(cut);
        }
        for (int tag : new int[]{P, MODULUS}) {
            Map<Integer, byte[]> wrong = new LinkedHashMap<>(all);
            byte[] changed = Objects.requireNonNull(all.get(tag)).clone();
            changed[changed.length - 1] ^= 2;
            wrong.put(tag, changed);
            refused(structure(wrong, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, P, Q));
        }
        Map<Integer, byte[]> other = new LinkedHashMap<>(all);
        other.put(PRIVATE_EXPONENT, BigInteger.valueOf(65_539).toByteArray());
        refused(structure(other, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT));
    }

    /** Their arithmetic would take a thread of the engine for hours. */
    @Test
    @Timeout(60)
    void numbersThatAreTooLargeAreRefusedBeforeTheyAreUsed() throws Exception {
        Map<Integer, byte[]> all = fields(as(rsaPrivate, TRANSPARENT_RSA_PRIVATE));
        byte[] huge = BigInteger.ONE.shiftLeft(400_000).setBit(0).toByteArray();
        for (int tag : new int[]{PRIVATE_EXPONENT, PUBLIC_EXPONENT, MODULUS}) {
            all.put(tag, huge);
            refused(structure(all, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT));
        }
        refused(structure(all, MODULUS, PRIVATE_EXPONENT, P, Q));
        all = fields(as(rsaPrivate, TRANSPARENT_RSA_PRIVATE));
        for (int tag : new int[]{PUBLIC_EXPONENT, P}) {
            Map<Integer, byte[]> wrong = new LinkedHashMap<>(all);
            wrong.put(tag, huge);
            refused(structure(wrong, MODULUS, PUBLIC_EXPONENT, P));
        }
    }

    /** Reading one of these would raise a number to a power, both of any length. */
    @Test
    @Timeout(60)
    void keysThatTheEngineDoesNotComputeWithAreNotRead() throws Exception {
        BigInteger huge = BigInteger.ONE.shiftLeft(100_000).setBit(0);
        BigInteger power = huge.shiftRight(1).setBit(0);
        AlgorithmIdentifier dsa = new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa,
                new DSAParameter(huge, power, BigInteger.TWO));
        AlgorithmIdentifier dh = new AlgorithmIdentifier(X9ObjectIdentifiers.dhpublicnumber,
                new DomainParameters(huge, BigInteger.TWO, power, null, null));
        for (AlgorithmIdentifier algorithm : List.of(dsa, dh)) {
            assertReason(Reason.UNSUPPORTED, stored(PUBLIC_KEY, X509, 0,
                    new SubjectPublicKeyInfo(algorithm, new ASN1Integer(BigInteger.TEN))
                            .getEncoded()),
                    X509);
            assertReason(Reason.UNSUPPORTED, stored(PRIVATE_KEY, PKCS8, 0,
                    new PrivateKeyInfo(algorithm, new ASN1Integer(BigInteger.TEN)).getEncoded()),
                    PKCS8);
        }
    }

    @Test
    void formsThatAreNotReadAreGivenBackAsTheyCameAndNotUsed() throws Exception {
        Map<Integer, byte[]> numbers = Map.of(P, new byte[]{0, 23}, Q, new byte[]{11}, 0x420037,
                new byte[]{4}, 0x42009f, new byte[]{3});
        byte[] material = structure(numbers, P, Q, 0x420037, 0x42009f);
        for (int[] kind : new int[][]{{8, DSA}, {0xc, DH}}) {
            WrappedObject key = stored(PRIVATE_KEY, kind[0], kind[1], material);
            assertThat(exported(key)).isEqualTo(material);
            assertReason(Reason.UNSUPPORTED, key, PKCS8);
            assertNotUsed(key);
        }
        byte[] onCurve = as(pair(EC, 256, 0)[0], TRANSPARENT_EC_PRIVATE);
        assertNotUsed(stored(PRIVATE_KEY, TRANSPARENT_ECMQV_PRIVATE, ECMQV, onCurve));
    }

    private void assertNotUsed(WrappedObject key) {
        SignatureSpec spec =
                new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256);
        assertThatThrownBy(() -> link.call(
                new EngineCommand.Sign(key, spec, false, null, Samples.direct(new byte[1])),
                r -> r)).isInstanceOfSatisfying(EngineFault.class,
                        fault -> assertThat(fault.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    @Test
    void keysOnEdwardsAndMontgomeryCurvesHaveARawForm() throws Exception {
        WrappedObject[][] pairs = {pair(ED25519, 0, 0), pair(ED448, 0, 0), pair(EC, 0, 0x45),
                pair(EC, 0, 0x46)};
        int[] lengths = {32, 57, 32, 56};
        for (int i = 0; i < pairs.length; i++) {
            byte[] secret = as(pairs[i][0], RAW);
            assertThat(secret).hasSize(lengths[i]);
            byte[] pkcs8 = as(pairs[i][0], PKCS8);
            byte[] octets = ASN1OctetString
                    .getInstance(PrivateKeyInfo.getInstance(pkcs8).parsePrivateKey()).getOctets();
            assertThat(secret).isEqualTo(octets);
            assertThat(as(pairs[i][1], RAW)).isEqualTo(SubjectPublicKeyInfo
                    .getInstance(as(pairs[i][1], X509)).getPublicKeyData().getBytes());
        }
        int[] algorithms = {ED25519, ED448};
        for (int i = 0; i < algorithms.length; i++) {
            WrappedObject key = stored(PRIVATE_KEY, RAW, algorithms[i], as(pairs[i][0], RAW));
            WrappedObject half = stored(PUBLIC_KEY, RAW, algorithms[i], as(pairs[i][1], RAW));
            assertThat(as(half, X509)).isEqualTo(as(pairs[i][1], X509));
            SignatureSpec spec = new SignatureSpec(SignatureSpec.Padding.NONE, null);
            byte[] text = {1, 2, 3};
            byte[] signature = link.call(
                    new EngineCommand.Sign(key, spec, false, null, Samples.direct(text)),
                    r -> Samples.bytes(r.value()));
            assertThat(link.call(new EngineCommand.VerifySignature(half, spec, false, null,
                    Samples.direct(signature), Samples.direct(text)), Verdict::valid)).isTrue();
            assertReason(Reason.INVALID_PARAMETERS,
                    stored(PRIVATE_KEY, RAW, algorithms[i], new byte[31]), PKCS8);
            assertReason(Reason.UNSUPPORTED,
                    stored(PRIVATE_KEY, RAW, EC, as(pairs[i][0], RAW)), PKCS8);
        }
        assertReason(Reason.UNSUPPORTED, rsaPrivate, RAW);
        assertReason(Reason.UNSUPPORTED, rsaPublic, RAW);
    }

    @Test
    void aTransparentKeyComesOutOfItsWrappedKeyValue() throws Exception {
        WrappedObject kek = link.call(new EngineCommand.Generate(
                Samples.aes("kek", 256, 0x34, Protection.EXTRACTABLE)), r -> r.object());
        byte[] material = as(rsaPrivate, TRANSPARENT_RSA_PRIVATE);
        WrappedObject key = stored(PRIVATE_KEY, TRANSPARENT_RSA_PRIVATE, RSA, material);
        ByteBuffer prefix = ByteBuffer.allocateDirect(8).putInt(0x42004501)
                .putInt(material.length).flip();
        byte[] wrapped = wrapped(key, kek, prefix, Samples.direct(new byte[0]));
        assertThat(exported(unwrapped(TRANSPARENT_RSA_PRIVATE, kek, wrapped)))
                .isEqualTo(material);
        // Another key's Key Value, one that ends too early, and one with more behind.
        for (int length : new int[]{material.length - 8, material.length + 8}) {
            byte[] value = ByteBuffer.allocate(8 + material.length).putInt(0x42004501)
                    .putInt(length).put(material).array();
            byte[] wrong = link.call(new EngineCommand.Encrypt(kek,
                    WrapSpec.NIST_KEY_WRAP.cipher(), null, null, Samples.direct(value)),
                    r -> Samples.bytes(r.data()));
            assertThatThrownBy(() -> unwrapped(TRANSPARENT_RSA_PRIVATE, kek, wrong))
                    .isInstanceOfSatisfying(EngineFault.class, fault -> assertThat(fault.reason())
                            .isEqualTo(Reason.CRYPTOGRAPHIC_FAILURE));
        }
        assertThatThrownBy(() -> unwrapped(PKCS8, kek, wrapped)).isInstanceOfSatisfying(
                EngineFault.class, fault -> assertThat(fault.reason())
                        .isEqualTo(Reason.CRYPTOGRAPHIC_FAILURE));
    }

    private byte[] wrapped(WrappedObject key, WrappedObject kek, ByteBuffer prefix,
            ByteBuffer suffix) throws EngineFault {
        return link.call(new EngineCommand.ExportWrapped(key, kek, WrapSpec.NIST_KEY_WRAP,
                prefix, suffix), r -> Samples.bytes(r.bytes()));
    }

    private WrappedObject unwrapped(int format, WrappedObject kek, byte[] wrapped)
            throws EngineFault {
        return link.call(new EngineCommand.ImportWrapped(
                header(PRIVATE_KEY, format, RSA, 2048, Protection.EXTRACTABLE), kek,
                WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.TTLV, null, null, null,
                Samples.direct(wrapped)), r -> r.object());
    }

    private byte[] exported(WrappedObject key) throws EngineFault {
        return link.call(new EngineCommand.Export(key), r -> Samples.bytes(r.bytes()));
    }

    @Test
    void noNumberOfAnRsaKeyIsLongerThanItsModulus() throws Exception {
        RSAPrivateCrtKey key = read(as(rsaPrivate, TRANSPARENT_RSA_PRIVATE));
        BigInteger large = BigInteger.ONE.shiftLeft(2048).setBit(0);
        byte[] half = new RSAPublicKey(key.getModulus(), large).getEncoded();
        assertReason(Reason.INVALID_PARAMETERS, stored(PUBLIC_KEY, PKCS1, RSA, half), X509);
        for (int number = 0; number < 7; number++) {
            BigInteger[] numbers = {key.getPublicExponent(), key.getPrivateExponent(),
                    key.getPrimeP(), key.getPrimeQ(), key.getPrimeExponentP(),
                    key.getPrimeExponentQ(), key.getCrtCoefficient()};
            numbers[number] = large;
            byte[] material = new RSAPrivateKey(key.getModulus(), numbers[0], numbers[1],
                    numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]).getEncoded();
            assertReason(Reason.INVALID_PARAMETERS, stored(PRIVATE_KEY, PKCS1, RSA, material),
                    PKCS8);
        }
    }

    @Test
    void aNumberThatIsThereTwiceIsRefused() throws Exception {
        Map<Integer, byte[]> all = fields(as(rsaPrivate, TRANSPARENT_RSA_PRIVATE));
        refused(structure(all, MODULUS, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, P, Q));
    }

    @Test
    void aKeyOnACurveIsItsCurveAndItsNumber() throws Exception {
        WrappedObject[] pair = pair(EC, 256, 0);
        KeyFactory factory = KeyFactory.getInstance("EC");
        ECPrivateKey key = (ECPrivateKey) factory
                .generatePrivate(new PKCS8EncodedKeySpec(as(pair[0], PKCS8)));
        ECPublicKey half = (ECPublicKey) factory
                .generatePublic(new X509EncodedKeySpec(as(pair[1], X509)));
        Map<Integer, byte[]> fields = fields(as(pair[0], TRANSPARENT_EC_PRIVATE));
        assertThat(fields.keySet()).containsExactly(CURVE, D);
        assertThat(fields.get(CURVE)).containsExactly(0, 0, 0, 7);
        assertThat(new BigInteger(fields.get(D))).isEqualTo(key.getS());
        assertThat(as(pair[0], TRANSPARENT_ECDSA_PRIVATE))
                .isEqualTo(as(pair[0], TRANSPARENT_EC_PRIVATE));
        Map<Integer, byte[]> point = fields(as(pair[1], TRANSPARENT_EC_PUBLIC));
        assertThat(point.keySet()).containsExactly(CURVE, Q_STRING);
        byte[] q = point.get(Q_STRING);
        assertThat(q).hasSize(65).startsWith(4);
        assertThat(new BigInteger(1, q, 1, 32)).isEqualTo(half.getW().getAffineX());
        assertThat(new BigInteger(1, q, 33, 32)).isEqualTo(half.getW().getAffineY());
    }

    @Test
    void keysOnAllCurvesComeBack() throws Exception {
        for (int curve : new int[]{1, 4, 7, 0xa, 0xd, 0x19, 0x3d, 0x41, 0x43}) {
            WrappedObject[] pair = pair(EC, 0, curve);
            WrappedObject half = stored(PUBLIC_KEY, TRANSPARENT_EC_PUBLIC, EC,
                    as(pair[1], TRANSPARENT_EC_PUBLIC));
            assertThat(as(half, X509)).as("curve " + curve).isEqualTo(as(pair[1], X509));
            byte[] transparent = as(pair[0], TRANSPARENT_EC_PRIVATE);
            WrappedObject key = stored(PRIVATE_KEY, TRANSPARENT_EC_PRIVATE, EC, transparent);
            WrappedObject again = stored(PRIVATE_KEY, EC_PRIVATE_KEY, EC,
                    as(key, EC_PRIVATE_KEY));
            assertThat(as(again, TRANSPARENT_EC_PRIVATE)).isEqualTo(transparent);
        }
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() throws Exception {
        byte[] material = as(pair(EC, 256, 0)[1], TRANSPARENT_EC_PUBLIC);
        // The last byte of the point; seven of padding are behind it.
        material[material.length - 8] ^= 1;
        WrappedObject key = stored(PUBLIC_KEY, TRANSPARENT_EC_PUBLIC, EC, material);
        assertReason(Reason.INVALID_PARAMETERS, key, X509);
    }

    @Test
    void aPrivateKeyIsNotHadAsAPublicOneNorTheOtherWayRound() throws Exception {
        assertReason(Reason.UNSUPPORTED, rsaPrivate, TRANSPARENT_RSA_PUBLIC);
        assertReason(Reason.UNSUPPORTED, rsaPrivate, TRANSPARENT_EC_PRIVATE);
        assertReason(Reason.UNSUPPORTED, rsaPublic, TRANSPARENT_RSA_PRIVATE);
        assertReason(Reason.UNSUPPORTED, rsaPublic, PKCS8);
        assertReason(Reason.UNSUPPORTED, pair(EC, 256, 0)[0], TRANSPARENT_RSA_PRIVATE);
        assertReason(Reason.UNSUPPORTED, pair(EC, 0, 0x45)[0], TRANSPARENT_EC_PRIVATE);
        WrappedObject aes = link.call(new EngineCommand.Import(
                Samples.aes("aes", 256, 12, Protection.EXTRACTABLE),
                Samples.direct(new byte[32])), r -> r.object());
        assertReason(Reason.UNSUPPORTED, aes, PKCS8);
    }

    @Test
    void onlyWhatMayLeaveInClearLeavesInAnotherFormat() throws Exception {
        byte[] pkcs8 = as(rsaPrivate, PKCS8);
        WrappedObject sensitive = stored(header(PRIVATE_KEY, PKCS8, RSA, 2048,
                new Protection(true, true, true, false)), pkcs8);
        assertReason(Reason.SENSITIVE, sensitive, TRANSPARENT_RSA_PRIVATE);
        WrappedObject locked = stored(header(PRIVATE_KEY, PKCS8, RSA, 2048,
                new Protection(false, false, false, true)), pkcs8);
        assertReason(Reason.NOT_EXTRACTABLE, locked, TRANSPARENT_RSA_PRIVATE);
    }

    private void assertReason(Reason reason, WrappedObject key, int format) {
        assertThatThrownBy(() -> as(key, format)).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(reason));
    }

    private void refused(byte[] material) throws EngineFault {
        assertReason(Reason.INVALID_PARAMETERS,
                stored(PRIVATE_KEY, TRANSPARENT_RSA_PRIVATE, RSA, material), PKCS8);
    }

    private RSAPrivateCrtKey read(byte[] transparent) throws Exception {
        WrappedObject key = stored(PRIVATE_KEY, TRANSPARENT_RSA_PRIVATE, RSA, transparent);
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(as(key, PKCS8)));
    }

    private byte[] as(WrappedObject object, int format) throws EngineFault {
        return link.call(new EngineCommand.ExportAs(object, format),
                r -> Samples.bytes(r.bytes()));
    }

    private WrappedObject stored(int type, int format, int algorithm, byte[] material)
            throws EngineFault {
        return stored(header(type, format, algorithm, 0, Protection.EXTRACTABLE), material);
    }

    private WrappedObject stored(ObjectHeader header, byte[] material) throws EngineFault {
        return link.call(new EngineCommand.Import(header, Samples.direct(material)),
                r -> r.object());
    }

    private WrappedObject[] pair(int algorithm, int bits, int curve) throws EngineFault {
        return link.call(new EngineCommand.GeneratePair(
                header(PRIVATE_KEY, PKCS8, algorithm, bits, Protection.EXTRACTABLE),
                header(PUBLIC_KEY, X509, algorithm, bits, Protection.EXTRACTABLE), curve),
                r -> new WrappedObject[]{r.privateKey().object(), r.publicKey().object()});
    }

    private static ObjectHeader header(int type, int format, int algorithm, int bits,
            Protection protection) {
        return new ObjectHeader("key-" + type, "tenant", 1, type, format, algorithm, bits, 0xbff,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                protection, Sha256.of(new byte[32]));
    }

    /** The values of a TTLV structure by tag, in order. */
    private static Map<Integer, byte[]> fields(byte[] structure) {
        ByteBuffer in = ByteBuffer.wrap(structure);
        assertThat(in.getInt()).isEqualTo(0x42004301);
        assertThat(in.getInt()).isEqualTo(in.remaining());
        Map<Integer, byte[]> fields = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            int tag = in.getInt() >>> 8;
            byte[] value = new byte[in.getInt()];
            in.get(value).position(in.position() + (-value.length & 7));
            fields.put(tag, value);
        }
        return fields;
    }

    private static byte[] structure(Map<Integer, byte[]> values, int... tags) {
        ByteBuffer out = ByteBuffer.allocate(256 << 10).putInt(0x42004301).putInt(0);
        for (int tag : tags) {
            byte[] value = Objects.requireNonNull(values.get(tag));
            out.putInt(tag << 8 | 4).putInt(value.length).put(value)
                    .position(out.position() + (-value.length & 7));
        }
        out.putInt(4, out.position() - 8).flip();
        return Samples.bytes(out);
    }
}
