package io.sallyport.gateway.identity;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An authenticated caller. Immutable; holds no secret.
 *
 * @param clientName the name it was enrolled under; {@code operator} for the local command line
 * @param partition the tenant whose objects it may reach
 * @param fingerprint SHA-256 of its certificate in lower-case hexadecimal; null for the operator
 * @param profile what it was enrolled for
 * @param user the user of the partition that it proved to act for, or null
 * @param rights what the ticket that it showed is limited to, or null without limit
 */
public record Subject(String clientName, String partition, Role role, @Nullable String fingerprint,
        Profile profile, @Nullable String user, @Nullable TicketRights rights) {

    /** A caller that is known by its certificate alone. */
    public Subject(String clientName, String partition, Role role, @Nullable String fingerprint,
            Profile profile) {
        this(clientName, partition, role, fingerprint, profile, null, null);
    }

    /** Name of the local operator in the audit log. */
    public static final String OPERATOR_NAME = "operator";

    /** The same client acting for a user of its partition, with these rights only. */
    public Subject actingFor(@Nullable String newUser, @Nullable TicketRights newRights) {
        return new Subject(clientName, partition, role, fingerprint, profile, newUser, newRights);
    }

    /** The same as an administrator of the partition, who makes users and uses no key. */
    public Subject administering() {
        return new Subject(clientName, partition, Role.ADMINISTRATOR, fingerprint, profile, user,
                rights);
    }

    /** Whether the other one is the same client, acting for the same user. */
    public boolean isSameCaller(Subject other) {
        return clientName.equals(other.clientName) && partition.equals(other.partition)
                && role == other.role && Objects.equals(user, other.user);
    }

    /** The local operator, acting in a partition. */
    public static Subject operator(String partition) {
        return new Subject(OPERATOR_NAME, partition, Role.OPERATOR, null, Profile.DEFAULT);
    }
}
