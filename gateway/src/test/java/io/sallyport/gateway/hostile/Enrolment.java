package io.sallyport.gateway.hostile;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.journal.Journal;
import io.sallyport.gateway.journal.JournalLimits;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.store.ObjectCache;
import io.sallyport.gateway.store.Store;

/** Certificates of a home's own authority that its command line would not issue. */
final class Enrolment {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Enrolment() {}

    /** A certificate that the authority issued at that time for one day. */
    static Identity issue(Path home, String name, Instant then) throws Exception {
        Home opened = Home.open(home);
        return new CertificateAuthority(
                PemFiles.read(opened.path(Place.CA_CERTIFICATE), opened.path(Place.CA_KEY)),
                Clock.fixed(then, ZoneOffset.UTC))
                .issueClient(name, List.of(), Duration.ofDays(1));
    }

    /** A certificate of another authority, whose name is that of the home's own. */
    static Identity issueElsewhere(Path home, String name) throws Exception {
        String domain = Home.open(home).config().domain().toString();
        return CertificateAuthority.create("Sallyport CA " + domain, Clock.systemUTC())
                .issueClient(name, List.of(), Duration.ofDays(1));
    }

    /** Enrols a certificate as a client, while no gateway runs on the home. */
    static void enrol(Path home, String name, X509Certificate certificate) throws Exception {
        Home opened = Home.open(home);
        EnrolledCertificate enrolled = new EnrolledCertificate(name, "default", "CRYPTO_USER",
                "default", Fingerprint.of(certificate), certificate.getSerialNumber().toString(16),
                certificate.getNotAfter().toInstant().getEpochSecond(),
                certificate.getNotBefore().toInstant().getEpochSecond(), null);
        AuditEvent event = new AuditEvent(System.currentTimeMillis(), "operator", null, "local",
                null, "Enrol Client", name, Outcome.SUCCESS, null, true, false, null);
        try (Store store = Store.open(opened.path(Place.STORE),
                opened.config().domain().toString());
                Journal journal = Journal.open(store, new ObjectCache(0),
                        opened.config().node().toString(), JournalLimits.DEFAULT, _ -> {})) {
            journal.commit(new Submission(List.of(), List.of(new ClientChange.Enrol(enrolled)),
                    List.of(event))).toCompletionStage().toCompletableFuture().get();
        }
    }

    /** The key store of a client with this certificate and key. */
    static KeyStore keyStore(Identity client) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("client", client.key(), PASSWORD,
                new Certificate[]{client.certificate()});
        return keys;
    }
}
