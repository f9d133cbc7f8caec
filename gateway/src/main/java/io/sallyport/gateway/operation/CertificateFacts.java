package io.sallyport.gateway.operation;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.DigitalSignatureAlgorithm;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What an X.509 certificate says about itself, as attributes (1.4 sections 3.8 to 3.16, 2.1 section
 * 4.9). A certificate is public: it may be copied.
 *
 * @param algorithm code of the Cryptographic Algorithm of its key, or null
 * @param lengthBits length of its key, or null
 */
public record CertificateFacts(List<Attribute> attributes, @Nullable Integer algorithm,
        @Nullable Integer lengthBits) {
    private static final byte DER_INTEGER = 2;
    private static final Map<String, String> RFC_NAMES = Map.of("1.2.840.113549.1.9.1", "Email");
    private static final Map<String, DigitalSignatureAlgorithm> SIGNATURES = Map.of("SHA1withRSA",
            DigitalSignatureAlgorithm.SHA_1_WITH_RSA_ENCRYPTION,
            "SHA224withRSA", DigitalSignatureAlgorithm.SHA_224_WITH_RSA_ENCRYPTION,
            "SHA256withRSA", DigitalSignatureAlgorithm.SHA_256_WITH_RSA_ENCRYPTION,
            "SHA384withRSA", DigitalSignatureAlgorithm.SHA_384_WITH_RSA_ENCRYPTION,
            "SHA512withRSA", DigitalSignatureAlgorithm.SHA_512_WITH_RSA_ENCRYPTION,
            "SHA1withECDSA", DigitalSignatureAlgorithm.ECDSA_WITH_SHA_1,
            "SHA256withECDSA", DigitalSignatureAlgorithm.ECDSA_WITH_SHA256,
            "SHA384withECDSA", DigitalSignatureAlgorithm.ECDSA_WITH_SHA384,
            "SHA512withECDSA", DigitalSignatureAlgorithm.ECDSA_WITH_SHA512);

    /**
     * Reads a certificate.
     *
     * @throws OperationFault if an X.509 certificate can't be read
     */
    public static CertificateFacts of(ManagedObject.Certificate found) throws OperationFault {
        if (!found.certificateType().is(CertificateType.X_509)) {
            return new CertificateFacts(List.of(), null, null);
        }
        byte[] der = found.value().toByteArray();
        X509Certificate certificate;
        try {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw Faults.invalidField("The certificate can't be read.");
        }
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(Attribute.integer(AttributeType.CERTIFICATE_LENGTH, der.length));
        distinguishedNames(certificate, attributes);
        parts("CERTIFICATE_SUBJECT_", certificate.getSubjectX500Principal(), attributes);
        parts("CERTIFICATE_ISSUER_", certificate.getIssuerX500Principal(), attributes);
        DigitalSignatureAlgorithm signature = SIGNATURES.get(certificate.getSigAlgName());
        if (signature != null) {
            attributes.add(
                    Attribute.enumeration(AttributeType.DIGITAL_SIGNATURE_ALGORITHM, signature));
        }
        PublicKey key = certificate.getPublicKey();
        return new CertificateFacts(attributes, algorithmOf(key), lengthOf(key));
    }

    private static void distinguishedNames(X509Certificate certificate, List<Attribute> out) {
        X500Principal subject = certificate.getSubjectX500Principal();
        X500Principal issuer = certificate.getIssuerX500Principal();
        BigInteger serial = certificate.getSerialNumber();
        TtlvItem issuerDer = Items.bytes(Tag.ISSUER_DISTINGUISHED_NAME, issuer.getEncoded());
        out.add(Attribute.of(AttributeType.X_509_CERTIFICATE_IDENTIFIER,
                Items.structure(AttributeType.X_509_CERTIFICATE_IDENTIFIER.tag(), issuerDer,
                        Items.bytes(Tag.CERTIFICATE_SERIAL_NUMBER, der(serial)))));
        out.add(Attribute.of(AttributeType.X_509_CERTIFICATE_ISSUER,
                Items.structure(AttributeType.X_509_CERTIFICATE_ISSUER.tag(), issuerDer)));
        out.add(Attribute.of(AttributeType.X_509_CERTIFICATE_SUBJECT,
                Items.structure(AttributeType.X_509_CERTIFICATE_SUBJECT.tag(),
                        Items.bytes(Tag.SUBJECT_DISTINGUISHED_NAME, subject.getEncoded()))));
        out.add(Attribute.of(AttributeType.CERTIFICATE_IDENTIFIER,
                Items.structure(AttributeType.CERTIFICATE_IDENTIFIER.tag(),
                        Items.text(Tag.ISSUER, issuer.getName(X500Principal.RFC2253)),
                        Items.text(Tag.SERIAL_NUMBER, hex(serial)))));
        out.add(Attribute.of(AttributeType.CERTIFICATE_SUBJECT,
                Items.structure(AttributeType.CERTIFICATE_SUBJECT.tag(),
                        Items.text(Tag.CERTIFICATE_SUBJECT_DISTINGUISHED_NAME,
                                subject.getName(X500Principal.RFC2253)))));
        out.add(Attribute.of(AttributeType.CERTIFICATE_ISSUER,
                Items.structure(AttributeType.CERTIFICATE_ISSUER.tag(),
                        Items.text(Tag.CERTIFICATE_ISSUER_DISTINGUISHED_NAME,
                                issuer.getName(X500Principal.RFC2253)))));
    }

    private static void parts(String prefix, X500Principal name, List<Attribute> out) {
        try {
            for (Rdn rdn : new LdapName(name.getName(X500Principal.RFC2253, RFC_NAMES))
                    .getRdns()) {
                AttributeType type = typeOf(prefix + rdn.getType().toUpperCase(Locale.ROOT));
                if (type != null && rdn.getValue() instanceof String value
                        && (type.multiple() || out.stream().noneMatch(a -> a.is(type)))) {
                    long index = out.stream().filter(a -> a.is(type)).count();
                    out.add(Attribute.text(type, value).withIndex((int) index));
                }
            }
        } catch (InvalidNameException unusual) {
            // A name that can't be split has no parts to tell; the whole name is told anyway.
            return;
        }
    }

    private static @Nullable AttributeType typeOf(String constant) {
        for (AttributeType type : AttributeType.values()) {
            if (type.name().equals(constant)) {
                return type;
            }
        }
        return null;
    }

    private static @Nullable Integer algorithmOf(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> CryptographicAlgorithm.RSA.code();
            case "EC" -> CryptographicAlgorithm.ECDSA.code();
            case "DSA" -> CryptographicAlgorithm.DSA.code();
            default -> null;
        };
    }

    private static @Nullable Integer lengthOf(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
            default -> null;
        };
    }

    private static byte[] der(BigInteger serial) {
        byte[] value = serial.toByteArray();
        byte[] der = new byte[value.length + 2];
        der[0] = DER_INTEGER;
        der[1] = (byte) value.length;
        System.arraycopy(value, 0, der, 2, value.length);
        return der;
    }

    private static String hex(BigInteger serial) {
        String hex = serial.toString(16).toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

}
