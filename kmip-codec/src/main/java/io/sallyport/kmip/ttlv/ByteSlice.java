package io.sallyport.kmip.ttlv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An unchanging view on a run of bytes of somebody's buffer: it owns nothing and copies nothing.
 *
 * <p>A slice that came out of a decoder is valid as long as the decoded frame is; who releases the
 * frame says when that ends. The bytes may be a key: there is no content in {@link #toString}, no
 * equality but {@link #matches}, and only the methods named copy or array make copies. Thread-safe
 * as long as nobody writes to the buffer below.
 */
public final class ByteSlice {
    public static final ByteSlice EMPTY = of(new byte[0]);

    private final ByteBuffer buffer;
    private final int offset;
    private final int length;

    private ByteSlice(ByteBuffer buffer, int offset, int length) {
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    /** A view on the whole array, which is not copied: the caller does not change it any more. */
    public static ByteSlice of(byte[] bytes) {
        return new ByteSlice(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    /** A heap copy of the UTF-8 form of a text; not for secrets. */
    public static ByteSlice ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A view on {@code length} bytes from the absolute index {@code offset}; position and limit of
     * the buffer may change later without harm.
     *
     * @throws IndexOutOfBoundsException if the run does not lie below the buffer's limit
     */
    public static ByteSlice view(ByteBuffer buffer, int offset, int length) {
        return new ByteSlice(buffer.slice(offset, length), 0, length);
    }

    /**
     * As {@link #view}, but for the decoder: the buffer is its own duplicate, whose limit nobody
     * moves, and the bounds are already checked, so that no second buffer object is needed.
     */
    static ByteSlice viewOfPrivate(ByteBuffer duplicate, int offset, int length) {
        return length == 0 ? EMPTY : new ByteSlice(duplicate, offset, length);
    }

    /** The number of bytes. */
    public int length() {
        return length;
    }

    /** The byte at an index below {@link #length}. */
    public byte at(int index) {
        return buffer.get(offset + Objects.checkIndex(index, length));
    }

    /** The part of this slice from {@code from} to before {@code to}; again only a view. */
    public ByteSlice part(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return new ByteSlice(buffer, offset + from, to - from);
    }

    /** Copies all bytes to the target's position and moves that position behind them. */
    public void copyTo(ByteBuffer target) {
        int start = target.position();
        target.put(start, buffer, offset, length);
        target.position(start + length);
    }

    /** A read-only buffer on the same memory: position 0, limit {@link #length}. */
    public ByteBuffer asReadOnlyBuffer() {
        return buffer.slice(offset, length).asReadOnlyBuffer();
    }

    /** A copy on the heap: only for what is known not to be secret. */
    public byte[] toByteArray() {
        byte[] copy = new byte[length];
        buffer.get(offset, copy);
        return copy;
    }

    /** Whether both hold the same bytes; the time depends on the lengths only. */
    public boolean matches(ByteSlice other) {
        if (length != other.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < length; i++) {
            difference |= buffer.get(offset + i) ^ other.buffer.get(other.offset + i);
        }
        return difference == 0;
    }

    /** Only the length: the content may be a key. */
    @Override
    public String toString() {
        return "‹" + length + " bytes›";
    }
}
