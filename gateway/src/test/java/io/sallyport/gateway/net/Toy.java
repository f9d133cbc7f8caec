package io.sallyport.gateway.net;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * A processor with a protocol for tests: number, delay in milliseconds, bytes of the answer, whether
 * state changes; 4 bytes each after the header. It answers with the number. A delay below zero
 * waits until {@link #letGo()}.
 */
public final class Toy implements MessageProcessor {

    /** Bytes of the smallest request or answer. */
    public static final int SMALL = 24;

    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger runningMax = new AtomicInteger();
    final AtomicInteger changesBesideOthers = new AtomicInteger();
    private final ConcurrentLinkedQueue<Promise<Void>> held = new ConcurrentLinkedQueue<>();
    private final Vertx vertx;
    private volatile boolean holdsNothing;

    /** Delays with this Vert.x's timers. */
    public Toy(Vertx vertx) {
        this.vertx = vertx;
    }

    /** A request. */
    public static byte[] request(int number, int delayMillis, int answerBytes, boolean changes) {
        return ByteBuffer.allocate(SMALL).putInt(0x42007801).putInt(16).putInt(number)
                .putInt(delayMillis).putInt(answerBytes).putInt(changes ? 1 : 0).array();
    }

    @Override
    public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
        int now = running.incrementAndGet();
        runningMax.accumulateAndGet(now, Math::max);
        int number = frame.getInt(8);
        int delay = frame.getInt(12);
        int bytes = frame.getInt(16);
        if (frame.getInt(20) == 1 && now > 1) {
            changesBesideOthers.incrementAndGet();
        }
        Promise<Void> wait = Promise.promise();
        if (delay < 0) {
            held.add(wait);
            if (holdsNothing) {
                letGo();
            }
        } else if (delay > 0) {
            vertx.setTimer(delay, _ -> wait.complete());
        } else {
            wait.complete();
        }
        return wait.future().map(_ -> {
            running.decrementAndGet();
            // Still there: the frame must live until now.
            return new NumberAnswer(frame.getInt(8) == number ? number : -1, bytes);
        });
    }

    @Override
    public boolean changesState(ByteBuffer frame) {
        return frame.getInt(20) == 1;
    }

    int heldCount() {
        return held.size();
    }

    /** Answers all requests that wait for it, now and from now on. */
    void holdNothing() {
        holdsNothing = true;
        letGo();
    }

    /** Answers all requests that wait for it. */
    void letGo() {
        for (Promise<Void> next = held.poll(); next != null; next = held.poll()) {
            next.complete();
        }
    }

    private record NumberAnswer(int number, int length) implements Answer {
        @Override
        public void writeTo(ByteBuffer out) {
            out.putInt(0x42007B01).putInt(length - 8).putInt(number);
            while (out.hasRemaining()) {
                out.put((byte) number);
            }
        }

        @Override
        public void release() {
            // It holds nothing.
        }
    }
}
