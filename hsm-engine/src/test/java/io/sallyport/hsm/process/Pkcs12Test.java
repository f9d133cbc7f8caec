package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/** PKCS#12 containers, which the JDK opens; and who gets none. */
final class Pkcs12Test extends CommandTest {
    private static final int DERIVE_KEY = 0x200;
    private static final int CERTIFICATE = 1;
    private static final int PRIVATE_KEY = 4;
    private static final int SECRET_DATA = 7;
    private static final Protection KEPT = new Protection(false, false, false, true);
    private static final String PASSWORD = "p\u00e4ssw\u00f6rd \u20ac";

    @Test
    void theJdkFindsKeyChainAndName() throws Exception {
        KeyPair root = ecPair();
        KeyPair leaf = ecPair();
        byte[] top = certificate("CN=Root", "CN=Root", root.getPublic(), root.getPrivate());
        byte[] own = certificate("CN=Root", "CN=Leaf", leaf.getPublic(), root.getPrivate());
        byte[] container = container(key(leaf.getPrivate().getEncoded(), 6, Protection.EXTRACTABLE),
                password(PASSWORD, Protection.EXTRACTABLE),
                List.of(certificate(own), certificate(top)), "Mein Schl\u00fcssel");
        KeyStore store = load(container, PASSWORD);
        assertThat(store.size()).isEqualTo(1);
        String alias = store.aliases().nextElement();
        assertThat(alias).isEqualToIgnoringCase("Mein Schl\u00fcssel");
        assertThat(((ECPrivateKey) store.getKey(alias, PASSWORD.toCharArray())).getS())
                .isEqualTo(((ECPrivateKey) leaf.getPrivate()).getS());
        Certificate[] chain = store.getCertificateChain(alias);
        assertThat(chain).hasSize(2);
        assertThat(chain[0].getEncoded()).isEqualTo(own);
        assertThat(chain[1].getEncoded()).isEqualTo(top);
        assertThatThrownBy(() -> load(container, "another")).isInstanceOf(IOException.class);
        container[container.length / 2] ^= 1;
        assertThatThrownBy(() -> load(container, PASSWORD)).isInstanceOf(IOException.class);
    }

