package io.sallyport.gateway.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.admin.AdminClient;
import io.sallyport.gateway.admin.AdminException;
import io.sallyport.gateway.admin.Administration;
import io.sallyport.gateway.admin.ClockStep;
import io.sallyport.gateway.admin.RefusedConnection;
import io.sallyport.gateway.doctor.CertificateCheck;
import io.sallyport.gateway.doctor.ClockFinding.ClockStepped;
import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.Diagnosis.Fact;
import io.sallyport.gateway.doctor.EnrolmentCheck;
import io.sallyport.gateway.doctor.EnrolmentFinding.EnrolmentEnds;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.GatewayCheck;
import io.sallyport.gateway.doctor.GatewayFacts;
import io.sallyport.gateway.doctor.GatewayFacts.OwnCertificate;
import io.sallyport.gateway.doctor.GatewayFinding;
import io.sallyport.gateway.doctor.KeyUse;
import io.sallyport.gateway.doctor.RefusalCheck;
import io.sallyport.gateway.doctor.RequestCheck;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.home.HomeException;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.net.RefusedPeer;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.store.StoreException;
import io.vertx.core.json.JsonObject;

/** Looks at a gateway from its home. For one examination. */
final class HomeExamination {
    /** How the status begins what it says of the engine, which has a finding of its own. */
    private static final String OF_THE_ENGINE = "The engine ";

    private final Subjects subjects;
    private final Clock clock;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Whom and what it is about.
     *
     * @param client name of a client, or null for all
     * @param key name of a key, or null
     * @param since refusals before that are past
     */
    record Subjects(@Nullable String client, @Nullable String key, KeyUse use, Instant since) {}

