package io.sallyport.gateway.identity;

import java.util.Optional;

/**
 * What a client was enrolled for, beyond its role.
 *
 * @param name as given to {@code client add --profile}
 * @param weakMechanisms whether mechanisms that no new system should use (ECB, unauthenticated
 *        weak ciphers of the published cases) are served to this client
 * @param conformanceTests whether the client runs published cases: it may use the draft of the
 *        next version, and the operation with which a test tells where it begins
 */
public record Profile(String name, boolean weakMechanisms, boolean conformanceTests) {

    /** Every client that asks for nothing else. */
    public static final Profile DEFAULT = new Profile("default", false, false);

    /** A client that runs the published conformance cases. */
    public static final Profile OASIS = new Profile("oasis", true, true);

    /** Whether a user is told of an absent object that it is denied, as the published cases do. */
    public boolean deniesAbsent() {
        return equals(OASIS);
    }

    /** A client that is told of new and changed objects on every connection, unasked. */
    public static final Profile NOTIFIED = new Profile("notified", false, false);

    /** Whether the server tells it of objects without the client having switched roles. */
    public boolean isNotified() {
        return equals(NOTIFIED);
    }

    /** The profile with this name, byte for byte. */
    public static Optional<Profile> named(String name) {
        return switch (name) {
            case "default" -> Optional.of(DEFAULT);
            case "oasis" -> Optional.of(OASIS);
            case "notified" -> Optional.of(NOTIFIED);
            default -> Optional.empty();
        };
    }
}
