package io.sallyport.kmip.client;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * Clear bytes that their owner wipes: a key, or decrypted data. Not for several threads.
 *
 * <p>No content in {@code toString}; no {@code equals}.
 */
public final class ClearBytes implements AutoCloseable {
    private final byte[] bytes;
    private boolean wiped;

    private ClearBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static ClearBytes copyOf(ByteSlice slice) {
        byte[] bytes = new byte[slice.length()];
        slice.copyTo(ByteBuffer.wrap(bytes));
        return new ClearBytes(bytes);
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /**
     * The bytes themselves, not a copy: they turn to zero on {@link #close}.
     *
     * @throws IllegalStateException if they have been wiped
     */
    public byte[] array() {
        if (wiped) {
            throw new IllegalStateException("The clear bytes have been wiped.");
        }
        return bytes;
    }

    /** Wipes the bytes. */
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        wiped = true;
    }

    @Override
    public String toString() {
        return "ClearBytes[" + bytes.length + " bytes]";
    }
}
