package io.sallyport.gateway.identity;

import java.util.List;
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

    /** A client that keeps an IV in front of its ciphertext and sends both to Decrypt as one. */
    public static final Profile IV_IN_DATA = new Profile("iv-in-data", false, false);

    /** Whether data without an IV begin with it. */
    public boolean putsIvInData() {
        return equals(IV_IN_DATA);
    }

    /** OpenStack Barbican, whose library calls every symmetric key "Symmetric Key". */
    public static final Profile BARBICAN = new Profile("barbican", false, false);

    /**
     * Whether the names that the client registers objects with are its library's words for their
     * kinds, the same for all, and are not kept.
     */
    public boolean namesByKind() {
        return equals(BARBICAN);
    }

    private static final List<Profile> ALL = List.of(DEFAULT, OASIS, NOTIFIED, IV_IN_DATA,
            BARBICAN);

    /** The profile with this name, byte for byte. */
    public static Optional<Profile> named(String name) {
        return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** The names of all profiles. */
    public static List<String> names() {
        return ALL.stream().map(Profile::name).toList();
    }
}