    private HomeExamination(Subjects subjects, Clock clock) {
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Examines the gateway of this home, whether it runs or not. */
    static Diagnosis of(Path path, Subjects subjects, Clock clock) {
        HomeExamination examination = new HomeExamination(subjects, clock);
        try {
            examination.home(Home.open(path));
        } catch (HomeException | IOException | GeneralSecurityException e) {
            examination.findings
                    .add(new GatewayFinding.HomeUnusable(String.valueOf(e.getMessage())));
        }
        return new Diagnosis(examination.facts, examination.findings);
    }

    private void home(Home home) throws IOException, GeneralSecurityException {
        fact("home", home.path().toString());
        X509Certificate authority = certificate(home, Place.CA_CERTIFICATE);
        certificate(home, Place.SERVER_CERTIFICATE);
        fact("listens on", home.config().listen() + (isLoopback(home.config().listen())
                ? " (reached from this host only)"
                : ""));
        Optional<AdminClient> running = OperatorAccess.running(home);
        try {
            if (running.isPresent()) {
                running(running.get(), authority);
            } else {
                findings.add(new GatewayFinding.GatewayNotRunning(home.path().toString()));
                port(home, home.config().kmipPort(), "kmip.port");
                port(home, home.config().httpsPort(), "https.port");
                enrolled(OperatorAccess.administer(home, Administration::clients));
            }
        } catch (AdminException e) {
            // What can't be audited is not answered: a store in trouble is named already.
            if (findings.stream().noneMatch(GatewayFinding.StoreTrouble.class::isInstance)) {
                findings.add(new GatewayFinding.GatewayStuck(String.valueOf(e.getMessage())));
            }
        } catch (CommandException | HomeException | StoreException e) {
            findings.add(new GatewayFinding.StoreTrouble(String.valueOf(e.getMessage())));
        }
    }

    private X509Certificate certificate(Home home, Place place)
            throws IOException, GeneralSecurityException {
        X509Certificate own = PemFiles.readCertificate(home.path(place));
        String file = home.path().relativize(home.path(place)).toString();
        fact(file, CertificateCheck.subject(own) + ", until " + own.getNotAfter().toInstant());
        findings.addAll(GatewayCheck.certificate(new OwnCertificate(file, own), clock.instant()));
        return own;
    }

    private void running(AdminClient gateway, X509Certificate authority)
            throws AdminException, CommandException {
        JsonObject status = gateway.status();
        fact("gateway", status.getString("version") + ", kmip " + status.getString("kmip")
                + ", https " + status.getString("https"));
        findings.addAll(GatewayCheck.running(gatewayFacts(status)));
        for (ClockStep step : gateway.clockSteps()) {
            findings.add(new ClockStepped(Instant.ofEpochMilli(step.fromMillis()),
                    Instant.ofEpochMilli(step.toMillis())));
        }
        List<EnrolledCertificate> certificates = gateway.clients();
        boolean served = enrolled(certificates);
        RefusalCheck check = new RefusalCheck(CertificateCheck.subject(authority), certificates);
        for (RefusedConnection one : gateway.refusedConnections()) {
            if (isWanted(one.peer(), certificates, served)) {
                findings.add(check.explain(one.listener(), one.peer()));
            }
        }
        gateway.refusedOperations(subjects.client(), subjects.since().toEpochMilli())
                .forEach(one -> findings.add(RequestCheck.explain(one)));
        String client = subjects.client();
        if (client != null && served) {
            findings.addAll(new PartitionExamination(gateway, client, certificates,
                    clock.instant()).run(subjects.key(), subjects.use()));
        }
    }

    /** Looks at the clients' certificates; whether the client that is asked for is in force. */
    private boolean enrolled(List<EnrolledCertificate> certificates) {
        Instant now = clock.instant();
        String client = subjects.client();
        if (client != null) {
            List<Finding> found = EnrolmentCheck.findings(client, certificates, now);
            findings.addAll(found);
            certificates.stream().filter(one -> one.client().equals(client))
                    .forEach(one -> fact("certificate of " + client, "partition "
                            + one.partition() + ", until "
                            + Instant.ofEpochSecond(one.notAfter()) + ", SHA-256 "
                            + one.fingerprint()));
            return found.stream().noneMatch(one -> one.severity() == Finding.Severity.ERROR);
        }
        fact("clients", String.valueOf(certificates.stream().map(EnrolledCertificate::client)
                .distinct().count()));
        // Clients that ended long ago are no news; those that will end are.
        certificates.stream().map(EnrolledCertificate::client).distinct()
                .flatMap(one -> EnrolmentCheck.findings(one, certificates, now).stream())
                .filter(EnrolmentEnds.class::isInstance).forEach(findings::add);
        return false;
    }

    /**
     * Late enough, and not of another client than the one that is asked for; nor of that one, if it
     * is known already why it is refused.
     */
    private boolean isWanted(RefusedPeer peer, List<EnrolledCertificate> certificates,
            boolean served) {
        if (peer.lastMillis() < subjects.since().toEpochMilli()) {
            return false;
        }
        String client = subjects.client();
        RefusedPeer.Shown shown = peer.certificate();
        return client == null || shown == null
                || certificates.stream().noneMatch(
                        one -> one.fingerprint().equals(shown.fingerprint())
                                && !(served && one.client().equals(client)));
    }

    private static GatewayFacts gatewayFacts(JsonObject status) {
        JsonObject engine = status.getJsonObject("engine");
        JsonObject store = status.getJsonObject("store");
        return new GatewayFacts(engine.getString("state"), engine.getBoolean("unsealed"),
                engine.getString("lastFailure"),
                status.getJsonArray("problems").stream().map(String::valueOf)
                        .filter(one -> !one.startsWith(OF_THE_ENGINE)).toList(),
                store.getString("path"), store.getLong("bytesFree"));
    }

    /** Whether a gateway could listen on its port. */
    private void port(Home home, int port, String setting) {
        if (port == 0) {
            return;
        }
        try (ServerSocket free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(new InetSocketAddress(home.config().listen(), port));
        } catch (IOException _) {
            findings.add(new GatewayFinding.PortTaken(port, setting));
        }
    }

    private static boolean isLoopback(String listen) {
        try {
            return InetAddress.getByName(listen).isLoopbackAddress();
        } catch (IOException _) {
            return false;
        }
    }

    private void fact(String what, String text) {
        facts.add(new Fact(what, text));
    }
}
