package io.sallyport.hsm.wire;

import java.nio.ByteBuffer;

/**
 * The outer form of every message: u32 length of what follows, u64 id, u8 opcode, body. All
 * numbers are big-endian.
 */
public final class Frame {
    /** Version of the protocol that both sides must speak. */
    public static final int PROTOCOL_VERSION = 1;
    /** Longest frame, length field included. */
    public static final int BYTES_MAX = 2 << 20;
    /** Length of the length field. */
    public static final int LENGTH_BYTES = 4;
    /** Length field, id and opcode. */
    public static final int HEAD_BYTES = LENGTH_BYTES + 9;

    private Frame() {}

    /**
     * The length of the frame at the buffer's position, length field included, or -1 while that
     * can't be told.
     *
     * @throws WireFault if the length is outside the budget; nothing was allocated for it
     */
    public static int lengthAt(ByteBuffer in) throws WireFault {
        if (in.remaining() < LENGTH_BYTES) {
            return -1;
        }
        int length = in.getInt(in.position());
        if (length < HEAD_BYTES - LENGTH_BYTES || length > BYTES_MAX - LENGTH_BYTES) {
            throw new WireFault(WireFault.Flaw.FRAME_LENGTH);
        }
        return LENGTH_BYTES + length;
    }

    /** Whether a whole frame stands at the buffer's position. */
    public static boolean isWhole(ByteBuffer in) throws WireFault {
        int length = lengthAt(in);
        return length >= 0 && length <= in.remaining();
    }

    /** The next whole frame without its length field; the buffer moves behind it. */
    public static ByteBuffer next(ByteBuffer in) throws WireFault {
        int length = lengthAt(in);
        ByteBuffer frame = in.slice(in.position() + LENGTH_BYTES, length - LENGTH_BYTES);
        in.position(in.position() + length);
        return frame;
    }

    /** Zeroes the bytes of a buffer from one index up to another. */
    public static void wipe(ByteBuffer buffer, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            buffer.putLong(i, 0);
        }
        for (; i < to; i++) {
            buffer.put(i, (byte) 0);
        }
    }
}
