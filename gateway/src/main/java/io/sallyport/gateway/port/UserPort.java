package io.sallyport.gateway.port;

import java.util.Optional;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** Knows the users of partitions and checks their passwords. Safe for every thread. */
public interface UserPort {

    /** Whether the partition has users at all; if not, names and passwords mean nothing there. */
    boolean hasUsers(String partition);

    /**
     * Whether this is the password of a user who may still log in. A wrong password and an unknown
     * user take the same time. The future completes on the caller's context; it fails if too many
     * passwords are being checked already.
     *
     * @param password valid until the future completes
     */
    Future<Boolean> verify(String partition, Kind kind, String name, ByteSlice password);

    /** Whether the partition has this user. */
    boolean isKnown(String partition, Kind kind, String name);

    /** Whether this user is an administrator of its partition. */
    boolean isAdministrator(String partition, Kind kind, String name);

    /** The credential of the partition with this identifier, if there is one. */
    Optional<StoredCredential> credential(String partition, String id);

    /**
     * What is kept of a password. The future completes on the caller's context; it fails if too
     * many passwords are being worked on already, or if this one is empty or no UTF-8.
     *
     * @param password valid until the future completes
     */
    Future<String> verifier(ByteSlice password);

    /** Takes over a change that is committed. */
    void committed(ClientChange change);

    /** What a user is. */
    enum Kind {
        /** A person or a program, with a name. */
        USER,
        /** A device, with a device identifier or a serial number. */
        DEVICE
    }

    /** No partition has users. */
    UserPort NONE = new UserPort() {
        @Override
        public boolean hasUsers(String partition) {
            return false;
        }

        @Override
        public Future<Boolean> verify(String partition, Kind kind, String name,
                ByteSlice password) {
            return Future.succeededFuture(false);
        }

        @Override
        public boolean isKnown(String partition, Kind kind, String name) {
            return false;
        }

        @Override
        public boolean isAdministrator(String partition, Kind kind, String name) {
            return false;
        }

        @Override
        public Optional<StoredCredential> credential(String partition, String id) {
            return Optional.empty();
        }

        @Override
        public Future<String> verifier(ByteSlice password) {
            return Future.failedFuture("Nobody keeps passwords here.");
        }

        @Override
        public void committed(ClientChange change) {
            // Nothing is kept.
        }
    };
}
