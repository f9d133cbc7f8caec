package io.sallyport.gateway.identity;

import org.jspecify.annotations.Nullable;

/**
 * An authenticated caller. Immutable; holds no secret.
 *
 * @param clientName the name it was enrolled under; {@code operator} for the local command line
 * @param partition the tenant whose objects it may reach
 * @param fingerprint SHA-256 of its certificate in lower-case hexadecimal; null for the operator
 * @param profile what it was enrolled for
 */
public record Subject(String clientName, String partition, Role role, @Nullable String fingerprint,
        Profile profile) {

    /** Name of the local operator in the audit log. */
    public static final String OPERATOR_NAME = "operator";

    /** The local operator, acting in a partition. */
    public static Subject operator(String partition) {
        return new Subject(OPERATOR_NAME, partition, Role.OPERATOR, null, Profile.DEFAULT);
    }
}
