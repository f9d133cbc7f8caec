package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static io.sallyport.hsm.process.TransparentKeys.P;
import static io.sallyport.hsm.process.TransparentKeys.Q;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** Which keys are had in another format, and which are not read at all. */
final class KeyFormatsTest extends FormatTest {
    private static final int DSA = 5;
    private static final int DH = 0xd;
    private static final int ECMQV = 0xf;
    private static final int TRANSPARENT_ECMQV_PRIVATE = 0x12;

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
            assertRefused(Reason.UNSUPPORTED, stored(PUBLIC_KEY, X509, 0,
                    new SubjectPublicKeyInfo(algorithm, new ASN1Integer(BigInteger.TEN))
                            .getEncoded()),
                    X509);
            assertRefused(Reason.UNSUPPORTED, stored(PRIVATE_KEY, PKCS8, 0,
                    new PrivateKeyInfo(algorithm, new ASN1Integer(BigInteger.TEN)).getEncoded()),
                    PKCS8);
        }
    }

    @Test
    void formsThatAreNotReadAreGivenBackAsTheyCameAndNotUsed() throws Exception {
        Map<Integer, byte[]> numbers = Map.of(P, new byte[]{0, 23}, Q, new byte[]{11}, 0x420037,
                new byte[]{4}, 0x42009f, new byte[]{3});
        byte[] material = TransparentKeys.structure(numbers, P, Q, 0x420037, 0x42009f);
        for (int[] kind : new int[][]{{8, DSA}, {0xc, DH}}) {
            WrappedObject key = stored(PRIVATE_KEY, kind[0], kind[1], material);
            assertThat(engine().exported(key)).isEqualTo(material);
            assertRefused(Reason.UNSUPPORTED, key, PKCS8);
            assertNotUsed(key);
        }
        byte[] onCurve = as(pair(EC, 256, 0)[0], TRANSPARENT_EC_PRIVATE);
        assertNotUsed(stored(PRIVATE_KEY, TRANSPARENT_ECMQV_PRIVATE, ECMQV, onCurve));
    }

    private void assertNotUsed(WrappedObject key) {
        SignatureSpec spec =
                new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256);
        assertThatThrownBy(() -> engine().call(
                new EngineCommand.Sign(key, spec, false, null, Samples.direct(new byte[1])),
                r -> r)).isInstanceOfSatisfying(EngineFault.class,
                        fault -> assertThat(fault.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    @Test
    void aTransparentKeyComesOutOfItsWrappedKeyValue() throws Exception {
        WrappedObject kek = engine().call(new EngineCommand.Generate(
                Samples.aes("kek", 256, 0x34, Protection.EXTRACTABLE)), r -> r.object());
        byte[] material = as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE);
        WrappedObject key = stored(PRIVATE_KEY, TRANSPARENT_RSA_PRIVATE, RSA, material);
        ByteBuffer prefix = ByteBuffer.allocateDirect(8).putInt(0x42004501)
                .putInt(material.length).flip();
        byte[] wrapped = wrapped(key, kek, prefix, Samples.direct(new byte[0]));
        assertThat(engine().exported(unwrapped(TRANSPARENT_RSA_PRIVATE, kek, wrapped)))
                .isEqualTo(material);
        // Another key's Key Value, one that ends too early, and one with more behind.
        for (int length : new int[]{material.length - 8, material.length + 8}) {
            byte[] value = ByteBuffer.allocate(8 + material.length).putInt(0x42004501)
                    .putInt(length).put(material).array();
            byte[] wrong = engine().call(new EngineCommand.Encrypt(kek,
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
        return engine().call(new EngineCommand.ExportWrapped(key, kek, WrapSpec.NIST_KEY_WRAP,
                prefix, suffix), r -> Samples.bytes(r.bytes()));
    }

    private WrappedObject unwrapped(int format, WrappedObject kek, byte[] wrapped)
            throws EngineFault {
        return engine().call(new EngineCommand.ImportWrapped(
                header(PRIVATE_KEY, format, RSA, 2048, Protection.EXTRACTABLE), kek,
                WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.TTLV, null, null, null,
                Samples.direct(wrapped)), r -> r.object());
    }

    @Test
    void aPrivateKeyIsNotHadAsAPublicOneNorTheOtherWayRound() throws Exception {
        assertRefused(Reason.UNSUPPORTED, rsaPrivate(), TRANSPARENT_RSA_PUBLIC);
        assertRefused(Reason.UNSUPPORTED, rsaPrivate(), TRANSPARENT_EC_PRIVATE);
        assertRefused(Reason.UNSUPPORTED, rsaPublic(), TRANSPARENT_RSA_PRIVATE);
        assertRefused(Reason.UNSUPPORTED, rsaPublic(), PKCS8);
        assertRefused(Reason.UNSUPPORTED, pair(EC, 256, 0)[0], TRANSPARENT_RSA_PRIVATE);
        assertRefused(Reason.UNSUPPORTED, pair(EC, 0, 0x45)[0], TRANSPARENT_EC_PRIVATE);
        WrappedObject aes = engine().call(new EngineCommand.Import(
                Samples.aes("aes", 256, 12, Protection.EXTRACTABLE),
                Samples.direct(new byte[32])), r -> r.object());
        assertRefused(Reason.UNSUPPORTED, aes, PKCS8);
    }

    @Test
    void onlyWhatMayLeaveInClearLeavesInAnotherFormat() throws Exception {
        byte[] pkcs8 = as(rsaPrivate(), PKCS8);
        WrappedObject sensitive = engine().stored(header(PRIVATE_KEY, PKCS8, RSA, 2048,
                new Protection(true, true, true, false)), pkcs8);
        assertRefused(Reason.SENSITIVE, sensitive, TRANSPARENT_RSA_PRIVATE);
        WrappedObject locked = engine().stored(header(PRIVATE_KEY, PKCS8, RSA, 2048,
                new Protection(false, false, false, true)), pkcs8);
        assertRefused(Reason.NOT_EXTRACTABLE, locked, TRANSPARENT_RSA_PRIVATE);
    }
}
