package io.sallyport.hsm.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/**
 * Keys in KMIP's transparent forms (1.2 section 2.1.7, 2.1 sections 3.2 and 10.1): a TTLV structure
 * Key Material with the numbers of an RSA key, or with a named curve and the number or point of a
 * key on it. The older forms for ECDSA, ECDH and ECMQV are the same structures. Those for DSA and
 * Diffie-Hellman are kept as they came and never read. Stateless.
 */
final class TransparentKey {
    private static final AlgorithmIdentifier RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    private static final int DSA_PRIVATE = 8;
    private static final int RSA_PRIVATE = 0xa;
    private static final int RSA_PUBLIC = 0xb;
    private static final int EC_FIRST = 0xe;
    private static final int EC_LAST = 0x15;

    private static final int KEY_MATERIAL = 0x420043;
    private static final int CRT_COEFFICIENT = 0x420027;
    private static final int D = 0x42002e;
    private static final int MODULUS = 0x420052;
    private static final int P = 0x42005e;
    private static final int PRIME_EXPONENT_P = 0x420060;
    private static final int PRIME_EXPONENT_Q = 0x420061;
    private static final int PRIVATE_EXPONENT = 0x420063;
    private static final int PUBLIC_EXPONENT = 0x42006c;
    private static final int Q = 0x420071;
    private static final int Q_STRING = 0x420072;
    private static final int RECOMMENDED_CURVE = 0x420075;

    /** The largest modulus that the module takes; more would only keep the engine busy. */
    private static final int RSA_BITS_MAX = 16_384;

    private static final int STRUCTURE = 1;
    private static final int BIG_INTEGER = 4;
    private static final int ENUMERATION = 5;
    private static final int BYTE_STRING = 8;
    private static final int HEAD_BYTES = 8;
    private static final int BLOCK_BYTES = 8;

    private TransparentKey() {}

    /** Whether a Key Format Type has its material as a structure of several numbers. */
    static boolean isStructured(int format) {
        return format >= DSA_PRIVATE && format <= EC_LAST;
    }

    /** Whether a Key Format Type is one of these for private keys. */
    static boolean isPrivate(int format) {
        return format == RSA_PRIVATE || (isEc(format) && format % 2 == 0);
    }

    /** Whether a Key Format Type is one of these for public keys. */
    static boolean isPublic(int format) {
        return format == RSA_PUBLIC || (isEc(format) && format % 2 == 1);
    }

    /** Reads a private key in a format for which {@link #isPrivate} says yes. */
    static PrivateKeyInfo readPrivate(int format, byte[] material)
            throws EngineFault, IOException {
        Map<Integer, byte[]> fields = fields(material);
        try {
            if (format == RSA_PRIVATE) {
                return new PrivateKeyInfo(RSA, rsaPrivate(fields));
            }
            NamedCurves.Curve curve = curve(fields);
            return new PrivateKeyInfo(algorithm(curve),
                    new ECPrivateKey(curve.bits(), number(fields, D), curve.identifier()));
        } catch (ArithmeticException | IllegalArgumentException | BufferUnderflowException e) {
            throw unreadable();
        } finally {
            fields.values().forEach(value -> Arrays.fill(value, (byte) 0));
        }
    }

    /** Reads a public key in a format for which {@link #isPublic} says yes. */
    static SubjectPublicKeyInfo readPublic(int format, byte[] material)
            throws EngineFault, IOException {
        Map<Integer, byte[]> fields = fields(material);
        try {
            return format == RSA_PUBLIC
                    ? new SubjectPublicKeyInfo(RSA, new RSAPublicKey(number(fields, MODULUS),
                            number(fields, PUBLIC_EXPONENT)))
                    : new SubjectPublicKeyInfo(algorithm(curve(fields)),
                            required(fields, Q_STRING));
        } catch (BufferUnderflowException e) {
            throw unreadable();
        }
    }

