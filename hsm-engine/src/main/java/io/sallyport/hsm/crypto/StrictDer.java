package io.sallyport.hsm.crypto;

import java.io.IOException;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys in DER (X.690) and in nothing else. Bouncy Castle takes BER too, in which one key has
 * any number of encodings, and private keys on Montgomery's curves without their octet string.
 * Stateless.
 */
final class StrictDer {
    /** Above the curves of RFC 8410, whose keys are octet strings. */
    private static final ASN1ObjectIdentifier CURVES = new ASN1ObjectIdentifier("1.3.101");

    private static final int HEAD_BYTES = 2;

    private StrictDer() {}

    /**
     * The value whose DER the bytes are.
     *
     * @throws IOException if they are not
     */
    static ASN1Primitive read(byte[] bytes) throws IOException {
        ASN1Primitive value = ASN1Primitive.fromByteArray(bytes);
        byte[] again = value.getEncoded(ASN1Encoding.DER);
        boolean same = Arrays.equals(bytes, again);
        Arrays.fill(again, (byte) 0);
        if (!same) {
            throw new IOException("The bytes are not DER.");
        }
        return value;
    }

    /** A key in PKCS#8; the key inside it is DER too. */
    static PrivateKeyInfo privateKeyInfo(byte[] bytes) throws IOException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(read(bytes));
        ASN1Primitive inside = read(info.getPrivateKey().getOctets());
        boolean octets = info.getPrivateKeyAlgorithm().getAlgorithm().on(CURVES);
        if (octets && !(inside instanceof ASN1OctetString)) {
            throw new IOException("The key is no octet string.");
        }
        return info;
    }

    /** A key in X.509; what is inside it is DER too for RSA, and the bare point for curves. */
    static SubjectPublicKeyInfo publicKeyInfo(byte[] bytes) throws IOException {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(read(bytes));
        ASN1BitString bits = bits(info);
        if (bits.getPadBits() != 0) {
            throw new IOException("The key is not whole bytes.");
        }
        if (info.getAlgorithm().getAlgorithm().on(PKCSObjectIdentifiers.pkcs_1)) {
            read(bits.getOctets());
        }
        return info;
    }

    // Below is what has another signature in each Bouncy Castle.

    /** The bits of a public key. */
    static ASN1BitString bits(SubjectPublicKeyInfo info) {
        return (ASN1BitString) ASN1Sequence.getInstance(info.toASN1Primitive()).getObjectAt(1)
                .toASN1Primitive();
    }

    /** The name of the curve of an ECPrivateKey (RFC 5915); null if it has none. */
    static @Nullable ASN1ObjectIdentifier curve(ASN1Primitive key) throws IOException {
        for (ASN1Encodable item : ASN1Sequence.getInstance(key)) {
            if (item instanceof ASN1TaggedObject tagged && tagged.getTagNo() == 0) {
                byte[] encoded = tagged.getEncoded(ASN1Encoding.DER);
                boolean isShort = encoded[1] >= 0;
                return isShort && ASN1Primitive.fromByteArray(Arrays.copyOfRange(encoded,
                        HEAD_BYTES, encoded.length)) instanceof ASN1ObjectIdentifier name ? name
                                : null;
            }
        }
        return null;
    }
}
