package io.sallyport.gateway.net;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.sallyport.gateway.session.Answer;

/** A request and what became of it. Used on one event loop. */
final class Exchange {

    private final ByteBuf frame;
    private final boolean changesState;
    private boolean started;
    private boolean done;
    private @Nullable Answer answer;

    Exchange(ByteBuf frame, boolean changesState) {
        this.frame = frame;
        this.changesState = changesState;
    }

    ByteBuf frame() {
        return frame;
    }

    boolean changesState() {
        return changesState;
    }

    void start() {
        started = true;
    }

    boolean isRunning() {
        return started && !done;
    }

    /** It is over; without an answer if none may leave. */
    void finish(@Nullable Answer result) {
        done = true;
        answer = result;
    }

    boolean isDone() {
        return done;
    }

    @Nullable
    Answer answer() {
        return answer;
    }

    /** Erases the request and the answer; nothing may use the frame any more. */
    void release() {
        if (answer != null) {
            answer.release();
        }
        frame.release();
    }
}