    /** The material of a private key, which the caller wipes; null in other formats. */
    static byte @Nullable [] write(int format, PrivateKeyInfo info)
            throws EngineFault, IOException {
        ASN1ObjectIdentifier curve = curve(info.getPrivateKeyAlgorithm());
        if (format == RSA_PRIVATE && isRsa(info.getPrivateKeyAlgorithm())) {
            RSAPrivateKey rsa = RSAPrivateKey.getInstance(info.parsePrivateKey());
            return encode(List.of(integer(MODULUS, rsa.getModulus()),
                    integer(PRIVATE_EXPONENT, rsa.getPrivateExponent()),
                    integer(PUBLIC_EXPONENT, rsa.getPublicExponent()), integer(P, rsa.getPrime1()),
                    integer(Q, rsa.getPrime2()), integer(PRIME_EXPONENT_P, rsa.getExponent1()),
                    integer(PRIME_EXPONENT_Q, rsa.getExponent2()),
                    integer(CRT_COEFFICIENT, rsa.getCoefficient())));
        }
        if (isEc(format) && isPrivate(format) && curve != null) {
            ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
            return encode(List.of(named(curve), integer(D, key.getKey())));
        }
        return null;
    }

    /** The material of a public key; null in other formats. */
    static byte @Nullable [] write(int format, SubjectPublicKeyInfo info)
            throws EngineFault, IOException {
        ASN1ObjectIdentifier curve = curve(info.getAlgorithm());
        if (format == RSA_PUBLIC && isRsa(info.getAlgorithm())) {
            RSAPublicKey rsa = RSAPublicKey.getInstance(info.parsePublicKey());
            return encode(List.of(integer(MODULUS, rsa.getModulus()),
                    integer(PUBLIC_EXPONENT, rsa.getPublicExponent())));
        }
        if (isEc(format) && isPublic(format) && curve != null) {
            return encode(List.of(named(curve),
                    new Field(Q_STRING, BYTE_STRING, StrictDer.bits(info).getOctets())));
        }
        return null;
    }

    private static Field named(ASN1ObjectIdentifier curve) throws EngineFault {
        return new Field(RECOMMENDED_CURVE, ENUMERATION, ByteBuffer.allocate(Integer.BYTES)
                .putInt(NamedCurves.of(curve).code()).array());
    }

    private static boolean isRsa(AlgorithmIdentifier algorithm) {
        return PKCSObjectIdentifiers.rsaEncryption.equals(algorithm.getAlgorithm());
    }

    /** The curve's name, if the algorithm is one on curves that have names. */
    private static @Nullable ASN1ObjectIdentifier curve(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
                && parameters != null
                && parameters.toASN1Primitive() instanceof ASN1ObjectIdentifier name ? name : null;
    }

    private static NamedCurves.Curve curve(Map<Integer, byte[]> fields) throws EngineFault {
        return NamedCurves.of(ByteBuffer.wrap(required(fields, RECOMMENDED_CURVE)).getInt());
    }

