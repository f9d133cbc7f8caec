package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The JDK's post-quantum keys from the bare bytes of FIPS 203 and 204, and back. */
final class JdkKeys {
    private JdkKeys() {}

    static PublicKey publicKey(String set, byte[] bare)
            throws GeneralSecurityException, IOException {
        return KeyFactory.getInstance(set).generatePublic(new X509EncodedKeySpec(
                new SubjectPublicKeyInfo(algorithm(set), bare).getEncoded()));
    }

    /** An expanded key. */
    static PrivateKey privateKey(String set, byte[] bare)
            throws GeneralSecurityException, IOException {
        return KeyFactory.getInstance(set).generatePrivate(new PKCS8EncodedKeySpec(
                new PrivateKeyInfo(algorithm(set), new DEROctetString(bare)).getEncoded()));
    }

    static byte[] bare(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getOctets();
    }

    static byte[] bare(PrivateKey key) throws IOException {
        return ASN1OctetString
                .getInstance(PrivateKeyInfo.getInstance(key.getEncoded()).parsePrivateKey())
                .getOctets();
    }

    private static AlgorithmIdentifier algorithm(String set) {
        return new AlgorithmIdentifier(identifier(set));
    }

    private static ASN1ObjectIdentifier identifier(String set) {
        return switch (set) {
            case "ML-KEM-512" -> NISTObjectIdentifiers.id_alg_ml_kem_512;
            case "ML-KEM-768" -> NISTObjectIdentifiers.id_alg_ml_kem_768;
            case "ML-KEM-1024" -> NISTObjectIdentifiers.id_alg_ml_kem_1024;
            case "ML-DSA-44" -> NISTObjectIdentifiers.id_ml_dsa_44;
            case "ML-DSA-65" -> NISTObjectIdentifiers.id_ml_dsa_65;
            case "ML-DSA-87" -> NISTObjectIdentifiers.id_ml_dsa_87;
            default -> throw new AssertionError(set);
        };
    }
}
