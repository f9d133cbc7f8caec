package io.sallyport.gateway.port;

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
    };
}
