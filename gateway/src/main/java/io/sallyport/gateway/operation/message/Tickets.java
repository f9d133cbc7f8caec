package io.sallyport.gateway.operation.message;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * Tickets of Login and Delegated Login (KMIP 2.1 sections 6.1.12, 6.1.30): random values of which
 * only the hash is kept, in memory, for a time and a number of requests. A ticket is good for the
 * client that got it and for no other. A restart forgets them all. Safe for every thread.
 */
public final class Tickets {
    /** Whoever asks for no time gets this. */
    static final long LEASE_SECONDS = 3_600;
    static final long LEASE_SECONDS_MAX = 86_400;
    private static final int VALUE_BYTES = 32;
    private static final int TICKETS_MAX = 8_192;
    private static final int TICKETS_PER_CLIENT_MAX = 64;

    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    /** By the hash of the value, the oldest first; guarded by the lock. */
    private final Map<String, Entry> byHash = new LinkedHashMap<>();

    private static final class Entry {
        private final Subject owner;
        private final long expires;
        private final boolean counted;
        private long left;

        Entry(Subject owner, long expires, @Nullable Integer requests) {
            this.owner = owner;
            this.expires = expires;
            this.counted = requests != null;
            this.left = requests == null ? 0 : requests;
        }
    }

    /**
     * Gives out a ticket.
     *
     * @param owner the client, the user that it acts for, and what the ticket is limited to
     * @param leaseSeconds how long it is good; 0 for the usual time
     * @param requests how many requests it is good for, or null without limit
     * @param now in seconds since 1970
     * @throws OperationFault if the client has too many
     */
    ByteSlice issue(Subject owner, long leaseSeconds, @Nullable Integer requests, long now)
            throws OperationFault {
        byte[] value = new byte[VALUE_BYTES];
        random.nextBytes(value);
        ByteSlice ticket = ByteSlice.of(value);
        long lease = leaseSeconds == 0
                ? LEASE_SECONDS
                : Math.min(leaseSeconds, LEASE_SECONDS_MAX);
        lock.lock();
        try {
            byHash.values().removeIf(entry -> entry.expires <= now);
            long own = byHash.values().stream()
                    .filter(entry -> entry.owner.clientName().equals(owner.clientName())).count();
            if (own >= TICKETS_PER_CLIENT_MAX || byHash.size() >= TICKETS_MAX) {
                throw new OperationFault(ResultReason.GENERAL_FAILURE,
                        "The client has too many tickets; log out of some.");
            }
            byHash.put(hash(ticket), new Entry(owner, now + lease, requests));
        } finally {
            lock.unlock();
        }
        return ticket;
    }

    /**
     * Shows a ticket, which counts as one of its requests.
     *
     * @return the client acting as the ticket says, in the role of who logged in
     * @throws OperationFault if it is not a ticket of this client, has expired, or is used up
     */
    public Subject show(Subject client, ByteSlice ticket, long now) throws OperationFault {
        String hash = hash(ticket);
        lock.lock();
        try {
            Entry entry = byHash.get(hash);
            if (entry == null || !isOf(entry, client) || entry.expires <= now) {
                throw invalid();
            }
            if (entry.counted) {
                if (entry.left <= 0) {
                    throw new OperationFault(ResultReason.USAGE_LIMIT_EXCEEDED,
                            "The ticket is used up.", true);
                }
                entry.left--;
            }
            Subject acting = client.actingFor(entry.owner.user(), entry.owner.rights());
            return entry.owner.role() == Role.ADMINISTRATOR ? acting.administering() : acting;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes a ticket worthless.
     *
     * @throws OperationFault if it is not a ticket of this client
     */
    void revoke(Subject client, ByteSlice ticket) throws OperationFault {
        String hash = hash(ticket);
        lock.lock();
        try {
            Entry entry = byHash.get(hash);
            if (entry == null || !isOf(entry, client)) {
                throw invalid();
            }
            byHash.remove(hash);
        } finally {
            lock.unlock();
        }
    }

    /** How many tickets there are that were not given up. */
    int size() {
        lock.lock();
        try {
            return byHash.size();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isOf(Entry entry, Subject client) {
        return entry.owner.clientName().equals(client.clientName())
                && entry.owner.partition().equals(client.partition());
    }

    private static OperationFault invalid() {
        return new OperationFault(ResultReason.INVALID_TICKET, "The ticket is not valid.", true);
    }

    private static String hash(ByteSlice ticket) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ticket.asReadOnlyBuffer());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", absent);
        }
    }
}
