package io.sallyport.gateway.session;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.Held;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.message.PendingRequests;
import io.sallyport.kmip.model.AsynchronousRequest;
import io.sallyport.kmip.model.CancellationResult;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ProcessingStage;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * The submitted requests of this process, in memory only: a restart forgets them, and a Poll is
 * then told that there is no such request. A request waits a while for the client to ask for it
 * or to cancel it, and is then carried out by itself. Safe for every event loop.
 */
final class AsynchronousRequests implements PendingRequests {
    private static final int CORRELATION_BYTES = 16;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private final AsynchronousLimits limits;
    private final Background background;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    /** By correlation value, in the order of submission; guarded by the lock. */
    private final Map<ByteKey, Entry> entries = new LinkedHashMap<>();
    private long bytesHeld;

    AsynchronousRequests(AsynchronousLimits limits, Background background, InstantSource clock) {
        this.limits = limits;
        this.background = background;
        this.clock = clock;
    }

    /** Carries out a request that was held. */
    interface Work extends Function<FrameMemory.Held, Future<ItemResult>> {}

    /** A request on its way; its state is guarded by the lock. */
    private static final class Entry {
        private final Subject owner;
        private final ByteSlice correlation;
        private final Enumerated<Operation> operation;
        private final long submissionMicros;
        private final FrameMemory.Held held;
        private final int bytes;
        private final Work work;
        private final Promise<ItemResult> end = Promise.promise();
        private ProcessingStage stage = ProcessingStage.SUBMITTED;

        Entry(Subject owner, ByteSlice correlation, Enumerated<Operation> operation,
                long submissionMicros, FrameMemory.Held held, Work work) {
            this.owner = owner;
            this.correlation = correlation;
            this.operation = operation;
            this.submissionMicros = submissionMicros;
            this.held = held;
            this.bytes = held.frame().remaining();
            this.work = work;
        }
    }

    /**
     * Takes over a request.
     *
     * @return its correlation value
     * @throws OperationFault if there are too many already; the request is then still the caller's
     */
    ByteSlice submit(Subject owner, Enumerated<Operation> operation, FrameMemory.Held held,
            Work work) throws OperationFault {
        byte[] value = new byte[CORRELATION_BYTES];
        random.nextBytes(value);
        Instant now = clock.instant();
        Entry entry = new Entry(owner, ByteSlice.of(value), operation,
                now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / NANOS_PER_MICRO, held,
                work);
        lock.lock();
        try {
            long own = entries.values().stream().filter(one -> isOf(one, owner)).count();
            if (entries.size() >= limits.requestsMax() || own >= limits.requestsPerClientMax()
                    || bytesHeld + entry.bytes > limits.bytesMax()) {
                throw new OperationFault(ResultReason.GENERAL_FAILURE,
                        "Too many requests wait for their answer; poll or cancel some.");
            }
            entries.put(new ByteKey(entry.correlation), entry);
            bytesHeld += entry.bytes;
        } finally {
            lock.unlock();
        }
        background.after(limits.patience(), () -> begin(entry));
        return entry.correlation;
    }

    @Override
    public Future<Optional<Ended>> poll(Subject subject, ByteSlice correlation) {
        Entry entry = find(subject, correlation);
        if (entry == null) {
            return Future.failedFuture(gone());
        }
        begin(entry);
        Promise<Optional<Ended>> answer = Promise.promise();
        Executor here = background.here();
        Future<ItemResult> end = entry.end.future();
        if (end.isComplete()) {
            taken(entry, answer);
        } else {
            end.onComplete(_ -> here.execute(() -> taken(entry, answer)));
            background.after(limits.pollWait(), () -> answer.tryComplete(Optional.empty()));
        }
        return answer.future();
    }

    @Override
    public boolean process(Subject subject, ByteSlice correlation) {
        Entry entry = find(subject, correlation);
        if (entry != null) {
            begin(entry);
        }
        return entry != null;
    }

