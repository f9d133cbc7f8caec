package io.sallyport.gateway.session;

import java.nio.ByteBuffer;

/**
 * An encoded-on-demand response message. The listener calls {@link #length()}, then {@link
 * #writeTo} at most once, then {@link #release()} exactly once, all on one thread.
 */
public interface Answer {

    /** Exact length of the message in bytes. */
    int length();

    /**
     * Writes the whole message.
     *
     * @param out a direct buffer with exactly {@link #length()} bytes remaining
     */
    void writeTo(ByteBuffer out);

    /** Erases and gives back what the answer holds. */
    void release();
}
