package io.sallyport.hsm.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

import io.sallyport.hsm.wire.Frame;

/**
 * Direct memory for outgoing frames; bytes are zeroed once written. Belongs to one thread.
 */
final class SendBuffer {
    private static final int INITIAL_BYTES = 64 << 10;

    private final int bytesMax;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(INITIAL_BYTES);
    private int written;

    SendBuffer(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Whether this many more bytes fit into the budget. */
    boolean admits(long bytes) {
        return pending() + bytes <= bytesMax;
    }

    int pending() {
        return buffer.position() - written;
    }

    /** The buffer, with room for this many bytes at its position. */
    ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            compactOrGrow(bytes);
        }
        return buffer;
    }

    /** Takes back everything from this position. */
    void retreat(int position) {
        Frame.wipe(buffer, position, buffer.position());
        buffer.position(position);
    }

    /** Writes what the channel takes now. Tells whether everything went out. */
    boolean writeTo(WritableByteChannel channel) throws IOException {
        ByteBuffer out = buffer.slice(written, pending());
        int count = channel.write(out);
        Frame.wipe(buffer, written, written + count);
        written += count;
        if (pending() > 0) {
            return false;
        }
        buffer.clear();
        written = 0;
        return true;
    }

    void wipe() {
        Frame.wipe(buffer, 0, buffer.capacity());
        buffer.clear();
        written = 0;
    }

    private void compactOrGrow(int bytes) {
        int pending = pending();
        int capacity = buffer.capacity();
        while (capacity - pending < bytes) {
            capacity *= 2;
        }
        ByteBuffer next = ByteBuffer.allocateDirect(capacity);
        next.put(buffer.slice(written, pending));
        Frame.wipe(buffer, 0, buffer.capacity());
        buffer = next;
        written = 0;
    }
}
