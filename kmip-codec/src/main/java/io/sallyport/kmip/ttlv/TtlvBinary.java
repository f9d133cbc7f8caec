package io.sallyport.kmip.ttlv;

import java.nio.ByteBuffer;

/**
 * The binary encoding. Decoding is strict: what it accepts, {@link #encode} reproduces bit by bit.
 * Stateless and thread-safe. KMIP 2.1 section 10.1, KMIP 1.4 section 9.1.
 */
public final class TtlvBinary {
    /** Tag, type and length. */
    public static final int HEADER_BYTES = 8;

    private TtlvBinary() {}

    /**
     * Decodes the one item that fills the buffer from its position to its limit, heap or direct.
     * Strings become views on the buffer's memory. On success the position is at the limit, on a
     * fault it is where it was.
     *
     * @throws TtlvFault if the bytes are anything but one well-formed item within the limits
     */
    public static TtlvItem decode(ByteBuffer in, TtlvLimits limits) throws TtlvFault {
        TtlvItem item = new Decoder(in.duplicate(), limits).message();
        in.position(in.limit());
        return item;
    }

    /**
     * The length in bytes, header and padding counted, of the item whose header begins at the
     * buffer's position; the position stays. For cutting frames out of a stream.
     *
     * @throws TtlvFault if fewer than {@link #HEADER_BYTES} bytes are there, or if no item with
     *     this header can be accepted within the limits
     */
    public static int framedLength(ByteBuffer in, TtlvLimits limits) throws TtlvFault {
        return new Decoder(in.duplicate(), limits).framedLength();
    }

    /** The length in bytes of the whole encoding, header and padding counted. */
    public static int encodedLength(TtlvItem item) {
        return Encoder.encodedLength(item);
    }

    /**
     * Writes the item at the buffer's position and moves the position behind it.
     *
     * @throws java.nio.BufferOverflowException if fewer than {@link #encodedLength} bytes remain
     * @throws IllegalArgumentException if the buffer is little-endian
     */
    public static void encode(TtlvItem item, ByteBuffer out) {
        Encoder.encode(item, out);
    }
}
