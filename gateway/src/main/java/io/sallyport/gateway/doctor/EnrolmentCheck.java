package io.sallyport.gateway.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.sallyport.gateway.port.EnrolledCertificate;

/** Whether a client is enrolled, and for how long. Stateless. */
public final class EnrolmentCheck {
    private static final Duration SOON = Duration.ofDays(14);

    private EnrolmentCheck() {}

    /**
     * What is wrong with a client.
     *
     * @param certificates all certificates of all clients
     */
    public static List<Finding> findings(String client, List<EnrolledCertificate> certificates,
            Instant now) {
        List<EnrolledCertificate> own = certificates.stream()
                .filter(one -> one.client().equals(client)).toList();
        if (own.isEmpty()) {
            return List.of(new EnrolmentFinding.ClientUnknown(client));
        }
        for (EnrolledCertificate one : own) {
            if (one.revokedAt() != null) {
                return List.of(new EnrolmentFinding.ClientRevoked(client,
                        Instant.ofEpochSecond(one.revokedAt())));
            }
        }
        Instant last = Instant.ofEpochSecond(
                own.stream().mapToLong(EnrolledCertificate::notAfter).max().orElse(0));
        if (!last.isAfter(now)) {
            return List.of(new EnrolmentFinding.EnrolmentExpired(client, last));
        }
        return last.isBefore(now.plus(SOON))
                ? List.of(new EnrolmentFinding.EnrolmentEnds(client, last))
                : List.of();
    }
}
