package io.sallyport.hsm.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.HeaderCodec;
import io.sallyport.hsm.object.ObjectFault;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/** The field types of a body: how each is written, measured and read. */
final class Fields {
    private Fields() {}

    static int lengthOf(@Nullable ByteBuffer bytes) {
        return bytes == null ? 1 : 1 + Integer.BYTES + bytes.remaining();
    }

    /** Does not move the position of {@code bytes}; copies direct memory to direct memory. */
    static void putBytes(ByteBuffer out, ByteBuffer bytes) {
        int length = bytes.remaining();
        out.putInt(length).put(out.position(), bytes, bytes.position(), length);
        out.position(out.position() + length);
    }

    static void putOptional(ByteBuffer out, @Nullable ByteBuffer bytes) {
        out.put((byte) (bytes == null ? 0 : 1));
        if (bytes != null) {
            putBytes(out, bytes);
        }
    }

    static void putArray(ByteBuffer out, byte[] bytes) {
        out.putInt(bytes.length).put(bytes);
    }

    static void putText(ByteBuffer out, String text) {
        putArray(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static void putTruth(ByteBuffer out, boolean value) {
        out.put((byte) (value ? 1 : 0));
    }

    static int getByte(ByteBuffer in) throws WireFault {
        need(in, 1);
        return in.get();
    }

    /** A number from 0 to 65,535. */
    static int getShort(ByteBuffer in) throws WireFault {
        need(in, Short.BYTES);
        return in.getShort() & 0xffff;
    }

    static int getInt(ByteBuffer in) throws WireFault {
        need(in, Integer.BYTES);
        return in.getInt();
    }

    static long getLong(ByteBuffer in) throws WireFault {
        need(in, Long.BYTES);
        return in.getLong();
    }

    static boolean getTruth(ByteBuffer in) throws WireFault {
        int value = getByte(in);
        if (value != 0 && value != 1) {
            throw new WireFault(WireFault.Flaw.UNKNOWN_VALUE);
        }
        return value == 1;
    }

    /** A view on the bytes, in the frame's own memory. */
    static ByteBuffer getBytes(ByteBuffer in) throws WireFault {
        int length = getInt(in);
        if (length < 0) {
            throw new WireFault(WireFault.Flaw.FIELD_TRUNCATED);
        }
        need(in, length);
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        return bytes;
    }

    static @Nullable ByteBuffer getOptional(ByteBuffer in) throws WireFault {
        return getTruth(in) ? getBytes(in) : null;
    }

    /** A copy on the heap, for bytes that are no secret. */
    static byte[] getArray(ByteBuffer in) throws WireFault {
        ByteBuffer bytes = getBytes(in);
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }

    static String getText(ByteBuffer in) throws WireFault {
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(getBytes(in)).toString();
        } catch (CharacterCodingException e) {
            throw new WireFault(WireFault.Flaw.TEXT_ENCODING);
        }
    }

    static WrappedObject getObject(ByteBuffer in) throws WireFault {
        try {
            return WrappedObject.parse(getArray(in));
        } catch (ObjectFault e) {
            throw new WireFault(WireFault.Flaw.OBJECT_FORM);
        }
    }

    static @Nullable WrappedObject getOptionalObject(ByteBuffer in) throws WireFault {
        return getTruth(in) ? getObject(in) : null;
    }

    static ObjectHeader getHeader(ByteBuffer in) throws WireFault {
        try {
            return HeaderCodec.decode(getBytes(in));
        } catch (ObjectFault e) {
            throw new WireFault(WireFault.Flaw.OBJECT_FORM);
        }
    }

    static Sha256 getDigest(ByteBuffer in) throws WireFault {
        need(in, Sha256.BYTES);
        byte[] digest = new byte[Sha256.BYTES];
        in.get(digest);
        return Sha256.of(digest);
    }

    static <E extends Enum<E>> E getEnum(ByteBuffer in, E[] values, ToIntFunction<E> codeOf)
            throws WireFault {
        int code = getByte(in);
        for (E value : values) {
            if (codeOf.applyAsInt(value) == code) {
                return value;
            }
        }
        throw new WireFault(WireFault.Flaw.UNKNOWN_VALUE);
    }

    static void end(ByteBuffer in) throws WireFault {
        if (in.hasRemaining()) {
            throw new WireFault(WireFault.Flaw.TRAILING_BYTES);
        }
    }

    private static void need(ByteBuffer in, int length) throws WireFault {
        if (in.remaining() < length) {
            throw new WireFault(WireFault.Flaw.FIELD_TRUNCATED);
        }
    }
}
