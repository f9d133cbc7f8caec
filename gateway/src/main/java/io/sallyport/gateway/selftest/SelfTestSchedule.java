package io.sallyport.gateway.selftest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.hsm.command.EngineFault;

/**
 * Has the engine test itself once a day; the first time a day after the start, because each start
 * tests too. Safe for every thread.
 */
public final class SelfTestSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfTestSchedule.class);
    private static final Duration PERIOD = Duration.ofDays(1);

    private final Timer timer;

    private SelfTestSchedule(Timer timer) {
        this.timer = timer;
    }

    /** What lets time pass. */
    public interface Timer extends AutoCloseable {

        /** Runs a job after each period, one run at a time. The job throws nothing. */
        void every(Duration period, Runnable job);

        /** Starts the job no more. */
        @Override
        void close();

        /** The time of this machine, on a thread of its own. */
        static Timer ofThisMachine() {
            ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sallyport-self-test").factory());
            return new Timer() {
                @Override
                public void every(Duration period, Runnable job) {
                    var _ = scheduler.scheduleAtFixedRate(job, period.toMillis(), period.toMillis(),
                            TimeUnit.MILLISECONDS);
                }

                @Override
                public void close() {
                    scheduler.shutdownNow();
                }
            };
        }
    }

    /** Starts it. */
    public static SelfTestSchedule start(Timer timer, SelfTestRuns runs) {
        timer.every(PERIOD, () -> run(runs));
        return new SelfTestSchedule(timer);
    }

    /** Nothing may end the schedule: what failed today is tried again tomorrow. */
    private static void run(SelfTestRuns runs) {
        try {
            runs.run(EngineRecords.GATEWAY, "schedule");
        } catch (EngineFault e) {
            LOG.error("The daily self-test of the engine failed: {}", e.getMessage());
        } catch (IOException e) {
            LOG.error("The daily self-test of the engine: {}", e.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("The daily self-test met an error that nobody foresaw.", bug);
        }
    }

    /** Runs no more. */
    @Override
    public void close() {
        timer.close();
    }
}
