package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Who asks, beside the certificate of the connection (KMIP 2.1 section 7.5). Passwords stay byte
 * slices and never become a String.
 */
public sealed interface Credential {

    /** The kind on the wire. */
    Enumerated<CredentialType> type();

    record UsernameAndPassword(String username, @Nullable ByteSlice password)
            implements
                Credential {
        @Override
        public Enumerated<CredentialType> type() {
            return Enumerated.of(CredentialType.USERNAME_AND_PASSWORD);
        }

        @Override
        public String toString() {
            return "UsernameAndPassword[" + username + "]";
        }
    }

    /** Since 1.1. */
    record Device(@Nullable String serialNumber, @Nullable ByteSlice password,
            @Nullable String deviceIdentifier, @Nullable String networkIdentifier,
            @Nullable String machineIdentifier, @Nullable String mediaIdentifier)
            implements
                Credential {
        @Override
        public Enumerated<CredentialType> type() {
            return Enumerated.of(CredentialType.DEVICE);
        }

        @Override
        public String toString() {
            return "Device[" + serialNumber + "]";
        }
    }

    /** A kind whose value this build passes on without looking into it. */
    record Other(Enumerated<CredentialType> type, TtlvItem value) implements Credential {
        @Override
        public String toString() {
            return "Credential[" + type + "]";
        }
    }
}
