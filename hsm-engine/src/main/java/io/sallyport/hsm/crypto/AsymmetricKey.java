package io.sallyport.hsm.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/**
 * A private or public key, read from material in one of KMIP's key formats. Its numbers live on
 * the heap until the garbage collector takes them: nothing in Java can wipe a big integer.
 */
public final class AsymmetricKey {
    private static final int RAW = 1;
    private static final int PKCS1 = 3;
    private static final int PKCS8 = 4;
    private static final int X509 = 5;
    private static final int EC_PRIVATE_KEY = 6;
    private static final int MONTGOMERY_BITS = 456;
    private static final int ED25519 = 0x37;
    private static final int ED448 = 0x38;

    /**
     * Bouncy Castle reads more than these, and computes with what it reads: powers of numbers of
     * any length for DSA and Diffie-Hellman.
     */
    private static final Set<ASN1ObjectIdentifier> SERVED = Set.of(
            PKCSObjectIdentifiers.rsaEncryption, PKCSObjectIdentifiers.id_RSASSA_PSS,
            X509ObjectIdentifiers.id_ea_rsa, curve("110"), curve("111"), curve("112"),
            curve("113"));
    /** DSA and Diffie-Hellman, whose keys are stored and given back. */
    private static final Set<ASN1ObjectIdentifier> KEPT = Set.of(X9ObjectIdentifiers.id_dsa,
            X9ObjectIdentifiers.dhpublicnumber, PKCSObjectIdentifiers.dhKeyAgreement);

    private final ModuleKey key;

    AsymmetricKey(ModuleKey key) {
        this.key = key;
    }

    /** Reads a private key of no algorithm in particular. */
    public static AsymmetricKey ofPrivate(int format, KeyView material) throws EngineFault {
        return ofPrivate(format, 0, material);
    }

    /**
     * Reads a private key: PKCS#1, PKCS#8, ECPrivateKey, transparent; raw if it is for EdDSA.
     *
     * @param algorithm KMIP Cryptographic Algorithm, of which only raw material makes use
     */
    public static AsymmetricKey ofPrivate(int format, int algorithm, KeyView material)
            throws EngineFault {
        byte[] bytes = copy(material);
        try {
            PrivateKeyInfo info = TransparentKey.isPrivate(format)
                    ? TransparentKey.readPrivate(format, bytes)
                    : switch (format) {
                        case RAW -> new PrivateKeyInfo(raw(algorithm), new DEROctetString(bytes));
                        case PKCS1 -> new PrivateKeyInfo(rsa(),
                                RSAPrivateKey.getInstance(StrictDer.read(bytes)));
                        case PKCS8 -> StrictDer.privateKeyInfo(bytes);
                        case EC_PRIVATE_KEY -> {
                            ASN1Primitive key = StrictDer.read(bytes);
                            yield new PrivateKeyInfo(new AlgorithmIdentifier(
                                    X9ObjectIdentifiers.id_ecPublicKey, StrictDer.curve(key)),
                                    ECPrivateKey.getInstance(key));
                        }
                        default -> throw unknownFormat();
                    };
            requireServed(info.getPrivateKeyAlgorithm());
            requireBounded(info);
            return new AsymmetricKey(CryptoModule.current().keys().ofPrivate(info));
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Reads a public key of no algorithm in particular. */
    public static AsymmetricKey ofPublic(int format, KeyView material) throws EngineFault {
        return ofPublic(format, 0, material);
    }

    /**
     * Reads a public key: PKCS#1, X.509's SubjectPublicKeyInfo, transparent; raw if it is for
     * EdDSA.
     *
     * @param algorithm KMIP Cryptographic Algorithm, of which only raw material makes use
     */
    public static AsymmetricKey ofPublic(int format, int algorithm, KeyView material)
            throws EngineFault {
        byte[] bytes = copy(material);
        try {
            SubjectPublicKeyInfo info = TransparentKey.isPublic(format)
                    ? TransparentKey.readPublic(format, bytes)
                    : switch (format) {
                        case RAW -> new SubjectPublicKeyInfo(raw(algorithm), bytes);
                        case PKCS1 -> new SubjectPublicKeyInfo(rsa(),
                                RSAPublicKey.getInstance(StrictDer.read(bytes)));
                        case X509 -> StrictDer.publicKeyInfo(bytes);
                        default -> throw unknownFormat();
                    };
            requireServed(info.getAlgorithm());
            requireBounded(info);
            return new AsymmetricKey(CryptoModule.current().keys().ofPublic(info));
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
    }

    /** Also keeps Bouncy Castle from computing on a curve that is given by its numbers. */
    private static void requireServed(AlgorithmIdentifier algorithm) throws EngineFault {
        if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())) {
            if (!(algorithm.getParameters() instanceof ASN1ObjectIdentifier)) {
                throw unreadable();
            }
        } else if (KEPT.contains(algorithm.getAlgorithm())) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The engine does not compute with keys of this algorithm.");
        } else if (!SERVED.contains(algorithm.getAlgorithm())) {
            throw unreadable();
        }
    }

