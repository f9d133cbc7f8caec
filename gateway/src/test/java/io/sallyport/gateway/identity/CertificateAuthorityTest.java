package io.sallyport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

final class CertificateAuthorityTest {
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final int DNS = 2;
    private static final int IP = 7;

    private final Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private final CertificateAuthority authority;

    CertificateAuthorityTest() throws Exception {
        authority = CertificateAuthority.create("Test CA", clock);
    }

    @Test
    void authoritySignsOnlyLeavesAndLastsTenYears() throws Exception {
        X509Certificate ca = authority.certificate();
        ca.verify(ca.getPublicKey());
        assertThat(ca.getBasicConstraints()).isZero();
        assertThat(ca.getKeyUsage()[5]).as("keyCertSign").isTrue();
        assertThat(ca.getKeyUsage()[0]).as("digitalSignature").isFalse();
        assertThat(ca.getNotAfter().toInstant())
                .isEqualTo(now.plus(CertificateAuthority.AUTHORITY_VALIDITY));
        assertThat(ca.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void serverCertificateCarriesNamesAndPurpose() throws Exception {
        X509Certificate server = authority.issueServer(
                List.of(AlternativeName.parse("localhost"), AlternativeName.parse("127.0.0.1"),
                        AlternativeName.parse("::1"), AlternativeName.parse("kms.example.org")),
                Duration.ofDays(365)).certificate();
        server.verify(authority.certificate().getPublicKey());
        assertThat(server.getSubjectAlternativeNames()).contains(List.of(DNS, "localhost"),
                List.of(IP, "127.0.0.1"), List.of(IP, "0:0:0:0:0:0:0:1"),
                List.of(DNS, "kms.example.org"));
        assertThat(server.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(server.getKeyUsage()[0]).as("digitalSignature").isTrue();
        assertThat(server.getKeyUsage()[4]).as("keyAgreement").isTrue();
        assertThat(server.getKeyUsage()[5]).as("keyCertSign").isFalse();
    }

    @Test
    void clientCertificateNamesItsIssuerByKey() throws Exception {
        X509Certificate client = authority.issueClient("db1", List.of(), Duration.ofDays(30))
                .certificate();
        assertThat(client.getExtendedKeyUsage()).containsExactly(CLIENT_AUTH);
        assertThat(client.getSubjectX500Principal().getName()).contains("CN=db1");
        assertThat(client.getNotAfter().toInstant()).isEqualTo(now.plus(Duration.ofDays(30)));
        assertThat(client.getNotBefore().toInstant()).isBefore(now);
        byte[] issuerKey = authority.certificate().getExtensionValue("2.5.29.14");
        byte[] authorityKey = client.getExtensionValue("2.5.29.35");
        assertThat(issuerKey).isNotNull();
        assertThat(authorityKey).endsWith(Arrays.copyOfRange(issuerKey, 4,
                issuerKey.length));
    }

    @Test
    void serialNumbersAreWideAndDiffer() throws Exception {
        Set<BigInteger> seen = new HashSet<>();
        int widest = 0;
        for (int i = 0; i < 20; i++) {
            BigInteger serial = authority
                    .issueClient("db", List.of(), Duration.ofDays(1)).certificate()
                    .getSerialNumber();
            assertThat(serial.signum()).isPositive();
            widest = Math.max(widest, serial.bitLength());
            seen.add(serial);
        }
        assertThat(seen).hasSize(20);
        assertThat(widest).isBetween(116, 128);
    }
}
