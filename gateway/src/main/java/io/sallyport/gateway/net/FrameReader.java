package io.sallyport.gateway.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Cuts a stream of decrypted bytes into messages: requests, and answers where some are awaited. A
 * message that lies whole in what was read is a view of it; the start of an unfinished one is
 * gathered in a buffer that grows with what really comes, whatever length is announced. For one
 * thread.
 */
final class FrameReader {

    /** Tag (3 bytes), type (1), length (4). */
    static final int HEADER_BYTES = 8;

    /** Tag of a Request Message, and the type of a structure. */
    private static final int REQUEST_MESSAGE = 0x42007801;

    /** The same for a Response Message. */
    private static final int RESPONSE_MESSAGE = 0x42007B01;

    private static final int PART_BYTES_MIN = 512;

    private final ByteBufAllocator allocator;
    private final int messageBytesMax;
    private final BooleanSupplier awaitsAnswer;
    private final Deque<ByteBuf> unread = new ArrayDeque<>();
    private @Nullable ByteBuf part;

    /** @param awaitsAnswer whether the peer may send an answer as well */
    FrameReader(ByteBufAllocator allocator, int messageBytesMax, BooleanSupplier awaitsAnswer) {
        this.allocator = allocator;
        this.messageBytesMax = messageBytesMax;
        this.awaitsAnswer = awaitsAnswer;
    }

    /** Takes over bytes of the stream. */
    void feed(ByteBuf bytes) {
        if (bytes.isReadable()) {
            unread.add(bytes);
        } else {
            bytes.release();
        }
    }

    /** The next whole message, which the caller releases; null if there is none yet. */
    @Nullable
    ByteBuf next() throws FrameFault {
        while (true) {
            ByteBuf bytes = unread.peek();
            if (bytes == null) {
                return null;
            }
            ByteBuf frame = part == null ? whole(bytes) : completed(part, bytes);
            if (!bytes.isReadable()) {
                unread.remove().release();
            }
            if (frame != null) {
                return frame;
            }
        }
    }

    /** Whether a whole message is an answer. */
    static boolean isAnswer(ByteBuf frame) {
        return frame.getInt(frame.readerIndex()) == RESPONSE_MESSAGE;
    }

    /** Whether a message has begun and is not complete. */
    boolean isWithinMessage() {
        return part != null;
    }

    /** Erases everything. */
    void release() {
        unread.forEach(ByteBuf::release);
        unread.clear();
        if (part != null) {
            part.release();
            part = null;
        }
    }

    private @Nullable ByteBuf whole(ByteBuf bytes) throws FrameFault {
        int readable = bytes.readableBytes();
        if (readable >= HEADER_BYTES) {
            int length = frameBytes(bytes);
            if (readable >= length) {
                return bytes.readRetainedSlice(length);
            }
        }
        part = allocator.directBuffer(Math.max(readable, PART_BYTES_MIN), messageBytesMax);
        part.writeBytes(bytes);
        return null;
    }

    private @Nullable ByteBuf completed(ByteBuf begun, ByteBuf bytes) throws FrameFault {
        if (begun.readableBytes() < HEADER_BYTES) {
            move(bytes, begun, HEADER_BYTES - begun.readableBytes());
            if (begun.readableBytes() < HEADER_BYTES) {
                return null;
            }
        }
        int length = frameBytes(begun);
        move(bytes, begun, length - begun.readableBytes());
        if (begun.readableBytes() < length) {
            return null;
        }
        part = null;
        return begun;
    }

    private int frameBytes(ByteBuf bytes) throws FrameFault {
        int start = bytes.readerIndex();
        int kind = bytes.getInt(start);
        if (kind != REQUEST_MESSAGE
                && !(kind == RESPONSE_MESSAGE && awaitsAnswer.getAsBoolean())) {
            throw new FrameFault(Refusal.NOT_A_REQUEST);
        }
        long length = HEADER_BYTES + bytes.getUnsignedInt(start + 4);
        if (length > messageBytesMax) {
            throw new FrameFault(Refusal.MESSAGE_TOO_LONG);
        }
        return (int) length;
    }

    private static void move(ByteBuf from, ByteBuf to, int bytesMax) {
        to.writeBytes(from, Math.min(bytesMax, from.readableBytes()));
    }
}
