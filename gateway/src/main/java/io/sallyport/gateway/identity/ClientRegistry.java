package io.sallyport.gateway.identity;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;

/**
 * The enrolled certificates in memory, found by the exact fingerprint and never by a name in the
 * certificate: another valid certificate with the same name is a stranger. Safe for every thread;
 * a revocation is seen by the next {@link #resolve}.
 */
public final class ClientRegistry implements SubjectResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ClientRegistry.class);

    private final Map<String, Entry> byFingerprint = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;

    /** A certificate and its subject; no subject when the role or profile is not known here. */
    private record Entry(EnrolledCertificate certificate, @Nullable Subject subject) {}

    /** A registry that knows these certificates. */
    public ClientRegistry(Collection<EnrolledCertificate> certificates, Clock clock) {
        this.clock = clock;
        certificates.forEach(this::put);
    }

    @Override
    public Optional<Subject> resolve(X509Certificate[] chain) {
        if (chain.length == 0) {
            return Optional.empty();
        }
        try {
            Entry entry = byFingerprint.get(Fingerprint.of(chain[0]));
            if (entry == null || entry.certificate.revokedAt() != null) {
                return Optional.empty();
            }
            chain[0].checkValidity(Date.from(clock.instant()));
            return Optional.ofNullable(entry.subject);
        } catch (CertificateException _) {
            return Optional.empty(); // unreadable, not yet valid, or expired
        }
    }

    /** Adds a certificate, or replaces what is known of it. */
    public void put(EnrolledCertificate certificate) {
        byFingerprint.put(certificate.fingerprint(),
                new Entry(certificate, subject(certificate)));
    }

    /**
     * Refuses every certificate of a client from now on.
     *
     * @param at in seconds since 1970
     */
    public void revokeClient(String client, long at) {
        lock.lock();
        try {
            of(client).forEach(known -> put(known.revoked(at)));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes over a renewal that is committed. Threads may tell of it after a revocation that was
     * committed later: then the new certificate is revoked like the one that it came with.
     */
    public void renewed(ClientChange.Renew renewal) {
        lock.lock();
        try {
            Entry presented = byFingerprint.get(renewal.presented());
            Long revokedAt = presented == null ? null : presented.certificate.revokedAt();
            EnrolledCertificate next = renewal.certificate();
            put(revokedAt == null ? next : next.revoked(revokedAt));
            renewal.givesWay().forEach(byFingerprint::remove);
        } finally {
            lock.unlock();
        }
    }

    /** Whether this certificate is known, revoked or not. */
    boolean knows(String fingerprint) {
        return byFingerprint.containsKey(fingerprint);
    }

    /** The certificates of the client with exactly this name, the oldest first. */
    public List<EnrolledCertificate> of(String client) {
        return all().stream().filter(known -> known.client().equals(client)).toList();
    }

    /** All certificates by client and age, the revoked ones too. */
    public List<EnrolledCertificate> all() {
        return byFingerprint.values().stream().map(Entry::certificate)
                .sorted(Comparator.comparing(EnrolledCertificate::client)
                        .thenComparingLong(EnrolledCertificate::created)
                        .thenComparing(EnrolledCertificate::fingerprint))
                .toList();
    }

    private static @Nullable Subject subject(EnrolledCertificate certificate) {
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(certificate.role())).findFirst();
        Optional<Profile> profile = Profile.named(certificate.profile());
        if (role.isEmpty() || role.get() == Role.OPERATOR || profile.isEmpty()) {
            LOG.warn("Client {} is refused: this version does not know its role '{}' or its"
                    + " profile '{}'.", certificate.client(), certificate.role(),
                    certificate.profile());
            return null;
        }
        return new Subject(certificate.client(), certificate.partition(), role.get(),
                certificate.fingerprint(), profile.get());
    }
}
