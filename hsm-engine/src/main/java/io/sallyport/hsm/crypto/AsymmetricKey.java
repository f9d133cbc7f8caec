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
import org.bouncycastle.asn1.DERNull;
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
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

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
    private static final int ED25519_BITS = 256;
    private static final int ED448_BITS = 456;
    private static final int ED25519 = 0x37;
    private static final int ED448 = 0x38;

    /**
     * Bouncy Castle reads more than these, and computes with what it reads: powers of numbers of
     * any length for DSA and Diffie-Hellman.
     */
    private static final Set<ASN1ObjectIdentifier> SERVED = Set.of(
            PKCSObjectIdentifiers.rsaEncryption, PKCSObjectIdentifiers.id_RSASSA_PSS,
            X509ObjectIdentifiers.id_ea_rsa, edwards("110"), edwards("111"), edwards("112"),
            edwards("113"));
    /** DSA and Diffie-Hellman, whose keys are stored and given back. */
    private static final Set<ASN1ObjectIdentifier> KEPT = Set.of(X9ObjectIdentifiers.id_dsa,
            X9ObjectIdentifiers.dhpublicnumber, PKCSObjectIdentifiers.dhKeyAgreement);

    private final AsymmetricKeyParameter parameter;

    AsymmetricKey(AsymmetricKeyParameter parameter) {
        this.parameter = parameter;
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
            if (TransparentKey.isPrivate(format)) {
                return bounded(TransparentKey.read(format, bytes));
            }
            if (format == RAW) {
                return new AsymmetricKey(rawPrivate(algorithm, bytes));
            }
            PrivateKeyInfo info = switch (format) {
                case PKCS1 -> new PrivateKeyInfo(rsa(),
                        RSAPrivateKey.getInstance(StrictDer.read(bytes)));
                case PKCS8 -> StrictDer.privateKeyInfo(bytes);
                case EC_PRIVATE_KEY -> {
                    ECPrivateKey key = ECPrivateKey.getInstance(StrictDer.read(bytes));
                    yield new PrivateKeyInfo(new AlgorithmIdentifier(
                            X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
                }
                default -> throw unknownFormat();
            };
            requireServed(info.getPrivateKeyAlgorithm());
            return bounded(PrivateKeyFactory.createKey(info));
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
            if (TransparentKey.isPublic(format)) {
                return bounded(TransparentKey.read(format, bytes));
            }
            if (format == RAW) {
                return new AsymmetricKey(rawPublic(algorithm, bytes));
            }
            SubjectPublicKeyInfo info = switch (format) {
                case PKCS1 -> new SubjectPublicKeyInfo(rsa(),
                        RSAPublicKey.getInstance(StrictDer.read(bytes)));
                case X509 -> StrictDer.publicKeyInfo(bytes);
                default -> throw unknownFormat();
            };
            requireServed(info.getAlgorithm());
            return bounded(PublicKeyFactory.createKey(info));
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
    private static ASN1ObjectIdentifier edwards(String last) {
        return new ASN1ObjectIdentifier("1.3.101").branch(last);
    }

    /** The string of RFC 8032, which names no algorithm. */
    private static AsymmetricKeyParameter rawPrivate(int algorithm, byte[] bytes)
            throws EngineFault {
        return switch (algorithm) {
            case ED25519 -> new Ed25519PrivateKeyParameters(bytes);
            case ED448 -> new Ed448PrivateKeyParameters(bytes);
            default -> throw unknownFormat();
        };
    }

    private static AsymmetricKeyParameter rawPublic(int algorithm, byte[] bytes)
            throws EngineFault {
        return switch (algorithm) {
            case ED25519 -> new Ed25519PublicKeyParameters(bytes);
            case ED448 -> new Ed448PublicKeyParameters(bytes);
            default -> throw unknownFormat();
        };
    }

    /**
     * No number of an RSA key is longer than its modulus, which Bouncy Castle bounds. A curve has
     * its name: who sends its numbers instead may have chosen them.
     */
    private static AsymmetricKey bounded(AsymmetricKeyParameter key) throws EngineFault {
        if (key instanceof ECKeyParameters ec
                && !(ec.getParameters() instanceof ECNamedDomainParameters)) {
            throw unreadable();
        }
        if (key instanceof RSAKeyParameters rsa) {
            Stream<BigInteger> numbers = rsa instanceof RSAPrivateCrtKeyParameters crt
                    ? Stream.of(crt.getExponent(), crt.getPublicExponent(), crt.getP(), crt.getQ(),
                            crt.getDP(), crt.getDQ(), crt.getQInv())
                    : Stream.of(rsa.getExponent());
            int bits = rsa.getModulus().bitLength();
            if (numbers.anyMatch(number -> number.bitLength() > bits)) {
                throw unreadable();
            }
        }
        return new AsymmetricKey(key);
    }

    /** Whether material in this Key Format Type is a TTLV structure. */
    public static boolean isStructured(int format) {
        return TransparentKey.isStructured(format);
    }

    AsymmetricKeyParameter parameter() {
        return parameter;
    }

    /** Length in bits: of the modulus, of the curve. */
    public int bits() {
        return switch (parameter) {
            case RSAKeyParameters key -> key.getModulus().bitLength();
            case ECKeyParameters key -> key.getParameters().getCurve().getFieldSize();
            case Ed25519PrivateKeyParameters _ -> ED25519_BITS;
            case Ed25519PublicKeyParameters _ -> ED25519_BITS;
            default -> ED448_BITS;
        };
    }

    /** Whether it is on a curve that no approved service uses. */
    public boolean isOnUnapprovedCurve() {
        return parameter instanceof ECKeyParameters key
                && key.getParameters() instanceof ECNamedDomainParameters named
                && SECObjectIdentifiers.secp256k1.equals(named.getName());
    }

    /** A private key's material in a format; the caller wipes it. */
    public byte[] encodePrivate(int format) throws EngineFault {
        try {
            byte[] transparent = TransparentKey.write(format, parameter);
            if (transparent != null) {
                return transparent;
            }
            if (format == RAW) {
                return switch (parameter) {
                    case Ed25519PrivateKeyParameters key -> key.getEncoded();
                    case Ed448PrivateKeyParameters key -> key.getEncoded();
                    case X25519PrivateKeyParameters key -> key.getEncoded();
                    case X448PrivateKeyParameters key -> key.getEncoded();
                    default -> throw unknownFormat();
                };
            }
            PrivateKeyInfo info = PrivateKeyInfoFactory.createPrivateKeyInfo(parameter);
            boolean rsa = parameter instanceof RSAKeyParameters;
            boolean ec = parameter instanceof ECKeyParameters;
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
        try {
            byte[] transparent = TransparentKey.write(format, parameter);
            if (transparent != null) {
                return transparent;
            }
            if (format == RAW) {
                return switch (parameter) {
                    case Ed25519PublicKeyParameters key -> key.getEncoded();
                    case Ed448PublicKeyParameters key -> key.getEncoded();
                    case X25519PublicKeyParameters key -> key.getEncoded();
                    case X448PublicKeyParameters key -> key.getEncoded();
                    default -> throw unknownFormat();
                };
            }
            SubjectPublicKeyInfo info =
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(parameter);
            if (format == X509) {
                return der(info);
            }
            if (format == PKCS1 && parameter instanceof RSAKeyParameters) {
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
