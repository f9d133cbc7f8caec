package io.sallyport.gateway.identity;

import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.ProvisioningPort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * New certificates for clients that are enrolled. The listener's own trust decides what is of a
 * trusted authority: what is taken here can connect there. Safe for every thread.
 */
public final class Provisioning implements ProvisioningPort {
    private final Vertx vertx;
    private final ClientRegistry clients;
    private final X509TrustManager trust;
    private final AuthorityFiles authority;
    private final InstantSource clock;

    /**
     * Provisioning of these clients.
     *
     * @param vertx whose threads wait for the authority's files
     * @param trust the listener's
     */
    public Provisioning(Vertx vertx, ClientRegistry clients, X509TrustManager trust,
            AuthorityFiles authority, InstantSource clock) {
        this.vertx = vertx;
        this.clients = clients;
        this.trust = trust;
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public List<EnrolledCertificate> certificates(String client) {
        return clients.of(client).stream().filter(known -> known.revokedAt() == null).toList();
    }

    @Override
    public boolean isEnrolled(String fingerprint) {
        return clients.knows(fingerprint);
    }

    @Override
    public @Nullable String refusal(X509Certificate certificate) {
        String refusal = CredentialRules.refusal(certificate, clock.instant());
        if (refusal != null) {
            return refusal;
        }
        try {
            trust.checkClientTrusted(new X509Certificate[]{certificate},
                    certificate.getPublicKey().getAlgorithm());
            return null;
        } catch (CertificateException _) {
            return "The certificate is not of an authority that this server trusts.";
        }
    }

    @Override
    public Future<X509Certificate> issue(String client, byte[] publicKey) {
        PublicKey key;
        try {
            key = CredentialRules.key(publicKey);
        } catch (UnfitKeyException unfit) {
            return Future.failedFuture(unfit);
        }
        return vertx.executeBlocking(() -> authority.certifyClient(client, key), false)
                .map(Objects::requireNonNull);
    }

    @Override
    public void committed(ClientChange change) {
        if (change instanceof ClientChange.Renew renewal) {
            clients.renewed(renewal);
        }
    }
}