    @Test
    void aTransparentRsaKeyWithoutCertificatesIsPutInToo() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        WrappedObject stored = key(pair.getPrivate().getEncoded(), 4, Protection.EXTRACTABLE);
        byte[] transparent = engine().call(new EngineCommand.ExportAs(stored, 0xa),
                r -> Samples.bytes(r.bytes()));
        WrappedObject key = stored(header("rsa", "tenant", PRIVATE_KEY, 0xa, 0,
                KeyState.ACTIVE, Protection.EXTRACTABLE), transparent);
        KeyStore store = load(container(key, password("password", Protection.EXTRACTABLE),
                List.of(), "alias"), "password");
        assertThat(store.isKeyEntry("alias")).isTrue();
        RSAPrivateCrtKey found = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .translateKey(store.getKey("alias", "password".toCharArray()));
        assertThat(found.getPrimeP()).isEqualTo(((RSAPrivateCrtKey) pair.getPrivate())
                .getPrimeP());
    }

    @Test
    void certificatesAreHadWithoutAKey() throws Exception {
        KeyPair root = ecPair();
        byte[] top = certificate("CN=Root", "CN=Root", root.getPublic(), root.getPrivate());
        byte[] container = container(null, password(PASSWORD, Protection.EXTRACTABLE),
                List.of(certificate(top)), "top");
        // The JDK checks the MAC, decrypts, and lists no certificate without a mark of its own.
        assertThat(load(container, PASSWORD).size()).isZero();
        assertThatThrownBy(() -> load(container, "another")).isInstanceOf(IOException.class);
        List<ContentInfo> safes = safes(container);
        assertThat(safes).hasSize(1);
        assertThat(certificates(safes.getFirst(), PASSWORD)).singleElement().isEqualTo(top);
        assertThatThrownBy(() -> container(null, password(PASSWORD, Protection.EXTRACTABLE),
                List.of(), "none")).isInstanceOfSatisfying(EngineFault.class,
                        fault -> assertThat(fault.reason()).isEqualTo(Reason.INVALID_PARAMETERS));
        WrappedObject others = stored(header("certificate", "other", CERTIFICATE, 1, 0,
                KeyState.ACTIVE, Protection.EXTRACTABLE), top);
        assertReason(Reason.POLICY, null, password(PASSWORD, Protection.EXTRACTABLE), others);
    }

    private static List<ContentInfo> safes(byte[] container) {
        Pfx pfx = Pfx.getInstance(container);
        return List.of(AuthenticatedSafe.getInstance(
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets())
                .getContentInfo());
    }

    private static List<byte[]> certificates(ContentInfo safe, String password) throws Exception {
        EncryptedData data = EncryptedData.getInstance(safe.getContent());
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(data.getEncryptionAlgorithm().getParameters().toASN1Primitive()
                .getEncoded());
        SecretKey key = SecretKeyFactory.getInstance(parameters.toString())
                .generateSecret(new PBEKeySpec(password.toCharArray()));
        Cipher cipher = Cipher.getInstance(parameters.toString());
        cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        List<byte[]> found = new ArrayList<>();
        for (ASN1Encodable bag : ASN1Sequence
                .getInstance(cipher.doFinal(data.getContent().getOctets()))) {
            CertBag certificate = CertBag.getInstance(SafeBag.getInstance(bag).getBagValue());
            found.add(ASN1OctetString.getInstance(certificate.getCertValue()).getOctets());
        }
        return found;
    }

    @Test
    void onlyWhatMayLeaveInClearIsPutIn() throws Exception {
        byte[] material = ecPair().getPrivate().getEncoded();
        WrappedObject key = key(material, 6, Protection.EXTRACTABLE);
        WrappedObject password = password(PASSWORD, Protection.EXTRACTABLE);
        assertReason(Reason.SENSITIVE, key(material, 6, SENSITIVE), password);
        assertReason(Reason.NOT_EXTRACTABLE, key(material, 6, KEPT), password);
        assertReason(Reason.SENSITIVE, key, password(PASSWORD, SENSITIVE));
        assertReason(Reason.NOT_EXTRACTABLE, key, password(PASSWORD, KEPT));
        assertReason(Reason.POLICY, key, password, key);
        assertReason(Reason.POLICY, key, key);
        assertReason(Reason.POLICY, password, password);
    }

    @Test
    void thePasswordIsAnActiveSecretOfTheSamePartition() throws Exception {
        byte[] text = PASSWORD.getBytes(StandardCharsets.UTF_8);
        WrappedObject key = key(ecPair().getPrivate().getEncoded(), 6, Protection.EXTRACTABLE);
        assertReason(Reason.POLICY, key, stored(header("password", "other", SECRET_DATA, 2,
                DERIVE_KEY, KeyState.ACTIVE, Protection.EXTRACTABLE), text));
        assertReason(Reason.KEY_STATE, key, stored(header("password", "tenant", SECRET_DATA, 2,
                DERIVE_KEY, KeyState.DEACTIVATED, Protection.EXTRACTABLE), text));
        assertReason(Reason.POLICY, key, stored(header("password", "tenant", SECRET_DATA, 2, 0,
                KeyState.ACTIVE, Protection.EXTRACTABLE), text));
        assertReason(Reason.INVALID_PARAMETERS, key, stored(header("password", "tenant",
                SECRET_DATA, 2, DERIVE_KEY, KeyState.ACTIVE, Protection.EXTRACTABLE),
                new byte[]{(byte) 0xff, 0}));
    }

    private void assertReason(Reason reason, @Nullable WrappedObject key, WrappedObject password,
            WrappedObject... certificates) {
        EngineFixture.assertReason(reason,
                () -> container(key, password, List.of(certificates), "alias"));
    }

    private byte[] container(@Nullable WrappedObject key, WrappedObject password,
            List<WrappedObject> certificates, String name) throws EngineFault {
        return engine().call(new EngineCommand.ExportPkcs12(key, password, certificates,
                Samples.direct(name.getBytes(StandardCharsets.UTF_8))), r -> {
                    assertThat(r.approved()).as("the MAC's derivation is approved").isFalse();
                    return Samples.bytes(r.bytes());
                });
    }

    private static KeyStore load(byte[] container, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(container), password.toCharArray());
        return store;
    }

    private WrappedObject key(byte[] pkcs8, int algorithm, Protection protection)
            throws EngineFault {
        return stored(header("key-" + algorithm, "tenant", PRIVATE_KEY, 4, 0, KeyState.ACTIVE,
                protection), pkcs8);
    }

    private WrappedObject password(String text, Protection protection) throws EngineFault {
        return stored(header("password", "tenant", SECRET_DATA, 2, DERIVE_KEY, KeyState.ACTIVE,
                protection), text.getBytes(StandardCharsets.UTF_8));
    }

    private WrappedObject certificate(byte[] encoded) throws EngineFault {
        return stored(header("certificate", "tenant", CERTIFICATE, 1, 0, KeyState.ACTIVE,
                Protection.EXTRACTABLE), encoded);
    }

    private WrappedObject stored(ObjectHeader header, byte[] material) throws EngineFault {
        return engine().call(new EngineCommand.Import(header, Samples.direct(material)),
                r -> r.object());
    }

    private static ObjectHeader header(String id, String partition, int type, int format,
            int mask, KeyState state, Protection protection) {
        return new ObjectHeader(id, partition, 1, type, format, 0, 0, mask, state,
                new KeyDates(1000, 1000L, null, null, null, null, null, null), protection,
                Sha256.of(new byte[32]));
    }

    private static KeyPair ecPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static byte[] certificate(String issuer, String subject, PublicKey key,
            PrivateKey signer) throws Exception {
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(BigInteger.TWO));
        generator.setSignature(algorithm);
        generator.setIssuer(new X500Name(issuer));
        generator.setSubject(new X500Name(subject));
        generator.setStartDate(new Time(Date.from(Instant.EPOCH)));
        generator.setEndDate(new Time(Date.from(Instant.ofEpochSecond(4_000_000_000L))));
        generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        TBSCertificate body = generator.generateTBSCertificate();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(body.getEncoded(ASN1Encoding.DER));
        ASN1EncodableVector whole = new ASN1EncodableVector();
        whole.add(body);
        whole.add(algorithm);
        whole.add(new DERBitString(signature.sign()));
        return new DERSequence(whole).getEncoded(ASN1Encoding.DER);
    }
}
