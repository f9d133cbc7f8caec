package io.sallyport.gateway.net.buffer;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.util.concurrent.ScheduledFuture;
import io.netty.util.concurrent.EventExecutor;

/**
 * Erases what calls left on the stack of an event loop. The JVM saves the processor's registers on
 * the stack when compiled code calls a method for the first time, or has to give way; of secret
 * bytes that were copied just before, sixteen or more stand in such a register. What was saved stays
 * below the frames of a thread that has nothing more to do.
 *
 * <p>Some milliseconds after the last call, one task writes zeros over that part of the stack. It
 * runs as the loop's own task, so at a depth that no request goes above. Safe for every thread.
 */
final class StackEraser {

    /** Long enough to cost a busy loop nothing: many requests share one task. */
    private static final int DELAY_MILLIS = 5;

    private final EventExecutor loop;
    private final AtomicBoolean due = new AtomicBoolean();

    StackEraser(EventExecutor loop) {
        this.loop = loop;
    }

    /** Something secret was just used on the loop. */
    void secretWasHere() {
        if (due.get() || !due.compareAndSet(false, true)) {
            return;
        }
        try {
            ScheduledFuture<?> _ = loop.schedule(this::erase, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The loop has ended, and its stack with it.
        }
    }

    private void erase() {
        due.set(false);
        ZeroedFrame.enter();
    }
}
