package io.sallyport.gateway.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.doctor.GatewayFacts.OwnCertificate;

/** Whether a gateway can serve. Stateless. */
public final class GatewayCheck {
    private static final String READY = "READY";
    private static final String SEALED = "SEALED";
    private static final long MEGABYTE = 1L << 20;
    private static final long FREE_BYTES_MIN = 512 * MEGABYTE;
    /** A server's certificate takes longer to renew than a client's: all databases see it. */
    private static final Duration SOON = Duration.ofDays(30);

    private GatewayCheck() {}

    /** What keeps a running gateway from serving. */
    public static List<Finding> running(GatewayFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.enginePhase().equals(SEALED)) {
            findings.add(new GatewayFinding.EngineSealed());
        } else if (!facts.enginePhase().equals(READY) || facts.unsealed() == null) {
            findings.add(new GatewayFinding.EngineDown(facts.enginePhase(),
                    facts.lastFailure() == null
                            ? "it gave no status."
                            : facts.lastFailure()));
        } else if (!facts.unsealed()) {
            findings.add(new GatewayFinding.EngineSealed());
        }
        facts.troubles().forEach(one -> findings.add(new GatewayFinding.StoreTrouble(one)));
        Long free = facts.bytesFree();
        if (free != null && free < FREE_BYTES_MIN) {
            findings.add(new GatewayFinding.DiskLow(facts.storePath(), free / MEGABYTE));
        }
        return findings;
    }

    /** Whether a certificate of the home is good, and for how long. */
    public static List<Finding> certificate(OwnCertificate own, Instant now) {
        Instant from = own.certificate().getNotBefore().toInstant();
        Instant until = own.certificate().getNotAfter().toInstant();
        if (now.isBefore(from) || now.isAfter(until)) {
            return List.of(new GatewayFinding.OwnCertificateOver(own.file(), from, until));
        }
        return until.isBefore(now.plus(SOON))
                ? List.of(new GatewayFinding.OwnCertificateEnds(own.file(), until))
                : List.of();
    }
}
