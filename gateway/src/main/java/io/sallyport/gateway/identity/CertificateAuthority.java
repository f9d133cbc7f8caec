package io.sallyport.gateway.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The built-in certificate authority: issues certificates of the server and of clients (RFC 5280),
 * on EC P-256 unless a client has a key of its own, signed with ECDSA and SHA-256. Serial numbers
 * are random, 128 bits. Safe for every thread.
 */
public final class CertificateAuthority {
    /** How long the authority itself is valid. */
    public static final Duration AUTHORITY_VALIDITY = Duration.ofDays(3652);

    /** How long a certificate of a server or client is valid unless configured otherwise. */
    public static final Duration LEAF_VALIDITY_DEFAULT = Duration.ofDays(365);

    /** Clocks of clients run late: a certificate is valid from this long before its making. */
    private static final Duration BACKDATING = Duration.ofMinutes(10);

    private static final int SERIAL_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Identity identity;
    private final Clock clock;

    /** An authority that exists already. */
    public CertificateAuthority(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A new authority with a new key.
     *
     * @param commonName shown to people; nothing is decided by it
     */
    public static CertificateAuthority create(String commonName, Clock clock)
            throws GeneralSecurityException {
        KeyPair keys = newKeyPair();
        X500Name name = distinguishedName(commonName);
        X509v3CertificateBuilder builder = builder(name, name, keys.getPublic(),
                AUTHORITY_VALIDITY, clock);
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            add(builder, Extension.basicConstraints, true, new BasicConstraints(0));
            add(builder, Extension.keyUsage, true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            add(builder, Extension.subjectKeyIdentifier, false,
                    ids.createSubjectKeyIdentifier(keys.getPublic()));
            X509Certificate certificate = sign(builder, keys.getPrivate());
            return new CertificateAuthority(new Identity(certificate, keys.getPrivate()), clock);
        } catch (CertIOException e) {
            throw new GeneralSecurityException("The authority's certificate can't be built.", e);
        }
    }

    /** The authority's own certificate and key. */
    public Identity identity() {
        return identity;
    }

    /** The authority's certificate. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /**
     * A key and certificate for a server.
     *
     * @param names what clients may call it by; at least one
     */
    public Identity issueServer(List<AlternativeName> names, Duration validity)
            throws GeneralSecurityException {
        return issue(names.getFirst().value(), names, KeyPurposeId.id_kp_serverAuth, validity);
    }

    /**
     * A key and certificate for a client.
     *
     * @param name common name; the gateway knows the client by the certificate, not by this
     * @param names further names
     */
    public Identity issueClient(String name, List<AlternativeName> names, Duration validity)
            throws GeneralSecurityException {
        return issue(name, names, KeyPurposeId.id_kp_clientAuth, validity);
    }

    /**
     * A certificate for a client that has a key already.
     *
     * @param name common name, as for {@link #issueClient}
     */
    public X509Certificate certifyClient(String name, PublicKey key, Duration validity)
            throws GeneralSecurityException {
        return certify(name, List.of(), KeyPurposeId.id_kp_clientAuth, key, validity);
    }

    private Identity issue(String commonName, List<AlternativeName> names, KeyPurposeId purpose,
            Duration validity) throws GeneralSecurityException {
        KeyPair keys = newKeyPair();
        return new Identity(certify(commonName, names, purpose, keys.getPublic(), validity),
                keys.getPrivate());
    }

    private X509Certificate certify(String commonName, List<AlternativeName> names,
            KeyPurposeId purpose, PublicKey key, Duration validity)
            throws GeneralSecurityException {
        try {
            X500Name issuer = new JcaX509CertificateHolder(certificate()).getSubject();
            X509v3CertificateBuilder builder = builder(issuer, distinguishedName(commonName),
                    key, validity, clock);
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            add(builder, Extension.basicConstraints, true, new BasicConstraints(false));
            // Clients with old TLS libraries look for keyAgreement on an EC key (RFC 8422 5.3).
            add(builder, Extension.keyUsage, true,
                    new KeyUsage(key.getAlgorithm().equals("EC")
                            ? KeyUsage.digitalSignature | KeyUsage.keyAgreement
                            : KeyUsage.digitalSignature));
            add(builder, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            add(builder, Extension.subjectKeyIdentifier, false,
                    ids.createSubjectKeyIdentifier(key));
            add(builder, Extension.authorityKeyIdentifier, false,
                    ids.createAuthorityKeyIdentifier(certificate().getPublicKey()));
            if (!names.isEmpty()) {
                GeneralName[] general = names.stream().map(AlternativeName::toGeneralName)
                        .toArray(GeneralName[]::new);
                add(builder, Extension.subjectAlternativeName, false, new GeneralNames(general));
            }
            return sign(builder, identity.key());
        } catch (CertIOException e) {
            throw new GeneralSecurityException("The certificate can't be built.", e);
        }
    }

    private static void add(X509v3CertificateBuilder builder, ASN1ObjectIdentifier id,
            boolean critical, ASN1Encodable value) throws CertIOException {
        builder.addExtension(id, critical, value);
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject,
            PublicKey key, Duration validity, Clock clock) {
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(issuer, serial(),
                Date.from(now.minus(BACKDATING)), Date.from(now.plus(validity)), subject, key);
    }

    private static BigInteger serial() {
        BigInteger serial = new BigInteger(SERIAL_BITS, RANDOM);
        return serial.signum() == 0 ? BigInteger.ONE : serial;
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            X509CertificateHolder holder = builder
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key));
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("The certificate can't be signed.", e);
        }
    }

    private static KeyPair newKeyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X500Name distinguishedName(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, "Sallyport")
                .addRDN(BCStyle.CN, commonName).build();
    }
}
