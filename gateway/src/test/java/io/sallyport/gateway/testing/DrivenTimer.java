package io.sallyport.gateway.testing;

import java.time.Duration;

import io.sallyport.gateway.selftest.SelfTestSchedule;

/** Time that passes when a test says so. */
public final class DrivenTimer implements SelfTestSchedule.Timer {
    private Runnable job = () -> {
        throw new AssertionError("Nothing was scheduled.");
    };
    private Duration period = Duration.ZERO;
    private boolean closed;

    @Override
    public void every(Duration after, Runnable run) {
        period = after;
        job = run;
    }

    /** Lets one period pass, and the job end. */
    public void tick() {
        job.run();
    }

    /** What the job waits for. */
    public Duration period() {
        return period;
    }

    /** Whether the job is started no more. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
