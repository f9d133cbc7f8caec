package io.sallyport.hsm.process;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.AsymmetricKey;

/**
 * Where the material stands in an unwrapped TTLV Key Value (KMIP 2.1 section 3.1): as a byte
 * string, as the key of a transparent symmetric key, or as the whole structure Key Material with
 * the numbers of another transparent key.
 */
record KeyValue(int offset, int length) {
    private static final int KEY_VALUE = 0x420045;
    private static final int KEY_MATERIAL = 0x420043;
    private static final int KEY = 0x42003f;
    private static final int STRUCTURE = 1;
    private static final int BYTE_STRING = 8;
    private static final int HEAD_BYTES = 8;

    /**
     * Finds it in the first {@code count} bytes.
     *
     * @param format KMIP Key Format Type under which the material is stored
     */
    static KeyValue find(byte[] clear, int count, int format) throws EngineFault {
        KeyValue found = search(clear, count, format);
        if (found == null) {
            throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE,
                    "The ciphertext does not verify.");
        }
        return found;
    }

    /**
     * Refuses to call a part of the material, or more than the material, a Key Value: unwrapped, a
     * part could be found by trying.
     *
     * @param material where all of it stands in the first {@code count} bytes
     * @param format Key Format Type under which it is stored
     */
    static void requireWhole(KeyValue material, byte[] clear, int count, int format)
            throws EngineFault {
        if (!material.equals(search(clear, count, format))) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "What is put around the material does not make it a Key Value.");
        }
    }

    private static @Nullable KeyValue search(byte[] clear, int count, int format) {
        ByteBuffer in = ByteBuffer.wrap(clear, 0, count);
        try {
            if (enter(in, KEY_VALUE, STRUCTURE) == in.remaining()) {
                return AsymmetricKey.isStructured(format) ? structure(in) : bytes(in);
            }
            return null;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static @Nullable KeyValue structure(ByteBuffer in) {
        int offset = in.position();
        int length = enter(in, KEY_MATERIAL, STRUCTURE);
        return length < HEAD_BYTES || length > in.remaining() ? null
                : new KeyValue(offset, HEAD_BYTES + length);
    }

    private static @Nullable KeyValue bytes(ByteBuffer in) {
        int type = in.get(in.position() + 3);
        int length = enter(in, KEY_MATERIAL, type);
        if (type == STRUCTURE) {
            length = enter(in, KEY, BYTE_STRING);
        }
        boolean found = length >= 0 && length <= in.remaining()
                && (type == STRUCTURE || type == BYTE_STRING);
        return found ? new KeyValue(in.position(), length) : null;
    }

    /** Reads the head of an item; its length, or -1 if it is another one. */
    private static int enter(ByteBuffer in, int tag, int type) {
        if (in.remaining() < HEAD_BYTES) {
            return -1;
        }
        return in.getInt() == (tag << 8 | type) ? in.getInt() : -1;
    }
}
