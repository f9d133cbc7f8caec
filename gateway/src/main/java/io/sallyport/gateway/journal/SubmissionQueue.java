package io.sallyport.gateway.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.journal.JournalException.Kind;

/**
 * What waits for the writer: bounded, first in first out, never dropped. Safe for every thread;
 * one thread drains.
 */
final class SubmissionQueue {
    private final int queuedMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private @Nullable JournalException refusal;

    SubmissionQueue(int queuedMax) {
        this.queuedMax = queuedMax;
    }

    /** Queues a submission, or says why it is refused. */
    @Nullable
    JournalException offer(Pending pending) {
        lock.lock();
        try {
            if (refusal != null) {
                return refusal;
            }
            if (waiting.size() >= queuedMax) {
                return new JournalException(Kind.OVERLOADED,
                        "The journal has " + queuedMax + " submissions waiting.", null);
            }
            waiting.add(pending);
            if (waiting.size() == 1) {
                arrived.signal();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait now. */
    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for submissions and takes them; none means that the queue is closed and empty. */
    List<Pending> drain(int max) {
        lock.lock();
        try {
            while (waiting.isEmpty() && refusal == null) {
                arrived.awaitUninterruptibly();
            }
            List<Pending> group = new ArrayList<>(Math.min(max, waiting.size()));
            while (group.size() < max && !waiting.isEmpty()) {
                group.add(waiting.remove());
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses from now on; what waits can still be drained. The first reason stays. */
    void refuse(JournalException why) {
        lock.lock();
        try {
            if (refusal == null) {
                refusal = why;
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }
}
