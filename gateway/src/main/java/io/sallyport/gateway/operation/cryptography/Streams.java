package io.sallyport.gateway.operation.cryptography;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * Operations whose data come in several parts, between two of them, under the random Correlation
 * Value that the client got. A stream belongs to one client of one partition, is given out once,
 * so that no two parts can go on from the same point, and is forgotten when a part fails, when it
 * was not used for a while, and when the gateway stops. Safe for every thread.
 */
public final class Streams {
    /** How long a client may leave a stream alone. */
    static final long IDLE_SECONDS_MAX = 600;
    /** Streams of one client of a partition at a time. */
    static final int CLIENT_STREAMS_MAX = 32;
    /** Streams of all clients at a time. */
    static final int STREAMS_MAX = 4096;

    private static final int CORRELATION_BYTES = 16;

    private final ReentrantLock lock = new ReentrantLock();
    /** The one that was used longest ago comes first. */
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();
    private final Map<Owner, Integer> counts = new HashMap<>();

    private record Owner(String partition, String client) {
        static Owner of(Subject subject) {
            return new Owner(subject.partition(), subject.clientName());
        }
    }

    private record Kept(Owner owner, Stream stream, long since) {}

    /**
     * What a request carries. A stream that it goes on with is taken out until {@link #keep}.
     *
     * @throws OperationFault if the indicators contradict each other, or there is no such stream
     */
    Portion portion(Call call, Operation operation, @Nullable Boolean init,
            @Nullable Boolean fin, @Nullable ByteSlice correlation) throws OperationFault {
        boolean last = Boolean.TRUE.equals(fin);
        boolean first = Boolean.TRUE.equals(init);
        if (correlation == null) {
            return first && !last ? new Portion(false, null, null) : Portion.WHOLE;
        }
        if (first) {
            throw Faults.invalidField("A first part has no correlation value.");
        }
        UUID id = id(correlation);
        Stream stream = id == null ? null : take(Owner.of(call.subject()), id, call.now());
        if (stream == null || stream.operation() != operation) {
            throw unknown(call.version());
        }
        return new Portion(last, stream, ByteSlice.of(correlation.toByteArray()));
    }

    /**
     * Keeps a stream for its next part.
     *
     * @param portion the part that led to it
     * @return the value to give to the client
     * @throws OperationFault if there are too many
     */
    ByteSlice keep(Call call, Portion portion, Stream stream) throws OperationFault {
        ByteSlice known = portion.correlation();
        UUID id = known == null ? null : id(known);
        if (id == null) {
            id = UUID.randomUUID();
        }
        put(Owner.of(call.subject()), id, stream, call);
        return known == null ? bytes(id) : known;
    }

    private @Nullable Stream take(Owner owner, UUID id, long now) {
        lock.lock();
        try {
            forgetIdle(now);
            Kept found = kept.get(id);
            if (found == null || !found.owner().equals(owner)) {
                return null;
            }
            kept.remove(id);
            forget(owner);
            return found.stream();
        } finally {
            lock.unlock();
        }
    }

    private void put(Owner owner, UUID id, Stream stream, Call call) throws OperationFault {
        lock.lock();
        try {
            forgetIdle(call.now());
            if (counts.getOrDefault(owner, 0) >= CLIENT_STREAMS_MAX
                    || kept.size() >= STREAMS_MAX) {
                throw tooMany(call.version());
            }
            kept.put(id, new Kept(owner, stream, call.now()));
            counts.merge(owner, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    private void forgetIdle(long now) {
        Iterator<Kept> oldest = kept.values().iterator();
        while (oldest.hasNext()) {
            Kept entry = oldest.next();
            if (entry.since() + IDLE_SECONDS_MAX >= now) {
                return;
            }
            oldest.remove();
            forget(entry.owner());
        }
    }

    private void forget(Owner owner) {
        counts.computeIfPresent(owner, (_, count) -> count > 1 ? count - 1 : null);
    }

    private static @Nullable UUID id(ByteSlice correlation) {
        if (correlation.length() != CORRELATION_BYTES) {
            return null;
        }
        ByteBuffer bytes = correlation.asReadOnlyBuffer();
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static ByteSlice bytes(UUID id) {
        return ByteSlice.of(ByteBuffer.allocate(CORRELATION_BYTES)
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array());
    }

    private static OperationFault unknown(KmipVersion version) {
        return new OperationFault(version.atLeast(KmipVersion.V2_0)
                ? ResultReason.INVALID_CORRELATION_VALUE
                : ResultReason.INVALID_FIELD,
                "There is no such operation in several parts, or no longer.");
    }

    private static OperationFault tooMany(KmipVersion version) {
        return new OperationFault(version.atLeast(KmipVersion.V2_0)
                ? ResultReason.SERVER_LIMIT_EXCEEDED
                : ResultReason.GENERAL_FAILURE,
                "Too many operations in several parts are not finished.");
    }
}