    private static AlgorithmIdentifier algorithm(NamedCurves.Curve curve) {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.identifier());
    }

    private static boolean isEc(int format) {
        return format >= EC_FIRST && format <= EC_LAST;
    }

    /**
     * Two of these must be there: the private exponent, the public exponent, the prime factors (one
     * is enough). What follows from others is computed and not taken.
     */
    private static RSAPrivateKey rsaPrivate(Map<Integer, byte[]> fields)
            throws EngineFault {
        BigInteger n = number(fields, MODULUS);
        int bits = n.bitLength();
        if (bits > RSA_BITS_MAX) {
            throw unreadable();
        }
        BigInteger d = optional(fields, PRIVATE_EXPONENT, bits);
        BigInteger e = optional(fields, PUBLIC_EXPONENT, bits);
        BigInteger p = optional(fields, fields.containsKey(P) ? P : Q, bits);
        if (p == null) {
            if (d == null || e == null) {
                throw unreadable();
            }
            p = RsaFactors.of(n, e, d);
        }
        BigInteger[] q = n.divideAndRemainder(p);
        if (q[1].signum() != 0 || p.equals(BigInteger.ONE) || q[0].equals(BigInteger.ONE)) {
            throw unreadable();
        }
        BigInteger p1 = p.subtract(BigInteger.ONE);
        BigInteger q1 = q[0].subtract(BigInteger.ONE);
        BigInteger order = p1.multiply(q1).divide(p1.gcd(q1));
        if (d == null) {
            if (e == null) {
                throw unreadable();
            }
            d = e.modInverse(order);
        }
        return new RSAPrivateKey(n, e == null ? d.modInverse(order) : e, d, p, q[0],
                d.mod(p1), d.mod(q1), q[0].modInverse(p));
    }

    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    private record Field(int tag, int type, byte[] value) {
        int encodedBytes() {
            return HEAD_BYTES + padded(value.length);
        }
    }

    private static Field integer(int tag, BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] value = new byte[padded(bytes.length)];
        System.arraycopy(bytes, 0, value, value.length - bytes.length, bytes.length);
        Arrays.fill(bytes, (byte) 0);
        return new Field(tag, BIG_INTEGER, value);
    }

    private static byte[] encode(List<Field> fields) {
        int length = fields.stream().mapToInt(Field::encodedBytes).sum();
        ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + length);
        out.putInt(KEY_MATERIAL << 8 | STRUCTURE).putInt(length);
        for (Field field : fields) {
            int end = out.position() + field.encodedBytes();
            out.putInt(field.tag << 8 | field.type).putInt(field.value.length).put(field.value)
                    .position(end);
            Arrays.fill(field.value, (byte) 0);
        }
        return out.array();
    }

    /** The values by tag, as copies. */
    private static Map<Integer, byte[]> fields(byte[] material) throws EngineFault {
        Map<Integer, byte[]> fields = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(material);
        List<byte[]> copies = new ArrayList<>();
        try {
            boolean whole = in.getInt() == (KEY_MATERIAL << 8 | STRUCTURE)
                    && in.getInt() == in.remaining();
            while (whole && in.hasRemaining()) {
                int head = in.getInt();
                int length = in.getInt();
                if (length < 0 || padded(length) > in.remaining()) {
                    throw new BufferUnderflowException();
                }
                byte[] value = new byte[length];
                copies.add(value);
                int end = in.position() + padded(length);
                in.get(value).position(end);
                whole = fields.put(head >>> 8, value) == null;
            }
            if (whole) {
                return fields;
            }
        } catch (BufferUnderflowException e) {
            // It is cut: refused below.
        }
        copies.forEach(copy -> Arrays.fill(copy, (byte) 0));
        throw unreadable();
    }

    private static int padded(int length) {
        return length + (-length & (BLOCK_BYTES - 1));
    }

    private static byte[] required(Map<Integer, byte[]> fields, int tag) throws EngineFault {
        byte[] value = fields.get(tag);
        if (value == null || value.length == 0) {
            throw unreadable();
        }
        return value;
    }

    private static BigInteger number(Map<Integer, byte[]> fields, int tag) throws EngineFault {
        BigInteger number = new BigInteger(required(fields, tag));
        if (number.signum() <= 0) {
            throw unreadable();
        }
        return number;
    }

    private static @Nullable BigInteger optional(Map<Integer, byte[]> fields, int tag,
            int bitsMax) throws EngineFault {
        if (!fields.containsKey(tag)) {
            return null;
        }
        BigInteger number = number(fields, tag);
        if (number.bitLength() > bitsMax) {
            throw unreadable();
        }
        return number;
    }

    private static EngineFault unreadable() {
        return new EngineFault(Reason.INVALID_PARAMETERS, "The key's material can't be read.");
    }
}
