package io.sallyport.gateway.net;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * How many cheap refusals are recorded: for each address some at once and then one each second, and
 * ten times as many in all. A peer that asks over one connection for what is not there costs a
 * record each time; without an end to that it would fill the disk. Safe for every thread.
 */
final class RefusalBudget {
    /** Records of one address at once. */
    static final int BURST = 20;
    /** How many addresses at once may have that many. */
    static final int ADDRESSES = 10;

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SIZE_TO_TIDY = 1_024;

    private final ReentrantLock lock = new ReentrantLock();
    /** Until when the records of an address are paid for; guarded by the lock. */
    private final Map<Object, Long> paidUntil = new HashMap<>();
    private @Nullable Long allPaidUntil;

    /**
     * Takes a record out of the budget; false if nothing is left for the address or for all.
     *
     * @param now as {@link System#nanoTime()} tells it
     */
    boolean take(Object address, long now) {
        lock.lock();
        try {
            long own = next(paidUntil.get(address), now, INTERVAL_NANOS);
            long all = next(allPaidUntil, now, INTERVAL_NANOS / ADDRESSES);
            if (own - now > BURST * INTERVAL_NANOS || all - now > BURST * INTERVAL_NANOS) {
                return false;
            }
            if (paidUntil.size() >= SIZE_TO_TIDY) {
                paidUntil.values().removeIf(until -> until - now <= 0);
            }
            paidUntil.put(address, own);
            allPaidUntil = all;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static long next(@Nullable Long paid, long now, long interval) {
        return (paid == null || paid - now < 0 ? now : paid) + interval;
    }
}
