package io.sallyport.gateway.rewrap;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.RewrapPort;
import io.sallyport.gateway.port.Rewrapped;
import io.sallyport.gateway.store.TermStore;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.object.WrappedObject;

/**
 * Seals objects anew that older terms seal, batch by batch, each in one transaction with its audit
 * leaf. What is left is what the store says, so that a kill costs nothing but the batch on its way.
 * It gives way to requests: it rests as long as it worked, and while the journal has work. It waits
 * for the engine and the store when they are away. Safe for every thread.
 */
public final class RewrapJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RewrapJob.class);
    /** The actor of what the gateway does by itself. */
    private static final String ACTOR = "gateway";
    private static final String OPERATION = "Rewrap";
    private static final long COMMIT_SECONDS_MAX = 60;
    private static final long YIELD_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final TermStore rows;
    private final RewrapPort engine;
    private final JournalPort journal;
    private final IntSupplier queued;
    private final Clock clock;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread worker;
    private boolean asked = true;
    private volatile boolean stopping;
    private volatile Progress progress = Progress.NOTHING;
    /** Rows of the last walk that are not authentic. */
    private long refused;
    /** Rows that the last run had to leave; they are tried again when somebody asks. */
    private long stuck;

    private RewrapJob(TermStore rows, RewrapPort engine, JournalPort journal, IntSupplier queued,
            Clock clock, Pace pace) {
        this.rows = rows;
        this.engine = engine;
        this.journal = journal;
        this.queued = queued;
        this.clock = clock;
        this.pace = pace;
        this.worker = Thread.ofPlatform().name("sallyport-rewrap").unstarted(this::run);
    }

    /**
     * Starts it; what an earlier process left is done first.
     *
     * @param queued how many submissions wait for the journal
     */
    public static RewrapJob start(TermStore rows, RewrapPort engine, JournalPort journal,
            IntSupplier queued, Clock clock, Pace pace) {
        RewrapJob job = new RewrapJob(rows, engine, journal, queued, clock, pace);
        job.worker.start();
        return job;
    }

    /** Looks for work now, for instance because a term was rotated. */
    public void ask() {
        lock.lock();
        try {
            asked = true;
            Progress now = progress;
            progress = new Progress(true, now.done(), now.left(), now.refused(), now.perSecond(),
                    now.trouble());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How far it is. */
    public Progress progress() {
        return progress;
    }

    /** Ends with the batch on its way. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration backOff = pace.backOff();
        while (!stopping) {
            String trouble = work(take());
            if (trouble == null) {
                backOff = pace.backOff();
                rest(pace.check(), true);
            } else {
                LOG.warn("Re-wrapping waits {} ms: {}", backOff.toMillis(), trouble);
                rest(backOff, false);
                Duration doubled = backOff.multipliedBy(2);
                backOff = doubled.compareTo(pace.backOffMax()) > 0 ? pace.backOffMax() : doubled;
            }
        }
    }

    /** Whether somebody asked for work since it was taken last. */
    private boolean take() {
        lock.lock();
        try {
            boolean taken = asked;
            asked = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does all that there is to do. Returns why it can't go on, or null when it is done.
     *
     * @param every whether to try again what could not be done before
     */
    private @Nullable String work(boolean every) {
        try {
            sealAnew(every);
            return null;
        } catch (InterruptedException e) {
            // Nobody interrupts the worker but a JVM that ends.
            stopping = true;
            return null;
        } catch (EngineFault | IOException | SQLException | TimeoutException e) {
            return wait(String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return wait(String.valueOf(cause.getMessage()));
        } catch (RuntimeException bug) {
            LOG.error("Re-wrapping met an error that nobody foresaw.", bug);
            return wait("it met an error; the log says which.");
        }
    }

    private String wait(String trouble) {
        Progress now = progress;
        progress = new Progress(true, now.done(), now.left(), now.refused(), now.perSecond(),
                trouble);
        return trouble;
    }

    private void sealAnew(boolean every) throws EngineFault, IOException, SQLException,
            InterruptedException, ExecutionException, TimeoutException {
        try (RewrapPort.Lane lane = engine.open()) {
            int inForce = lane.termInForce();
            long older = older(inForce);
            if (older == 0) {
                show(progress.done(), 0, 0, progress.perSecond(), false);
                return;
            }
            Run run = new Run(older);
            boolean worth = older > (every ? 0 : stuck);
            while (worth && !stopping) {
                long before = run.left;
                refused = 0;
                for (int term : rows.counts().headMap(inForce).keySet()) {
                    walk(lane, term, run);
                }
                run.left = older(inForce);
                // What was sealed before a rotation and stored after it needs another walk.
                worth = run.left > refused && run.left < before;
            }
            stuck = stopping ? stuck : run.left;
            run.report(false);
            if (run.done > 0) {
                LOG.info("Sealed {} objects anew under newer terms, {} a second; {} are left.",
                        run.done, Math.round(run.perSecond()), run.left);
            }
        }
    }

    /** What was asked for meanwhile is work that is not done. */
    private void show(long done, long left, long notAuthentic, double perSecond,
            boolean running) {
        lock.lock();
        try {
            progress = new Progress(running || asked, done, left, notAuthentic, perSecond, null);
        } finally {
            lock.unlock();
        }
    }

    private long older(int inForce) throws SQLException {
        SortedMap<Integer, Long> counts = rows.counts();
        return counts.headMap(inForce).values().stream().mapToLong(Long::longValue).sum();
    }

    private void walk(RewrapPort.Lane lane, int term, Run run) throws EngineFault, SQLException,
            InterruptedException, ExecutionException, TimeoutException {
        long after = 0;
        while (!stopping) {
            long begun = System.nanoTime();
            List<TermStore.Row> batch = rows.rows(term, after, pace.objects(), pace.bytes());
            if (batch.isEmpty()) {
                return;
            }
            store(lane, term, batch, run);
            after = batch.getLast().seq();
            run.report(true);
            giveWay(System.nanoTime() - begun);
        }
    }

    private void store(RewrapPort.Lane lane, int term, List<TermStore.Row> batch, Run run)
            throws EngineFault, InterruptedException, ExecutionException, TimeoutException {
        List<Optional<WrappedObject>> answers =
                lane.rewrap(batch.stream().map(TermStore.Row::wrapped)
                        .filter(Objects::nonNull).toList());
        List<Rewrapped> stored = new ArrayList<>();
        List<AuditEvent> events = new ArrayList<>();
        int next = 0;
        for (TermStore.Row row : batch) {
            WrappedObject anew = row.wrapped() == null ? null : answers.get(next++).orElse(null);
            if (anew == null) {
                refused++;
                LOG.error("The object {} can't be sealed anew: it is not authentic.", row.id());
                events.add(event(row.id(), Outcome.FAILED, "Not Authentic"));
            } else {
                stored.add(new Rewrapped(row.seq(), anew, term));
            }
        }
        if (!stored.isEmpty()) {
            events.add(event(stored.size() + " objects, term " + term + " to "
                    + stored.getLast().next().term(), Outcome.SUCCESS, null));
        }
        journal.commit(new Submission(List.of(), List.of(), stored, events)).toCompletionStage()
                .toCompletableFuture().get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS);
        run.done += stored.size();
        run.left -= stored.size();
    }

    private AuditEvent event(String object, Outcome outcome, @Nullable String reason) {
        return new AuditEvent(clock.millis(), ACTOR, null, "local", null, OPERATION, object,
                outcome, reason, true, false, null);
    }

    /** Rests as long as is due, and a while more if the journal has work of others. */
    private void giveWay(long workedNanos) {
        rest(Duration.ofNanos((long) (workedNanos * pace.rest())), false);
        long until = System.nanoTime() + pace.patience().toNanos();
        while (!stopping && queued.getAsInt() > 0 && System.nanoTime() < until) {
            rest(Duration.ofNanos(YIELD_NANOS), false);
        }
    }

    /** Rests for this time, or until it has to stop, or, if that counts, until it is asked. */
    private void rest(Duration time, boolean untilAsked) {
        lock.lock();
        try {
            long nanos = time.toNanos();
            while (!stopping && !(untilAsked && asked) && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }

    /** One run from the first batch to the last. */
    private final class Run {
        private final long begunNanos = System.nanoTime();
        private long done;
        private long left;

        private Run(long left) {
            this.left = left;
            report(left > 0);
        }

        private double perSecond() {
            return done * 1e9 / Math.max(1, System.nanoTime() - begunNanos);
        }

        private void report(boolean running) {
            show(done, left, refused, perSecond(), running);
        }
    }
}
