package io.sallyport.gateway.net;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.net.RefusedPeer.Shown;
import io.sallyport.gateway.net.tls.FirstFlight;

/**
 * Who was refused lately, for people who ask why a database can't connect: one entry for each
 * reason and address, and of each reason the addresses that were refused last. A flood for one
 * reason pushes out nothing of another one, and memory is bounded whatever peers do. It is a help
 * and no record: the audit log has every refusal. Safe for every thread.
 */
final class RefusalHistory {
    /** Addresses that are kept for each reason. */
    static final int PER_REASON_MAX = 32;

    private static final int TEXT_MAX = 256;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    /** By address, the one that was refused longest ago first; guarded by the lock. */
    private final Map<Refusal, Map<String, RefusedPeer>> entries = new EnumMap<>(Refusal.class);

    RefusalHistory(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes down a refusal. */
    void note(Refusal reason, String address, @Nullable X509Certificate certificate,
            FirstFlight flight, @Nullable String detail) {
        long now = clock.millis();
        Shown shown = certificate == null ? null : shown(certificate);
        lock.lock();
        try {
            Map<String, RefusedPeer> ofReason = entries.computeIfAbsent(reason,
                    _ -> new LinkedHashMap<>());
            RefusedPeer before = ofReason.remove(address);
            ofReason.put(address, new RefusedPeer(reason, address,
                    before == null ? now : before.firstMillis(), now,
                    before == null ? 1 : before.count() + 1, flight,
                    detail == null ? null : cut(detail), shown));
            if (ofReason.size() > PER_REASON_MAX) {
                ofReason.remove(ofReason.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    /** All entries, the latest first. */
    List<RefusedPeer> all() {
        List<RefusedPeer> all = new ArrayList<>();
        lock.lock();
        try {
            entries.values().forEach(ofReason -> all.addAll(ofReason.values()));
        } finally {
            lock.unlock();
        }
        all.sort(Comparator.comparingLong(RefusedPeer::lastMillis).reversed());
        return all;
    }

    private static @Nullable Shown shown(X509Certificate certificate) {
        try {
            return new Shown(cut(certificate.getSubjectX500Principal().getName()),
                    cut(certificate.getIssuerX500Principal().getName()),
                    Fingerprint.of(certificate),
                    certificate.getNotBefore().toInstant().toEpochMilli(),
                    certificate.getNotAfter().toInstant().toEpochMilli());
        } catch (CertificateEncodingException _) {
            return null;
        }
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }
}
