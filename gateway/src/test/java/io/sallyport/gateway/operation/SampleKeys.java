package io.sallyport.gateway.operation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javax.crypto.interfaces.DHPrivateKey;
import javax.crypto.interfaces.DHPublicKey;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.RecommendedCurve;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Keys made by the JDK, each in every format that it has. */
final class SampleKeys {
    private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

    private SampleKeys() {}

    /**
     * A key.
     *
     * @param name for people
     * @param version in which a client brings and gets it
     * @param materials its Key Material by format; in order
     */
    record SampleKey(String name, ObjectType type, CryptographicAlgorithm algorithm,
            KmipVersion version, Map<KeyFormatType, TtlvItem> materials) {}

    static List<SampleKey> all() throws GeneralSecurityException, IOException {
        List<SampleKey> all = new ArrayList<>();
        Map<KeyFormatType, TtlvItem> aes = bytes(KeyFormatType.RAW, BYTES);
        aes.put(KeyFormatType.TRANSPARENT_SYMMETRIC_KEY,
                structure(Items.bytes(Tag.KEY, BYTES)));
        all.add(new SampleKey("symmetric", ObjectType.SYMMETRIC_KEY, CryptographicAlgorithm.AES,
                KmipVersion.V1_4, aes));
        all.addAll(rsa());
        all.addAll(ec());
        all.addAll(edwards("Ed25519", CryptographicAlgorithm.ED25519));
        all.addAll(edwards("Ed448", CryptographicAlgorithm.ED448));
        all.addAll(montgomery("X25519"));
        all.addAll(montgomery("X448"));
        all.addAll(dsa());
        all.addAll(dh());
        return all;
    }

    static List<SampleKey> rsa() throws GeneralSecurityException, IOException {
        KeyPair pair = pair("RSA", 2048);
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        Map<KeyFormatType, TtlvItem> secret = pkcs8(pair);
        secret.put(KeyFormatType.PKCS_1, item(PrivateKeyInfo.getInstance(key.getEncoded())
                .parsePrivateKey().toASN1Primitive().getEncoded()));
        secret.put(KeyFormatType.TRANSPARENT_RSA_PRIVATE_KEY,
                structure(number(Tag.MODULUS, key.getModulus()),
                        number(Tag.PRIVATE_EXPONENT, key.getPrivateExponent()),
                        number(Tag.PUBLIC_EXPONENT, key.getPublicExponent()),
                        number(Tag.P, key.getPrimeP()), number(Tag.Q, key.getPrimeQ()),
                        number(Tag.PRIME_EXPONENT_P, key.getPrimeExponentP()),
                        number(Tag.PRIME_EXPONENT_Q, key.getPrimeExponentQ()),
                        number(Tag.CRT_COEFFICIENT, key.getCrtCoefficient())));
        Map<KeyFormatType, TtlvItem> open = x509(pair);
        open.put(KeyFormatType.PKCS_1,
                item(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                        .parsePublicKey().toASN1Primitive().getEncoded()));
        open.put(KeyFormatType.TRANSPARENT_RSA_PUBLIC_KEY,
                structure(number(Tag.MODULUS, key.getModulus()),
                        number(Tag.PUBLIC_EXPONENT, key.getPublicExponent())));
        return halves("RSA", CryptographicAlgorithm.RSA, KmipVersion.V1_4, secret, open);
    }

    private static List<SampleKey> ec() throws GeneralSecurityException, IOException {
        KeyPair pair = pair("EC", 256);
        BigInteger d = ((ECPrivateKey) pair.getPrivate()).getS();
        byte[] point = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                .getPublicKeyData().getBytes();
        if (((ECPublicKey) pair.getPublic()).getParams().getOrder().bitLength() != 256) {
            throw new IllegalStateException("It is another curve.");
        }
        Map<KeyFormatType, TtlvItem> secret = pkcs8(pair);
        secret.put(KeyFormatType.EC_PRIVATE_KEY,
                item(new org.bouncycastle.asn1.sec.ECPrivateKey(256, d,
                        SECObjectIdentifiers.secp256r1).getEncoded()));
        Map<KeyFormatType, TtlvItem> open = x509(pair);
        TtlvItem curve = Items.enumeration(Tag.RECOMMENDED_CURVE, RecommendedCurve.P_256);
        for (KeyFormatType format : KeyFormatType.values()) {
            if (format.name().matches("TRANSPARENT_EC.*_PRIVATE_KEY")) {
                secret.put(format, structure(curve, number(Tag.D, d)));
            } else if (format.name().matches("TRANSPARENT_EC.*_PUBLIC_KEY")) {
                open.put(format, structure(curve, Items.bytes(Tag.Q_STRING, point)));
            }
        }
        return halves("EC", CryptographicAlgorithm.EC, KmipVersion.V1_4, secret, open);
    }

