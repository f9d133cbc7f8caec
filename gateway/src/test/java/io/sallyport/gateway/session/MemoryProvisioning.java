package io.sallyport.gateway.session;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.ProvisioningPort;
import io.vertx.core.Future;

/** Clients in memory, and an authority that may be taken away. */
final class MemoryProvisioning implements ProvisioningPort {
    static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochSecond(Conversation.NOW), ZoneOffset.UTC);

    private final List<EnrolledCertificate> enrolled = new ArrayList<>();
    private final CertificateAuthority authority;
    private boolean absent;
    private @Nullable String refusal;

    MemoryProvisioning() {
        try {
            authority = CertificateAuthority.create("Test", CLOCK);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a certificate known. */
    void enrol(String client, String fingerprint, long created) {
        enrolled.add(new EnrolledCertificate(client, "mine", "CRYPTO_USER", "default",
                fingerprint, "1", Conversation.NOW + 1_000, created, null));
    }

    /** Takes the certificate with this fingerprint away. */
    void forget(String fingerprint) {
        enrolled.removeIf(known -> known.fingerprint().equals(fingerprint));
    }

    /** The authority of this server. */
    CertificateAuthority authority() {
        return authority;
    }

    /** From now on nothing is issued. */
    void removeAuthority() {
        absent = true;
    }

    /** From now on every certificate that a client brings is refused for this reason. */
    void refuse(String text) {
        refusal = text;
    }

    /** Fingerprints of the client's certificates. */
    List<String> fingerprints(String client) {
        return certificates(client).stream().map(EnrolledCertificate::fingerprint).toList();
    }

    @Override
    public List<EnrolledCertificate> certificates(String client) {
        return enrolled.stream().filter(known -> known.client().equals(client)).toList();
    }

    @Override
    public boolean isEnrolled(String fingerprint) {
        return enrolled.stream().anyMatch(known -> known.fingerprint().equals(fingerprint));
    }

    @Override
    public @Nullable String refusal(X509Certificate certificate) {
        return refusal;
    }

    @Override
    public Future<X509Certificate> issue(String client, byte[] publicKey) {
        if (absent) {
            return Future.failedFuture(new NoAuthorityException());
        }
        try {
            return Future.succeededFuture(authority.certifyClient(client,
                    KeyFactory.getInstance("EC")
                            .generatePublic(new X509EncodedKeySpec(publicKey)),
                    Duration.ofDays(1)));
        } catch (GeneralSecurityException other) {
            return Future.failedFuture(new UnfitKeyException("The key is not on a curve."));
        }
    }

    @Override
    public void committed(ClientChange change) {
        if (change instanceof ClientChange.Renew renewal) {
            renewal.givesWay().forEach(this::forget);
            enrolled.add(renewal.certificate());
        }
    }
}
