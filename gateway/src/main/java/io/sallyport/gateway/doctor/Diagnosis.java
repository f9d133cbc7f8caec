package io.sallyport.gateway.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.sallyport.gateway.doctor.Finding.Severity;

/**
 * What was looked at, and what was found.
 *
 * @param facts what was seen, in the order in which it was looked at
 * @param findings the gravest first
 */
public record Diagnosis(List<Fact> facts, List<Finding> findings) {

    /**
     * Something that was seen.
     *
     * @param what of a word or two
     * @param text may have parts that a stranger chose: print it with {@link Printable} only
     */
    public record Fact(String what, String text) {}

    /** Copies the lists. */
    public Diagnosis {
        facts = List.copyOf(facts);
        findings = findings.stream().distinct()
                .sorted(Comparator.comparing(Finding::severity)).toList();
    }

    /** Whether nothing is wrong; notes count for nothing. */
    public boolean isHealthy() {
        return findings.stream().allMatch(one -> one.severity() == Severity.NOTE);
    }

    /**
     * Both in one. Where the gateway knows exactly what the database's side can only guess at, the
     * guess goes.
     */
    public Diagnosis and(Diagnosis other) {
        List<Fact> allFacts = new ArrayList<>(facts);
        allFacts.addAll(other.facts);
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        Set<Class<?>> kinds = all.stream().map(Object::getClass).collect(Collectors.toSet());
        all.removeIf(one -> isGuess(one, kinds));
        return new Diagnosis(allFacts, all);
    }

    private static boolean isGuess(Finding one, Set<Class<?>> kinds) {
        if (one instanceof ClientCertificateFinding.ClientNotAccepted) {
            return kinds.contains(EnrolmentFinding.ClientRevoked.class)
                    || kinds.contains(EnrolmentFinding.ClientUnknown.class)
                    || kinds.contains(EnrolmentFinding.EnrolmentExpired.class);
        }
        if (one instanceof KeyFinding.KeyMissing) {
            return kinds.contains(KeyFinding.KeyElsewhere.class);
        }
        return one instanceof ReachFinding.PortRefused
                && kinds.contains(GatewayFinding.GatewayNotRunning.class);
    }
}
