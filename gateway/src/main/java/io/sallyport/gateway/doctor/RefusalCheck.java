package io.sallyport.gateway.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.net.RefusedPeer;
import io.sallyport.gateway.net.RefusedPeer.Shown;
import io.sallyport.gateway.net.tls.FirstFlight;
import io.sallyport.gateway.net.tls.ServedTls;
import io.sallyport.gateway.port.EnrolledCertificate;

/**
 * Explains connections that a gateway refused. Immutable.
 *
 * @param authority the name of the authority whose certificates are taken
 * @param certificates all certificates of all clients
 */
public record RefusalCheck(String authority, List<EnrolledCertificate> certificates) {
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: ([a-z_]+)");
    private static final List<String> DISTRUST = List.of("unknown_ca", "bad_certificate",
            "certificate_unknown", "certificate_expired", "unsupported_certificate");
    private static final int SUITES_SHOWN = 6;

    /** Copies the list. */
    public RefusalCheck {
        certificates = List.copyOf(certificates);
    }

    /**
     * What a refusal means.
     *
     * @param listener {@code kmip} or {@code https}
     */
    public Finding explain(String listener, RefusedPeer peer) {
        Sighting seen = new Sighting(peer.address(), listener, peer.count(),
                Instant.ofEpochMilli(peer.lastMillis()));
        return switch (peer.reason()) {
            case CERTIFICATE_MISSING -> new RefusalFinding.SawNoCertificate(seen);
            case CERTIFICATE_EXPIRED -> new RefusalFinding.SawExpired(seen, subject(peer),
                    date(peer, true), date(peer, false));
            case CERTIFICATE_UNTRUSTED -> new RefusalFinding.SawUntrusted(seen, subject(peer),
                    peer.certificate() == null ? "another authority"
                            : Printable.cut(peer.certificate().issuer()),
                    authority);
            case CLIENT_UNKNOWN, CLIENT_REVOKED -> unknown(seen, peer);
            case HANDSHAKE_FAILED -> handshake(seen, peer);
            case HANDSHAKE_TIMEOUT -> brokenOff(seen, "said nothing more during its handshake");
            case HANDSHAKE_ABANDONED ->
                brokenOff(seen, "closed the connection during its handshake");
            case READ_TIMEOUT -> brokenOff(seen, "sent half a message and then nothing more");
            case WRITE_TIMEOUT -> brokenOff(seen, "does not read its answers");
            case NOT_A_REQUEST -> new RefusalFinding.SawNoRequest(seen, subject(peer));
            case MESSAGE_TOO_LONG -> new RefusalFinding.SawTooLong(seen, subject(peer));
            case PATH_UNKNOWN, METHOD_UNKNOWN, TYPE_UNKNOWN -> brokenOff(seen,
                    "asked for something that is not served over HTTPS");
            case TOKEN_MISSING -> new RefusalFinding.SawNoToken(seen);
            case TOKEN_REFUSED -> new RefusalFinding.SawWrongToken(seen);
            case CONNECTIONS_EXHAUSTED -> tooMany(seen, "of all clients together");
            case ADDRESS_EXHAUSTED -> tooMany(seen, "of this address");
            case CLIENT_EXHAUSTED -> tooMany(seen, "of this client");
            case MEMORY_EXHAUSTED -> tooMany(seen, "with half messages");
            case REQUESTS_EXHAUSTED -> tooMany(seen, "with requests for what is not served");
        };
    }

    private Finding unknown(Sighting seen, RefusedPeer peer) {
        Shown shown = peer.certificate();
        Optional<EnrolledCertificate> known = certificates.stream().filter(
                one -> shown != null && one.fingerprint().equals(shown.fingerprint())).findFirst();
        return known.isPresent() && known.get().revokedAt() != null
                ? new RefusalFinding.SawRevoked(seen, known.get().client())
                : new RefusalFinding.SawUnknown(seen, subject(peer),
                        shown == null ? "-" : shown.fingerprint());
    }

    private static Finding handshake(Sighting seen, RefusedPeer peer) {
        FirstFlight flight = peer.flight();
        return switch (flight.kind()) {
            case KMIP -> new RefusalFinding.SawPlainKmip(seen);
            case HTTP -> new RefusalFinding.SawOtherProtocol(seen, "HTTP");
            case OTHER -> new RefusalFinding.SawOtherProtocol(seen, "something unknown");
            case NOTHING -> new RefusalFinding.SawHandshakeFail(seen, detail(peer.detail()));
            case TLS -> tls(seen, flight, peer.detail());
        };
    }

    private static Finding tls(Sighting seen, FirstFlight flight, @Nullable String detail) {
        if (!flight.versions().isEmpty()
                && flight.versions().stream().noneMatch(ServedTls.VERSIONS::contains)) {
            return new RefusalFinding.SawOldTls(seen, flight.versions());
        }
        // A suite can be served and still not fit the key of the server: the JDK knows.
        if (flight.suites().stream().noneMatch(ServedTls.SUITES::contains)
                || (detail != null && detail.contains("no cipher suites in common"))) {
            List<String> shown = new ArrayList<>(
                    flight.suites().subList(0, Math.min(SUITES_SHOWN, flight.suites().size())));
            if (flight.suites().size() > SUITES_SHOWN) {
                shown.add("and " + (flight.suites().size() - SUITES_SHOWN) + " more");
            }
            return new RefusalFinding.SawNoCommonSuite(seen, shown,
                    String.join(", ", ServedTls.SUITES));
        }
        Matcher alert = ALERT.matcher(detail == null ? "" : detail);
        return alert.find() && DISTRUST.contains(alert.group(1))
                ? new RefusalFinding.SawClientDistrust(seen, alert.group(1))
                : new RefusalFinding.SawHandshakeFail(seen, detail(detail));
    }

    private static Finding brokenOff(Sighting seen, String when) {
        return new RefusalFinding.SawBrokenOff(seen, when);
    }

    private static Finding tooMany(Sighting seen, String limit) {
        return new RefusalFinding.SawTooMany(seen, limit);
    }

    private static String subject(RefusedPeer peer) {
        return peer.certificate() == null ? "-" : Printable.cut(peer.certificate().subject());
    }

    private static Instant date(RefusedPeer peer, boolean first) {
        Shown shown = peer.certificate();
        if (shown == null) {
            return Instant.EPOCH;
        }
        return Instant.ofEpochMilli(first ? shown.notBefore() : shown.notAfter());
    }

    private static String detail(@Nullable String detail) {
        return detail == null ? "no reason is known" : Printable.cut(detail);
    }
}
