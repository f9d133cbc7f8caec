package io.sallyport.gateway.port;

import org.jspecify.annotations.Nullable;

/**
 * A user or a device of a partition that can prove itself with a password.
 *
 * @param partition the tenant that it belongs to
 * @param kind what it is
 * @param name unique among those of its kind in the partition, compared byte for byte
 * @param verifier the salted slow hash of the password, with how it was made
 * @param created when it was added, in seconds since 1970
 * @param administrator whether it makes users and credentials of the partition, and uses no key
 * @param id its Unique Identifier if a client made it, or null
 */
public record EnrolledUser(String partition, UserPort.Kind kind, String name, String verifier,
        long created, boolean administrator, @Nullable String id) {

    /** A user as the operator adds it. */
    public EnrolledUser(String partition, UserPort.Kind kind, String name, String verifier,
            long created) {
        this(partition, kind, name, verifier, created, false, null);
    }

    /** Without the verifier: it is no password, but would allow to try some. */
    @Override
    public String toString() {
        return "EnrolledUser[" + partition + "/" + kind + "/" + name + "]";
    }
}
