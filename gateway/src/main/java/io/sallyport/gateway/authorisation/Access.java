package io.sallyport.gateway.authorisation;

import io.sallyport.gateway.identity.Role;

/** Who may ask for an operation at all; each operation names one of these. */
public enum Access {
    /** Whoever has a known certificate: it touches no object. */
    ANYBODY,
    /** Who owns and uses the keys of a partition. */
    CRYPTO_USER,
    /** As {@link #CRYPTO_USER}, and the local operator: it neither reads nor uses material. */
    CRYPTO_USER_OR_OPERATOR,
    /** Who makes the users of a partition, and uses none of its keys. */
    ADMINISTRATOR;

    /** Whether this role has it. */
    boolean includes(Role role) {
        return switch (role) {
            case CRYPTO_USER -> this != ADMINISTRATOR;
            case OPERATOR -> this == ANYBODY || this == CRYPTO_USER_OR_OPERATOR;
            case ADMINISTRATOR -> this == ANYBODY || this == ADMINISTRATOR;
            case AUDITOR, APPLIANCE_USER -> this == ANYBODY;
        };
    }
}
