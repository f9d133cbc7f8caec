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

    /** Proof of what a device runs; since 1.2. */
    record Attestation(Nonce nonce, Enumerated<AttestationType> attestationType,
            @Nullable ByteSlice measurement, @Nullable ByteSlice assertion)
            implements
                Credential {
        @Override
        public Enumerated<CredentialType> type() {
            return Enumerated.of(CredentialType.ATTESTATION);
        }
    }

    /** Since 2.0. */
    record OneTimePassword(String username, @Nullable ByteSlice password,
            ByteSlice oneTimePassword) implements Credential {
        @Override
        public Enumerated<CredentialType> type() {
            return Enumerated.of(CredentialType.ONE_TIME_PASSWORD);
        }

        @Override
        public String toString() {
            return "OneTimePassword[" + username + "]";
        }
    }

    /** A hash over name, password and time, in seconds since 1970; since 2.0. */
    record HashedPassword(String username, long timeStamp,
            @Nullable Enumerated<HashingAlgorithm> hashing, ByteSlice hash)
            implements
                Credential {
        @Override
        public Enumerated<CredentialType> type() {
            return Enumerated.of(CredentialType.HASHED_PASSWORD);
        }

        @Override
        public String toString() {
            return "HashedPassword[" + username + "]";
        }
    }

    /** What Login answered; since 2.0. */
    record OfTicket(Ticket ticket) implements Credential {
        @Override
        public Enumerated<CredentialType> type() {
            return Enumerated.of(CredentialType.TICKET);
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
