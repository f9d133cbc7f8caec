package io.sallyport.gateway.session;

import java.nio.ByteBuffer;

/** Memory for requests that outlive their answer. Called on event loops. */
@FunctionalInterface
public interface FrameMemory {

    /** Copies a message into memory that is erased when it is let go of. */
    Held hold(ByteBuffer frame);

    /** A copied message. */
    interface Held {

        /** The message in a direct buffer; valid until {@link #release()}. */
        ByteBuffer frame();

        /** Erases and gives back the memory. Called once, on any thread. */
        void release();
    }
}
