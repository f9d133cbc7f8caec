package io.sallyport.gateway.net;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.net.tls.ServerIdentity;

/** A certificate authority that lives as long as a test. */
public final class TestCa {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyPair keys;
    private final X509Certificate certificate;

    /** An authority of its own. */
    public TestCa(String name) throws Exception {
        keys = newKeys();
        certificate = certificate(name, keys, name, keys.getPrivate(), true, Instant.now(),
                Instant.now().plus(Duration.ofDays(1)));
    }

    /** A certificate with its key. */
    public record Holder(PrivateKey key, X509Certificate certificate) {}

    /** The authority's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Issues a certificate that is valid now. */
    public Holder issue(String name) throws Exception {
        return issue(name, Instant.now().minus(Duration.ofHours(1)),
                Instant.now().plus(Duration.ofHours(12)));
    }

    /** Issues a certificate for a period. */
    public Holder issue(String name, Instant from, Instant until) throws Exception {
        KeyPair pair = newKeys();
        return new Holder(pair.getPrivate(), certificate(name, pair,
                certificate.getSubjectX500Principal().getName().substring(3), keys.getPrivate(),
                false, from, until));
    }

    /** A server identity for localhost. */
    public ServerIdentity server() throws Exception {
        Holder holder = issue("localhost");
        return new ServerIdentity(holder.key(), List.of(holder.certificate()));
    }

    /** A client's TLS that trusts this authority and shows the holder, if there is one. */
    public SSLContext client(@Nullable Holder holder) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", certificate);
        TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
        trusts.init(trust);
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keyStore(holder), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trusts.getTrustManagers(), null);
        return context;
    }

    /** A key store with the holder's key, if there is one; password {@code changeit}. */
    public static KeyStore keyStore(@Nullable Holder holder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (holder != null) {
            store.setKeyEntry("client", holder.key(), PASSWORD,
                    new Certificate[]{holder.certificate()});
        }
        return store;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(String name, KeyPair subject, String issuer,
            PrivateKey signer, boolean authority, Instant from, Instant until) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(new X500Name("CN=" + issuer),
                new BigInteger(64, new SecureRandom()).setBit(63), Date.from(from),
                Date.from(until), new X500Name("CN=" + name), subject.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.subjectAlternativeName, false,
                new GeneralNames(new GeneralName[]{new GeneralName(GeneralName.dNSName, name),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1")}));
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }
}
