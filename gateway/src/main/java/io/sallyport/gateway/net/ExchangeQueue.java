package io.sallyport.gateway.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.AsyncResult;

/**
 * The requests of a connection that have no answer yet, in order. Those that don't change state
 * run concurrently; one that does runs alone. Answers leave in the order of the requests. Used on
 * the connection's event loop.
 */
final class ExchangeQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeQueue.class);

    /** What surely fits in one TLS record as the JDK makes them: it stays below 16 KiB. */
    private static final int RECORD_BYTES = 16_000;

    private final LoopState loop;
    private final MessageProcessor processor;
    private final Subject subject;
    private final String peer;
    private final Runnable onAnswered;
    private final Deque<Exchange> unanswered = new ArrayDeque<>();
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private int running;
    private boolean changing;
    private boolean starting;
    private boolean broken;
    private boolean abandoned;

    /** @param onAnswered called when a request was answered, perhaps out of turn */
    ExchangeQueue(LoopState loop, MessageProcessor processor, Subject subject, String peer,
            Runnable onAnswered) {
        this.loop = loop;
        this.processor = processor;
        this.subject = subject;
        this.peer = peer;
        this.onAnswered = onAnswered;
    }

    /** Requests whose answer was not written. */
    int size() {
        return unanswered.size();
    }

    /** Whether the next request in turn has no answer, and never will. */
    boolean isBroken() {
        return broken;
    }

    /** Takes over a request; {@link #startReady()} starts it. */
    void add(ByteBuf frame) {
        loop.requestBegins();
        boolean changesState;
        try {
            changesState = processor.changesState(view(frame));
        } catch (RuntimeException e) {
            LOG.error("A request could not be looked at; it runs alone.", e);
            changesState = true;
        }
        Exchange exchange = new Exchange(frame, changesState);
        unanswered.add(exchange);
        waiting.add(exchange);
    }

    /** Starts what may run beside what runs already. */
    void startReady() {
        if (starting || waiting.isEmpty()) {
            return;
        }
        starting = true;
        try {
            for (Exchange next = waiting.peek(); next != null && mayStart(next); next = waiting
                    .peek()) {
                waiting.remove();
                start(next);
            }
        } finally {
            starting = false;
        }
    }

    /**
     * Encodes the answers whose turn it is into one buffer: as many as fit in one TLS record, at
     * least one. Null if there is none.
     */
    @Nullable
    ByteBuf encodeReady(ByteBufAllocator allocator) {
        int bytes = readyBytes();
        if (bytes == 0) {
            return null;
        }
        ByteBuf out = allocator.directBuffer(bytes, bytes);
        while (out.writerIndex() < bytes) {
            Exchange exchange = unanswered.remove();
            Answer answer = exchange.answer();
            if (answer == null) {
                throw new IllegalStateException("An answer vanished from its queue.");
            }
            try {
                int length = answer.length();
                answer.writeTo(out.nioBuffer(out.writerIndex(), length));
                out.writerIndex(out.writerIndex() + length);
            } catch (RuntimeException e) {
                LOG.error("An answer to {} could not be encoded; the connection is closed.", peer,
                        e);
                broken = true;
                out.release();
                return null;
            } finally {
                end(exchange);
            }
            loop.metrics().answersOut.increment();
        }
        return out;
    }

    /** Erases all that nobody uses any more; the rest as soon as its processing is over. */
    void abandon() {
        abandoned = true;
        waiting.clear();
        for (Iterator<Exchange> all = unanswered.iterator(); all.hasNext();) {
            Exchange exchange = all.next();
            if (!exchange.isRunning()) {
                all.remove();
                end(exchange);
            }
        }
    }

    private int readyBytes() {
        int bytes = 0;
        for (Exchange exchange : unanswered) {
            Answer answer = exchange.answer();
            if (!exchange.isDone()) {
                return bytes;
            }
            if (answer == null) {
                broken = bytes == 0;
                return bytes;
            }
            int length = answer.length();
            if (bytes > 0 && bytes + length > RECORD_BYTES) {
                return bytes;
            }
            bytes += length;
        }
        return bytes;
    }

    private boolean mayStart(Exchange next) {
        return next.changesState() ? running == 0 : !changing;
    }

    private void start(Exchange exchange) {
        exchange.start();
        running++;
        changing = exchange.changesState();
        loop.run(() -> processor.process(subject, peer, view(exchange.frame())),
                result -> finished(exchange, result));
    }

    private void finished(Exchange exchange, AsyncResult<Answer> result) {
        running--;
        changing = false;
        if (result.failed()) {
            LOG.error("No answer may leave to {}; the connection is closed.", peer,
                    result.cause());
        }
        exchange.finish(result.result());
        if (abandoned) {
            unanswered.remove(exchange);
            end(exchange);
            return;
        }
        onAnswered.run();
        startReady();
    }

    private void end(Exchange exchange) {
        exchange.release();
        loop.requestEnds();
    }

    private static ByteBuffer view(ByteBuf frame) {
        return frame.nioBuffer();
    }
}