    @Override
    public CancellationResult cancel(Subject subject, ByteSlice correlation) {
        lock.lock();
        try {
            Entry entry = entries.get(new ByteKey(correlation));
            if (entry == null || !isOf(entry, subject)) {
                return CancellationResult.UNAVAILABLE;
            }
            return switch (entry.stage) {
                case SUBMITTED -> {
                    forget(entry);
                    entry.held.release();
                    yield CancellationResult.CANCELED;
                }
                case IN_PROCESS -> CancellationResult.UNABLE_TO_CANCEL;
                case COMPLETED -> CancellationResult.COMPLETED;
            };
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<AsynchronousRequest> of(Subject subject) {
        lock.lock();
        try {
            List<AsynchronousRequest> own = new ArrayList<>();
            for (Entry entry : entries.values()) {
                if (isOf(entry, subject)) {
                    own.add(new AsynchronousRequest(entry.correlation, entry.operation,
                            entry.submissionMicros, Enumerated.of(entry.stage)));
                }
            }
            return own;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Enumerated<Operation> operation(Subject subject, ByteSlice correlation) {
        Entry entry = find(subject, correlation);
        return entry == null ? null : entry.operation;
    }

    private void begin(Entry entry) {
        lock.lock();
        try {
            if (entry.stage != ProcessingStage.SUBMITTED || !isKnown(entry)) {
                return;
            }
            entry.stage = ProcessingStage.IN_PROCESS;
        } finally {
            lock.unlock();
        }
        entry.work.apply(entry.held).onComplete(done -> {
            complete(entry);
            if (done.succeeded()) {
                entry.end.complete(done.result());
            } else {
                entry.end.fail(done.cause());
            }
        });
    }

    private void complete(Entry entry) {
        lock.lock();
        try {
            entry.stage = ProcessingStage.COMPLETED;
        } finally {
            lock.unlock();
        }
        forgetLater(entry);
    }

    private void forgetLater(Entry entry) {
        background.after(limits.resultLife(), () -> {
            if (take(entry)) {
                letGo(entry, entry.end.future().result());
            }
        });
    }

    /** Keeps a result that no answer could carry, for another Poll and not longer than others. */
    private void giveBack(Entry entry) {
        lock.lock();
        try {
            entries.put(new ByteKey(entry.correlation), entry);
            bytesHeld += entry.bytes;
        } finally {
            lock.unlock();
        }
        forgetLater(entry);
    }

    /** Gives the end to one caller only; the others are told that there is no such request. */
    private void taken(Entry entry, Promise<Optional<Ended>> answer) {
        Future<ItemResult> end = entry.end.future();
        if (answer.future().isComplete()) {
            return;
        }
        if (!take(entry)) {
            answer.tryFail(gone());
        } else if (end.failed()) {
            letGo(entry, null);
            answer.tryFail(end.cause());
        } else {
            answer.tryComplete(Optional.of(ended(entry, end.result())));
        }
    }

    private Ended ended(Entry entry, ItemResult result) {
        Outcome outcome = result.outcome();
        if (outcome == null) {
            letGo(entry, result);
            return new Ended(null, result.faultOrGeneral(), result.run().objectId());
        }
        // The changes are committed already; only the answer is left.
        return new Ended(
                new Outcome(outcome.payload(), List.of(), outcome.identifiers(),
                        outcome.exposed(), outcome.approved(), new Held.EarlierResult(
                                () -> letGo(entry, result), () -> giveBack(entry))),
                null, result.run().objectId());
    }

    private static void letGo(Entry entry, @Nullable ItemResult result) {
        if (result != null && result.outcome() != null) {
            result.outcome().letGo();
        }
        entry.held.release();
    }

    private boolean take(Entry entry) {
        lock.lock();
        try {
            boolean known = isKnown(entry);
            if (known) {
                forget(entry);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Entry find(Subject subject, ByteSlice correlation) {
        lock.lock();
        try {
            Entry entry = entries.get(new ByteKey(correlation));
            return entry != null && isOf(entry, subject) ? entry : null;
        } finally {
            lock.unlock();
        }
    }

    private boolean isKnown(Entry entry) {
        return entries.get(new ByteKey(entry.correlation)) == entry;
    }

    private void forget(Entry entry) {
        entries.remove(new ByteKey(entry.correlation));
        bytesHeld -= entry.bytes;
    }

    private static boolean isOf(Entry entry, Subject subject) {
        return entry.owner.isSameCaller(subject);
    }

    private static OperationFault gone() {
        return new OperationFault(ResultReason.ITEM_NOT_FOUND,
                "The answer of this request was given already.");
    }

    /** Bytes as a key of a map; they are not secret, but nobody else's. */
    private record ByteKey(String hexadecimal) {
        ByteKey(ByteSlice bytes) {
            this(HexFormat.of().formatHex(bytes.toByteArray()));
        }
    }
}
