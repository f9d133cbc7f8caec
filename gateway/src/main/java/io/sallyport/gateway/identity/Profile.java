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

    /** The profile with this name, byte for byte. */
    public static Optional<Profile> named(String name) {
        return switch (name) {
            case "default" -> Optional.of(DEFAULT);
            case "oasis" -> Optional.of(OASIS);
            default -> Optional.empty();
        };
    }
}