    private static List<SampleKey> edwards(String name, CryptographicAlgorithm algorithm)
            throws GeneralSecurityException, IOException {
        KeyPair pair = KeyPairGenerator.getInstance(name).generateKeyPair();
        Map<KeyFormatType, TtlvItem> secret = pkcs8(pair);
        secret.put(KeyFormatType.RAW,
                item(ASN1OctetString
                        .getInstance(PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded())
                                .parsePrivateKey())
                        .getOctets()));
        Map<KeyFormatType, TtlvItem> open = x509(pair);
        open.put(KeyFormatType.RAW,
                item(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                        .getPublicKeyData().getBytes()));
        return halves(name, algorithm, KmipVersion.V2_1, secret, open);
    }

    private static List<SampleKey> montgomery(String name) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(name).generateKeyPair();
        return halves(name, CryptographicAlgorithm.EC, KmipVersion.V2_1, pkcs8(pair), x509(pair));
    }

    private static List<SampleKey> dsa() throws GeneralSecurityException {
        KeyPair pair = pair("DSA", 1024);
        DSAPrivateKey key = (DSAPrivateKey) pair.getPrivate();
        TtlvItem p = number(Tag.P, key.getParams().getP());
        TtlvItem q = number(Tag.Q, key.getParams().getQ());
        TtlvItem g = number(Tag.G, key.getParams().getG());
        Map<KeyFormatType, TtlvItem> secret = pkcs8(pair);
        secret.put(KeyFormatType.TRANSPARENT_DSA_PRIVATE_KEY,
                structure(p, q, g, number(Tag.X, key.getX())));
        Map<KeyFormatType, TtlvItem> open = x509(pair);
        open.put(KeyFormatType.TRANSPARENT_DSA_PUBLIC_KEY,
                structure(p, q, g, number(Tag.Y, ((DSAPublicKey) pair.getPublic()).getY())));
        return halves("DSA", CryptographicAlgorithm.DSA, KmipVersion.V1_4, secret, open);
    }

    private static List<SampleKey> dh() throws GeneralSecurityException {
        KeyPair pair = pair("DH", 2048);
        DHPrivateKey key = (DHPrivateKey) pair.getPrivate();
        TtlvItem p = number(Tag.P, key.getParams().getP());
        TtlvItem g = number(Tag.G, key.getParams().getG());
        Map<KeyFormatType, TtlvItem> secret = pkcs8(pair);
        secret.put(KeyFormatType.TRANSPARENT_DH_PRIVATE_KEY,
                structure(p, g, number(Tag.X, key.getX())));
        Map<KeyFormatType, TtlvItem> open = x509(pair);
        open.put(KeyFormatType.TRANSPARENT_DH_PUBLIC_KEY,
                structure(p, g, number(Tag.Y, ((DHPublicKey) pair.getPublic()).getY())));
        return halves("DH", CryptographicAlgorithm.DH, KmipVersion.V1_4, secret, open);
    }

    private static List<SampleKey> halves(String name, CryptographicAlgorithm algorithm,
            KmipVersion version, Map<KeyFormatType, TtlvItem> secret,
            Map<KeyFormatType, TtlvItem> open) {
        return List.of(
                new SampleKey(name + " private", ObjectType.PRIVATE_KEY, algorithm, version,
                        secret),
                new SampleKey(name + " public", ObjectType.PUBLIC_KEY, algorithm, version,
                        open));
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static Map<KeyFormatType, TtlvItem> pkcs8(KeyPair pair) {
        return bytes(KeyFormatType.PKCS_8, pair.getPrivate().getEncoded());
    }

    private static Map<KeyFormatType, TtlvItem> x509(KeyPair pair) {
        return bytes(KeyFormatType.X_509, pair.getPublic().getEncoded());
    }

    private static Map<KeyFormatType, TtlvItem> bytes(KeyFormatType format, byte[] material) {
        Map<KeyFormatType, TtlvItem> formats = new EnumMap<>(KeyFormatType.class);
        formats.put(format, item(material));
        return formats;
    }

    private static TtlvItem item(byte[] material) {
        return Items.bytes(Tag.KEY_MATERIAL, material);
    }

    private static TtlvItem structure(TtlvItem... items) {
        return Items.structure(Tag.KEY_MATERIAL, items);
    }

    private static TtlvItem number(int tag, BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[(bytes.length + 7) / 8 * 8];
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        return new TtlvItem.BigIntegerItem(tag, ByteSlice.of(padded));
    }
}
