package io.sallyport.gateway.net;

import java.util.Arrays;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

/**
 * The framing of the listener: however a stream is cut into reads, the same messages come out of
 * it, whole and in order, until it is refused; nothing leaks.
 */
class FrameFuzzTest {
    /** The first byte says how many bytes the reads have, the rest is the stream. */
    private static final int MESSAGE_BYTES_MAX = 1 << 16;

    @FuzzTest
    void howAStreamIsCutChangesNothing(byte[] data) {
        TimeBound.keep(() -> readWholeAndInPieces(data));
    }

    private static void readWholeAndInPieces(byte[] data) {
        if (data.length < 2) {
            return;
        }
        byte[] stream = Arrays.copyOfRange(data, 1, data.length);
        for (boolean awaitsAnswer : new boolean[]{false, true}) {
            String whole = read(stream, stream.length, awaitsAnswer);
            String inPieces = read(stream, Byte.toUnsignedInt(data[0]) + 1, awaitsAnswer);
            if (!whole.equals(inPieces)) {
                throw new AssertionError("Cut into reads, the stream gives " + inPieces
                        + ", and in one piece " + whole + ".");
            }
        }
    }

    private static String read(byte[] stream, int readBytes, boolean awaitsAnswer) {
        UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
        FrameReader reader = new FrameReader(allocator, MESSAGE_BYTES_MAX,
                () -> awaitsAnswer);
        StringBuilder seen = new StringBuilder();
        try {
            for (int at = 0; at < stream.length; at += readBytes) {
                int length = Math.min(readBytes, stream.length - at);
                reader.feed(Unpooled.wrappedBuffer(stream, at, length));
                for (ByteBuf frame = reader.next(); frame != null; frame = reader.next()) {
                    seen.append(frame.readableBytes()).append(':')
                            .append(Integer.toHexString(frame.hashCode())).append(' ');
                    frame.release();
                }
            }
        } catch (FrameFault fault) {
            seen.append(fault.refusal());
        } finally {
            reader.release();
        }
        if (allocator.metric().usedDirectMemory() != 0) {
            throw new AssertionError("The reader leaks.");
        }
        return seen.toString();
    }
}
