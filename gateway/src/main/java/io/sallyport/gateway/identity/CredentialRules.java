package io.sallyport.gateway.identity;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.ProvisioningPort.UnfitKeyException;

/**
 * What the keys and certificates have to be by which clients are known. Whether a certificate is of
 * a trusted authority is asked elsewhere. Texts are constants. Stateless.
 */
final class CredentialRules {
    private static final int RSA_BITS_MIN = 2048;
    private static final int RSA_BITS_MAX = 16_384;
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;
    private static final String UNFIT_KEY = "The key must be RSA with 2048 to 16384 bits, EC on"
            + " P-256, P-384 or P-521, Ed25519 or Ed448.";

    private CredentialRules() {}

    /**
     * Reads a public key that a client may have.
     *
     * @param info SubjectPublicKeyInfo in DER
     */
    static PublicKey key(byte[] info) throws UnfitKeyException {
        try {
            ASN1ObjectIdentifier id =
                    SubjectPublicKeyInfo.getInstance(info).getAlgorithm().getAlgorithm();
            String algorithm = algorithm(id);
            if (algorithm != null) {
                PublicKey key = KeyFactory.getInstance(algorithm)
                        .generatePublic(new X509EncodedKeySpec(info));
                if (isFit(key)) {
                    return key;
                }
            }
        } catch (InvalidKeySpecException | IllegalArgumentException _) {
            // Unreadable, or on a curve that TLS does not use.
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has these keys.", absent);
        }
        throw new UnfitKeyException(UNFIT_KEY);
    }

    /** Why a client can't be known by this certificate now, or null. */
    static @Nullable String refusal(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            boolean[] usage = certificate.getKeyUsage();
            if (certificate.getBasicConstraints() >= 0
                    || (usage != null && usage[KEY_CERT_SIGN])) {
                return "The certificate is that of an authority.";
            }
            List<String> purposes = certificate.getExtendedKeyUsage();
            if ((purposes != null && !purposes.contains(CLIENT_AUTHENTICATION))
                    || (usage != null && !usage[DIGITAL_SIGNATURE])) {
                return "The certificate is not for clients of TLS.";
            }
            return isFit(certificate.getPublicKey()) ? null : UNFIT_KEY;
        } catch (CertificateExpiredException | CertificateNotYetValidException _) {
            return "The certificate is not valid now.";
        } catch (CertificateParsingException _) {
            return "The certificate can't be read.";
        }
    }

    private static boolean isFit(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS_MIN
                    && rsa.getModulus().bitLength() <= RSA_BITS_MAX;
            // The platform reads keys on these curves only.
            case ECPublicKey ec -> switch (ec.getParams().getOrder().bitLength()) {
                case 256, 384, 521 -> true;
                default -> false;
            };
            case EdECPublicKey _ -> true;
            default -> false;
        };
    }

    private static @Nullable String algorithm(ASN1ObjectIdentifier id) {
        if (id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (id.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        return id.equals(EdECObjectIdentifiers.id_Ed25519)
                || id.equals(EdECObjectIdentifiers.id_Ed448) ? "EdDSA" : null;
    }
}