    /** X25519, X448, Ed25519 and Ed448 in this order (RFC 8410). */
    private static ASN1ObjectIdentifier curve(String last) {
        return new ASN1ObjectIdentifier("1.3.101").branch(last);
    }

    /** Raw material is the string of RFC 8032, which names no algorithm. */
    private static AlgorithmIdentifier raw(int algorithm) throws EngineFault {
        return new AlgorithmIdentifier(switch (algorithm) {
            case ED25519 -> curve("112");
            case ED448 -> curve("113");
            default -> throw unknownFormat();
        });
    }

    private static void requireBounded(PrivateKeyInfo info) throws IOException, EngineFault {
        if (isRsa(info.getPrivateKeyAlgorithm())) {
            RSAPrivateKey rsa = RSAPrivateKey.getInstance(info.parsePrivateKey());
            requireBounded(rsa.getModulus(), rsa.getPrivateExponent(), rsa.getPublicExponent(),
                    rsa.getPrime1(), rsa.getPrime2(), rsa.getExponent1(), rsa.getExponent2(),
                    rsa.getCoefficient());
        }
    }

    private static void requireBounded(SubjectPublicKeyInfo info)
            throws IOException, EngineFault {
        if (isRsa(info.getAlgorithm())) {
            RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
            requireBounded(rsa.getModulus(), rsa.getPublicExponent());
        }
    }

    /** No number of an RSA key is longer than its modulus, which the module bounds. */
    private static void requireBounded(BigInteger modulus, BigInteger... numbers)
            throws EngineFault {
        int bits = modulus.bitLength();
        if (Stream.of(numbers).anyMatch(number -> number.bitLength() > bits)) {
            throw unreadable();
        }
    }

    private static boolean isRsa(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().on(PKCSObjectIdentifiers.pkcs_1)
                || X509ObjectIdentifiers.id_ea_rsa.equals(algorithm.getAlgorithm());
    }

    /** Whether material in this Key Format Type is a TTLV structure. */
    public static boolean isStructured(int format) {
        return TransparentKey.isStructured(format);
    }

    ModuleKey key() {
        return key;
    }

    /** Length in bits: of the modulus, of the curve. */
    public int bits() {
        return key.kind().isMontgomery() ? MONTGOMERY_BITS : key.bits();
    }

    /** Whether it is on a curve that no approved service uses. */
    public boolean isOnUnapprovedCurve() {
        return SECObjectIdentifiers.secp256k1.equals(key.curve());
    }

    /** A private key's material in a format; the caller wipes it. */
    public byte[] encodePrivate(int format) throws EngineFault {
        if (!key.isPrivate()) {
            throw unknownFormat();
        }
        try {
            PrivateKeyInfo info = CryptoModule.current().keys().privateInfo(key);
            byte[] transparent = TransparentKey.write(format, info);
            if (transparent != null) {
                return transparent;
            }
            boolean rsa = key.kind() == KeyKind.RSA;
            boolean ec = key.kind() == KeyKind.EC;
            if (format == RAW && !rsa && !ec) {
                return ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
            }
            if (format == PKCS8) {
                return der(info);
            }
            if ((format == PKCS1 && rsa) || (format == EC_PRIVATE_KEY && ec)) {
                return der(info.parsePrivateKey());
            }
            throw unknownFormat();
        } catch (IOException e) {
            throw new IllegalStateException("A key can't be encoded.", e);
        }
    }

    /** A public key's material in a format. */
    public byte[] encodePublic(int format) throws EngineFault {
        if (key.isPrivate()) {
            throw unknownFormat();
        }
        try {
            SubjectPublicKeyInfo info = CryptoModule.current().keys().publicInfo(key);
            byte[] transparent = TransparentKey.write(format, info);
            if (transparent != null) {
                return transparent;
            }
            boolean rsa = key.kind() == KeyKind.RSA;
            if (format == RAW && !rsa && key.kind() != KeyKind.EC) {
                return StrictDer.bits(info).getOctets();
            }
            if (format == X509) {
                return der(info);
            }
            if (format == PKCS1 && rsa) {
                return der(info.parsePublicKey());
            }
            throw unknownFormat();
        } catch (IOException e) {
            throw new IllegalStateException("A key can't be encoded.", e);
        }
    }

    private static byte[] der(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    private static AlgorithmIdentifier rsa() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    }

    private static byte[] copy(KeyView material) {
        return material.bytes().toArray(ValueLayout.JAVA_BYTE);
    }

    private static EngineFault unknownFormat() {
        return new EngineFault(Reason.UNSUPPORTED, "The key's format is not served for its type.");
    }

    private static EngineFault unreadable() {
        return new EngineFault(Reason.INVALID_PARAMETERS, "The key's material can't be read.");
    }
}
