package io.sallyport.gateway.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.engine.EngineState.Phase;

/**
 * Keeps the engine's process alive: starts it, waits for the line {@code ready}, and when it ends
 * starts it again after a pause that doubles from 100 ms to 5 s and falls back after 30 s of
 * health. One that hangs, breaks the protocol or met an internal error is ended ({@link #end}) and
 * goes the same way, so that one that always fails costs no more than one start in 5 s. The process
 * reads a pipe from here and ends with it. Safe for every thread.
 */
public final class EngineSupervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineSupervisor.class);

    private final Launcher launcher;
    private final Listener listener;
    private final Timing timing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread watcher;
    /** Written under the lock; event loops read it and must not wait for a process to start. */
    private volatile EngineState state = new EngineState(Phase.STARTING, 0, 0, null);
    private @Nullable Process process;
    private @Nullable String endedFor;
    private boolean stopping;
    private boolean sealed;

    /** Starts the process; its output is read here. */
    @FunctionalInterface
    public interface Launcher {
        /** Starts it once. */
        Process start() throws IOException;
    }

    /** Who needs to know that the engine serves. Called on the supervisor's thread. */
    @FunctionalInterface
    public interface Listener {
        /**
         * The engine said that it is ready; connects to it.
         *
         * @param pid the process that is ready
         * @throws IOException if it can't be reached: it is ended and started again
         */
        void ready(long pid) throws IOException;

        /**
         * The process ended or did not start, and will be started again unless it was the first.
         *
         * @param served whether it had said that it is ready
         * @param sentence why
         */
        default void ended(boolean served, String sentence) {}
    }

    /**
     * Times of a supervisor.
     *
     * @param readyTimeout from the start to the line {@code ready}
     * @param pauseMin before the first restart
     * @param pauseMax before any restart
     * @param healthy after this long in service the pause falls back to the first
     * @param stopTimeout from the end of the pipe to the end by force
     */
    public record Timing(Duration readyTimeout, Duration pauseMin, Duration pauseMax,
            Duration healthy, Duration stopTimeout) {

        /** What is good for nearly everybody. */
        public static final Timing DEFAULT = new Timing(Duration.ofSeconds(20),
                Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30),
                Duration.ofSeconds(5));
    }

    /** A supervisor; {@link #start} makes it work. */
    public EngineSupervisor(Launcher launcher, Listener listener, Timing timing) {
        this.launcher = launcher;
        this.listener = listener;
        this.timing = timing;
        this.watcher = Thread.ofPlatform().daemon().name("engine-supervisor").unstarted(this::run);
    }

    /**
     * Starts the engine and waits until it serves for the first time.
     *
     * @throws IOException with a sentence for the operator if it does not
     */
    public void start() throws IOException, InterruptedException {
        watcher.start();
        lock.lock();
        try {
            while (state.phase() == Phase.STARTING) {
                changed.await();
            }
            if (state.phase() == Phase.READY) {
                return;
            }
        } finally {
            lock.unlock();
        }
        EngineState failed = state();
        close();
        throw new IOException("The engine did not start: " + failed.lastFailure());
    }

    /** What the process does now. */
    public EngineState state() {
        return state;
    }

    /**
     * Ends a process that can't be used any more, so that it is started again. Many may notice at
     * once: the first reason counts. Another process than this is left alone.
     *
     * @param why a clause about the engine without a full stop: {@code it does not answer}
     */
    public void end(long pid, String why) {
        lock.lock();
        try {
            Process running = process;
            if (running == null || endedFor != null || stopping || sealed) {
                return;
            }
            if (running.pid() == pid && running.isAlive()) {
                endedFor = why;
                LOG.warn("The engine (process {}) is ended: {}.", pid, why);
                running.toHandle().destroyForcibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the process and starts none until {@link #unseal()}; returns when it is gone.
     *
     * @throws IOException if it is sealed already, or the gateway stops
     */
    public void seal() throws IOException, InterruptedException {
        Process running;
        lock.lock();
        try {
            if (sealed || stopping) {
                throw new IOException("The engine is sealed already.");
            }
            sealed = true;
            changed.signalAll();
            running = process;
        } finally {
            lock.unlock();
        }
        if (running != null && !endsByItsPipe(running)) {
            running.toHandle().destroyForcibly();
        }
        awaitPhase(Phase.SEALED);
    }

    /**
     * Starts the process again; returns when it has passed its self-tests and serves.
     *
     * @throws IOException if it is not sealed, or with a sentence for the operator if it does not
     *         serve; it is started again and again then
     */
    public void unseal() throws IOException, InterruptedException {
        lock.lock();
        try {
            if (!sealed) {
                throw new IOException("The engine is not sealed.");
            }
            sealed = false;
            state = new EngineState(Phase.STARTING, 0, state.restarts(), state.lastFailure());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        EngineState reached = awaitPhase(Phase.READY);
        if (reached.phase() != Phase.READY) {
            throw new IOException("The engine did not start: " + reached.lastFailure());
        }
    }

    /** Waits for this phase, or for one that tells that it does not come. */
    private EngineState awaitPhase(Phase wanted) throws InterruptedException {
        lock.lock();
        try {
            while (state.phase() != wanted && state.phase() != Phase.STOPPED
                    && !(wanted == Phase.READY && state.phase() == Phase.DOWN)) {
                changed.await();
            }
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Seals: closes the engine's pipe and waits for its end; by force if it takes too long. */
    @Override
    public void close() {
        Process running = stopping();
        try {
            if (running != null && !endsByItsPipe(running)) {
                running.toHandle().destroyForcibly();
            }
            watcher.join();
        } catch (InterruptedException e) {
            if (running != null) {
                running.toHandle().destroyForcibly();
            }
            Thread.currentThread().interrupt();
        }
        become(Phase.STOPPED, 0, null);
    }

    private @Nullable Process stopping() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
            return process;
        } finally {
            lock.unlock();
        }
    }

    private boolean endsByItsPipe(Process running) throws InterruptedException {
        try {
            running.getOutputStream().close();
        } catch (IOException e) {
            return false;
        }
        return running.waitFor(timing.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        Duration pause = timing.pauseMin();
        while (awaitUnsealed()) {
            long startedNanos = System.nanoTime();
            End end = runOnce();
            if (isStopping()) {
                return;
            }
            if (isSealed()) {
                LOG.info("The engine is sealed.");
                continue;
            }
            listener.ended(end.served, end.sentence);
            become(Phase.DOWN, 0, end.sentence);
            LOG.warn("{} It is started again in {} ms.", end.sentence, pause.toMillis());
            if (System.nanoTime() - startedNanos >= timing.healthy().toNanos()) {
                pause = timing.pauseMin();
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(timing.pauseMax()) > 0
                    ? timing.pauseMax()
                    : pause.multipliedBy(2);
        }
    }

    /** Rests while the engine is sealed; false if the gateway stops. */
    private boolean awaitUnsealed() {
        lock.lock();
        try {
            while (sealed && !stopping) {
                become(Phase.SEALED, 0, null);
                changed.await();
            }
            return !stopping;
        } catch (InterruptedException e) {
            stopping = true;
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isSealed() {
        lock.lock();
        try {
            return sealed;
        } finally {
            lock.unlock();
        }
    }

    /** How a process ended, and whether it had been ready. */
    private record End(boolean served, String sentence) {}

    /** Runs the process until it ends. */
    private End runOnce() {
        Process running;
        try {
            running = launch();
        } catch (IOException e) {
            return new End(false, "The engine can't be started: " + e.getMessage() + ".");
        }
        if (running == null) {
            return new End(false, "The gateway stops.");
        }
        EngineOutput output = EngineOutput.of(running);
        boolean isReady = output.awaitReady(timing.readyTimeout());
        if (isReady) {
            try {
                listener.ready(running.pid());
                become(Phase.READY, running.pid(), null);
            } catch (IOException e) {
                running.toHandle().destroyForcibly();
                running.onExit().join();
                return new End(false, String.valueOf(e.getMessage()));
            }
        } else {
            // By its handle: the process's own method would throw away its last words.
            running.toHandle().destroyForcibly();
        }
        int exit = running.onExit().join().exitValue();
        String why = endedFor();
        return new End(isReady, "The engine (process " + running.pid() + ") ended with code "
                + exit + (isReady ? "" : " before it was ready")
                + (why == null ? "" : ", given up because " + why) + output.lastWords() + ".");
    }

    private @Nullable String endedFor() {
        lock.lock();
        try {
            return endedFor;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Process launch() throws IOException {
        lock.lock();
        try {
            if (stopping || sealed) {
                return null;
            }
            Process started = launcher.start();
            process = started;
            endedFor = null;
            int restarts = state.phase() == Phase.DOWN ? state.restarts() + 1 : state.restarts();
            // The first start waits in STARTING; a later one has been DOWN until it is ready.
            Phase phase = state.phase();
            state = new EngineState(phase, started.pid(), restarts, state.lastFailure());
            return started;
        } finally {
            lock.unlock();
        }
    }

    private void rest(Duration pause) {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (!stopping && !sealed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    private void become(Phase phase, long pid, @Nullable String failure) {
        lock.lock();
        try {
            if (state.phase() != Phase.STOPPED) {
                state = new EngineState(phase, pid, state.restarts(),
                        failure == null ? state.lastFailure() : failure);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
