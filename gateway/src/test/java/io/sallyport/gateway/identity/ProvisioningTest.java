package io.sallyport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.net.tls.ClientTrust;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.ProvisioningPort.NoAuthorityException;
import io.sallyport.gateway.port.ProvisioningPort.UnfitKeyException;
import io.vertx.core.Vertx;

/** Which certificates and keys a client may have, and how the authority signs. */
class ProvisioningTest {
    private static final String NO_CLIENT = "The certificate is not for clients of TLS.";
    private static final String AN_AUTHORITY = "The certificate is that of an authority.";
    private static final String NOT_NOW = "The certificate is not valid now.";
    private static final String UNFIT = "The key must be RSA with 2048 to 16384 bits, EC on P-256,"
            + " P-384 or P-521, Ed25519 or Ed448.";
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final Vertx vertx = Vertx.vertx();
    private final CertificateAuthority authority;
    private final ClientRegistry registry = new ClientRegistry(List.of(), clock);
    private Provisioning provisioning;

    ProvisioningTest() throws Exception {
        authority = CertificateAuthority.create("Test CA", clock);
    }

    @BeforeEach
    void haveFiles() throws Exception {
        PemFiles.writeCertificates(folder.resolve("ca.pem"), authority.certificate());
        PemFiles.writeKey(folder.resolve("ca-key.pem"), authority.identity().key());
        provisioning = new Provisioning(vertx, registry,
                ClientTrust.in(List.of(authority.certificate())),
                new AuthorityFiles(folder.resolve("ca.pem"), folder.resolve("ca-key.pem"), DAY,
                        clock),
                clock);
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatTheAuthorityIssuesForClientsIsTaken() throws Exception {
        assertThat(provisioning.refusal(
                authority.issueClient("db", List.of(), DAY).certificate())).isNull();
        assertThat(provisioning.refusal(certificate(ec("secp384r1"), 0, 1, null, null, -1)))
                .as("no purposes, no usage").isNull();
    }

    @Test
    void whatIsNotForClientsIsRefused() throws Exception {
        assertThat(provisioning.refusal(authority
                .issueServer(List.of(AlternativeName.parse("db")), DAY).certificate()))
                .isEqualTo(NO_CLIENT);
        KeyPair keys = ec("secp256r1");
        assertThat(provisioning.refusal(certificate(keys, 0, 1, KeyPurposeId.id_kp_clientAuth,
                KeyUsage.keyAgreement, -1))).isEqualTo(NO_CLIENT);
        assertThat(provisioning.refusal(authority.certificate())).isEqualTo(AN_AUTHORITY);
        assertThat(provisioning.refusal(certificate(keys, 0, 1, null, null, 0)))
                .isEqualTo(AN_AUTHORITY);
        assertThat(provisioning.refusal(certificate(keys, 0, 1, null,
                KeyUsage.keyCertSign | KeyUsage.digitalSignature, -1))).isEqualTo(AN_AUTHORITY);
    }

    @Test
    void whatIsNotValidNowIsRefused() throws Exception {
        KeyPair keys = ec("secp256r1");
        assertThat(provisioning.refusal(certificate(keys, -2, -1, null, null, -1)))
                .isEqualTo(NOT_NOW);
        assertThat(provisioning.refusal(certificate(keys, 1, 2, null, null, -1)))
                .isEqualTo(NOT_NOW);
    }

    @Test
    void whatAStrangerIssuesIsRefused() throws Exception {
        X509Certificate stranger = CertificateAuthority.create("Test CA", clock)
                .issueClient("db", List.of(), DAY).certificate();
        assertThat(provisioning.refusal(stranger))
                .isEqualTo("The certificate is not of an authority that this server trusts.");
    }

    @Test
    void weakAndUnusualKeysAreRefused() throws Exception {
        for (KeyPair weak : List.of(rsa(1024), pair("DSA", 2048))) {
            assertThat(provisioning.refusal(certificate(weak, 0, 1, null, null, -1)))
                    .isEqualTo(UNFIT);
            assertUnfit(weak.getPublic().getEncoded());
        }
        assertUnfit(new byte[]{0x30, 0});
        assertThat(provisioning.refusal(certificate(rsa(2048), 0, 1, null, null, -1))).isNull();
    }

    private void assertUnfit(byte[] key) {
        assertThat(provisioning.issue("db", key).cause())
                .isInstanceOfSatisfying(UnfitKeyException.class,
                        unfit -> assertThat(unfit.text()).isEqualTo(UNFIT));
    }

    @Test
    void everyKeyOfTlsIsCertifiedAsAClients() throws Exception {
        for (KeyPair keys : List.of(ec("secp256r1"), ec("secp521r1"), rsa(2048),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair(),
                KeyPairGenerator.getInstance("Ed448").generateKeyPair())) {
            X509Certificate issued = issue(keys);
            assertThat(issued.getPublicKey()).isEqualTo(keys.getPublic());
            assertThat(issued.getSubjectX500Principal())
                    .isEqualTo(new X500Principal("CN=db,O=Sallyport"));
            assertThat(issued.getNotAfter().toInstant()).isBetween(
                    Instant.now().plus(DAY).minusSeconds(60), Instant.now().plus(DAY));
            assertThat(provisioning.refusal(issued)).isNull();
        }
    }

    @Test
    void withoutTheKeyNothingIsIssued() throws Exception {
        Files.delete(folder.resolve("ca-key.pem"));
        KeyPair keys = ec("secp256r1");
        assertThatThrownBy(() -> issue(keys)).hasCauseInstanceOf(NoAuthorityException.class);
    }

    @Test
    void theKeyOfAnotherAuthorityIssuesNothing() throws Exception {
        Files.delete(folder.resolve("ca-key.pem"));
        PemFiles.writeKey(folder.resolve("ca-key.pem"), ec("secp256r1").getPrivate());
        KeyPair keys = ec("secp256r1");
        assertThatThrownBy(() -> issue(keys)).hasCauseInstanceOf(SignatureException.class);
    }

    @Test
    void aRenewalIsKnownAtOnceAndTheWithdrawnCertificateIsAStranger() throws Exception {
        X509Certificate shown = authority.issueClient("db", List.of(), DAY).certificate();
        X509Certificate old = authority.issueClient("db", List.of(), DAY).certificate();
        X509Certificate next = authority.issueClient("db", List.of(), DAY).certificate();
        registry.put(enrolled(shown));
        registry.put(enrolled(old));
        provisioning.committed(new ClientChange.Renew(enrolled(next), Fingerprint.of(shown),
                List.of(Fingerprint.of(old))));
        assertThat(provisioning.certificates("db")).containsExactlyInAnyOrder(enrolled(shown),
                enrolled(next));
        assertThat(registry.resolve(new X509Certificate[]{next})).isPresent();
        assertThat(registry.resolve(new X509Certificate[]{old})).isEmpty();
        assertThat(provisioning.isEnrolled(Fingerprint.of(old))).isFalse();
    }

    @Test
    void aRenewalThatIsToldAfterTheRevocationIsRevoked() throws Exception {
        X509Certificate shown = authority.issueClient("db", List.of(), DAY).certificate();
        X509Certificate next = authority.issueClient("db", List.of(), DAY).certificate();
        registry.put(enrolled(shown));
        registry.revokeClient("db", 7);
        provisioning.committed(new ClientChange.Renew(enrolled(next), Fingerprint.of(shown),
                List.of()));
        assertThat(registry.resolve(new X509Certificate[]{next})).isEmpty();
        assertThat(registry.of("db")).allMatch(known -> known.revokedAt() != null);
        assertThat(provisioning.certificates("db")).isEmpty();
        assertThat(provisioning.isEnrolled(Fingerprint.of(next))).isTrue();
    }

    private X509Certificate issue(KeyPair keys) throws InterruptedException, ExecutionException {
        return provisioning.issue("db", keys.getPublic().getEncoded()).toCompletionStage()
                .toCompletableFuture().get();
    }

    private static EnrolledCertificate enrolled(X509Certificate certificate) throws Exception {
        return new EnrolledCertificate("db", "tenant", "CRYPTO_USER", "default",
                Fingerprint.of(certificate), "1",
                certificate.getNotAfter().toInstant().getEpochSecond(), 1, null);
    }

    /** A certificate of the authority, from and until so many days from now. */
    private X509Certificate certificate(KeyPair keys, int from, int until,
            @Nullable KeyPurposeId purpose, @Nullable Integer usage, int pathLength)
            throws Exception {
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                authority.certificate(), BigInteger.TWO,
                Date.from(now.plus(DAY.multipliedBy(from))),
                Date.from(now.plus(DAY.multipliedBy(until))), new X500Principal("CN=db"),
                keys.getPublic());
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, false,
                    new ExtendedKeyUsage(purpose));
        }
        if (usage != null) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        }
        if (pathLength >= 0) {
            builder.addExtension(Extension.basicConstraints, true,
                    new BasicConstraints(pathLength));
        }
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .build(authority.identity().key())));
    }

    private static KeyPair ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static KeyPair rsa(int bits) throws Exception {
        return pair("RSA", bits);
    }

    private static KeyPair pair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
