package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** Keys that look right and are not to be read. */
class StrictKeysTest {
    private static final int EC = 0x1a;
    private static final int RSA = 4;
    private static final int PKCS1 = 3;
    private static final int PKCS8 = 4;
    private static final int X509 = 5;
    private static final int EC_PRIVATE_KEY = 6;
    private static final int CURVE25519 = 0x45;

    private final KeyPairs pairs;

    StrictKeysTest() {
        NonceSource nonces = new NonceSource();
        Hashes hashes = new Hashes();
        this.pairs = new KeyPairs(nonces, new Signatures(new Rsa(hashes, nonces)), hashes);
    }

    @Test
    void aKeyInBerIsNotRead() throws Exception {
        int[][] kinds = {{RSA, 1024, 0, PKCS1, PKCS1}, {RSA, 1024, 0, PKCS8, X509},
                {EC, 256, 7, EC_PRIVATE_KEY, X509}, {EC, 256, 7, PKCS8, X509}};
        for (int[] kind : kinds) {
            KeyPairs.Encoded pair = pairs.generate(kind[0], kind[1], kind[2], kind[3], kind[4]);
            readPrivate(kind[3], pair.privateKey());
            readPublic(kind[4], pair.publicKey());
            assertUnreadable(() -> readPrivate(kind[3], ber(pair.privateKey())));
            assertUnreadable(() -> readPublic(kind[4], ber(pair.publicKey())));
        }
    }

    @Test
    void aKeyInBerInsideOfOneInDerIsNotRead() throws Exception {
        KeyPairs.Encoded pair = pairs.generate(RSA, 1024, 0, PKCS8, X509);
        PrivateKeyInfo mine = PrivateKeyInfo.getInstance(pair.privateKey());
        assertUnreadable(() -> readPrivate(PKCS8, sequence(
                mine.toASN1Primitive(), 2,
                new DEROctetString(ber(mine.getPrivateKey().getOctets())))));
        SubjectPublicKeyInfo theirs = SubjectPublicKeyInfo.getInstance(pair.publicKey());
        assertUnreadable(() -> readPublic(X509, sequence(theirs.toASN1Primitive(), 1,
                new DERBitString(ber(theirs.getPublicKeyData().getOctets())))));
    }

    @Test
    void nothingStandsBehindAKey() throws Exception {
        KeyPairs.Encoded pair = pairs.generate(EC, 256, 7, PKCS8, X509);
        assertUnreadable(() -> readPublic(X509, Arrays.copyOf(pair.publicKey(),
                pair.publicKey().length + 1)));
        assertUnreadable(() -> readPrivate(PKCS8, Arrays.copyOf(pair.privateKey(),
                pair.privateKey().length + 1)));
    }

    @Test
    void aKeyIsWholeBytes() throws Exception {
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo
                .getInstance(pairs.generate(EC, 256, 7, PKCS8, X509).publicKey());
        byte[] point = key.getPublicKeyData().getOctets();
        point[point.length - 1] &= (byte) 0xfe;
        assertUnreadable(() -> readPublic(X509,
                sequence(key.toASN1Primitive(), 1, new DERBitString(point, 1))));
    }

    /** Whoever sends the numbers of a curve may have chosen a generator to his liking. */
    @Test
    void aCurveHasItsName() throws Exception {
        X9ECParameters known = ECNamedCurveTable.getByName("secp256r1");
        for (int cofactor : new int[]{1, 2, -1}) {
            X9ECParameters numbers = new X9ECParameters(known.getCurve(),
                    new X9ECPoint(known.getG(), false), known.getN(),
                    BigInteger.valueOf(cofactor));
            AlgorithmIdentifier algorithm =
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, numbers);
            KeyPairs.Encoded pair = pairs.generate(EC, 256, 7, PKCS8, X509);
            SubjectPublicKeyInfo theirs = SubjectPublicKeyInfo.getInstance(pair.publicKey());
            assertUnreadable(() -> readPublic(X509,
                    sequence(theirs.toASN1Primitive(), 0, algorithm)));
            PrivateKeyInfo mine = PrivateKeyInfo.getInstance(pair.privateKey());
            assertUnreadable(() -> readPrivate(PKCS8,
                    new PrivateKeyInfo(algorithm, mine.parsePrivateKey()).getEncoded()));
        }
    }

    @Test
    void aMontgomeryKeyHasItsOctetString() throws Exception {
        byte[] key = pairs.generate(EC, 0, CURVE25519, PKCS8, X509).privateKey();
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key);
        byte[] bare = DEROctetString.getInstance(info.parsePrivateKey()).getOctets();
        assertThat(readPrivate(PKCS8, key)).isNotNull();
        assertUnreadable(() -> readPrivate(PKCS8,
                sequence(info.toASN1Primitive(), 2, new DEROctetString(bare))));
        // By chance a bare key is another value in DER.
        byte[] another = new DERUTF8String("x".repeat(bare.length - 2)).getEncoded();
        assertUnreadable(() -> readPrivate(PKCS8,
                sequence(info.toASN1Primitive(), 2, new DEROctetString(another))));
    }

    private interface Read {
        AsymmetricKey key() throws EngineFault, IOException;
    }

    private static void assertUnreadable(Read read) {
        assertThatThrownBy(read::key).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.INVALID_PARAMETERS));
    }

    private static AsymmetricKey readPrivate(int format, byte[] bytes) throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            return AsymmetricKey.ofPrivate(format,
                    new KeyView(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes)));
        }
    }

    private static AsymmetricKey readPublic(int format, byte[] bytes) throws EngineFault {
        try (Arena arena = Arena.ofConfined()) {
            return AsymmetricKey.ofPublic(format,
                    new KeyView(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes)));
        }
    }

    /** The same sequence, of a length that is not said. */
    private static byte[] ber(byte[] der) throws IOException {
        ASN1EncodableVector items = new ASN1EncodableVector();
        for (ASN1Encodable item : ASN1Sequence.getInstance(der)) {
            items.add(item);
        }
        return new BERSequence(items).getEncoded(ASN1Encoding.BER);
    }

    /** The sequence with another item in one place. */
    private static byte[] sequence(ASN1Encodable sequence, int place, ASN1Encodable item)
            throws IOException {
        ASN1Encodable[] items = ASN1Sequence.getInstance(sequence).toArray();
        items[place] = item;
        return new DERSequence(items).getEncoded(ASN1Encoding.DER);
    }
}
