package io.sallyport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.gateway.port.EnrolledCertificate;

final class ClientRegistryTest {
    private final Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private final CertificateAuthority authority;
    private final X509Certificate certificate;

    ClientRegistryTest() throws Exception {
        authority = CertificateAuthority.create("Test CA", clock);
        certificate = authority.issueClient("db1", List.of(), Duration.ofDays(1)).certificate();
    }

    @Test
    void findsTheClientOfAnEnrolledCertificate() throws Exception {
        ClientRegistry registry = registry(enrolled("CRYPTO_USER", "oasis", null), clock);
        assertThat(resolve(registry, certificate)).hasValue(new Subject("db1", "tenant",
                Role.CRYPTO_USER, Fingerprint.of(certificate), Profile.OASIS));
    }

    @Test
    void anotherCertificateOfTheSameNameAndIssuerIsAStranger() throws Exception {
        ClientRegistry registry = registry(enrolled("CRYPTO_USER", "default", null), clock);
        X509Certificate twin = authority.issueClient("db1", List.of(), Duration.ofDays(1))
                .certificate();
        assertThat(resolve(registry, twin)).isEmpty();
        assertThat(registry.resolve(new X509Certificate[0])).isEmpty();
    }

    @Test
    void revocationIsSeenAtOnce() throws Exception {
        ClientRegistry registry = registry(enrolled("CRYPTO_USER", "default", null), clock);
        assertThat(resolve(registry, certificate)).isPresent();
        registry.revokeClient("db1", now.getEpochSecond());
        assertThat(resolve(registry, certificate)).isEmpty();
        assertThat(registry.of("db1")).singleElement()
                .extracting(EnrolledCertificate::revokedAt).isEqualTo(now.getEpochSecond());
        assertThat(registry.of("DB1")).isEmpty();
    }

    @Test
    void anExpiredOrEarlyCertificateHasNoSubject() throws Exception {
        EnrolledCertificate enrolled = enrolled("CRYPTO_USER", "default", null);
        assertThat(resolve(registry(enrolled, at(now.plus(Duration.ofDays(2)))), certificate))
                .isEmpty();
        assertThat(resolve(registry(enrolled, at(now.minus(Duration.ofDays(2)))), certificate))
                .isEmpty();
    }

    @Test
    void aRoleOrProfileThatIsNotKnownIsRefused() throws Exception {
        assertThat(resolve(registry(enrolled("KING", "default", null), clock), certificate))
                .isEmpty();
        assertThat(resolve(registry(enrolled("OPERATOR", "default", null), clock), certificate))
                .isEmpty();
        assertThat(resolve(registry(enrolled("AUDITOR", "newer", null), clock), certificate))
                .isEmpty();
    }

    private static Optional<Subject> resolve(ClientRegistry registry,
            X509Certificate peer) {
        return registry.resolve(new X509Certificate[]{peer});
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static ClientRegistry registry(EnrolledCertificate enrolled, Clock clock) {
        return new ClientRegistry(List.of(enrolled), clock);
    }

    private EnrolledCertificate enrolled(String role, String profile, @Nullable Long revokedAt)
            throws Exception {
        return new EnrolledCertificate("db1", "tenant", role, profile,
                Fingerprint.of(certificate), certificate.getSerialNumber().toString(16),
                now.plus(Duration.ofDays(1)).getEpochSecond(), now.getEpochSecond(), revokedAt);
    }
}
