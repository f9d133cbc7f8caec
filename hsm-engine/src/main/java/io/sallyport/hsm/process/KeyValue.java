package io.sallyport.hsm.process;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

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
        ByteBuffer in = ByteBuffer.wrap(clear, 0, count);
        try {
            if (enter(in, KEY_VALUE, STRUCTURE) == in.remaining()) {
                return AsymmetricKey.isStructured(format) ? structure(in) : bytes(in);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            // The same fault as for whatever else is wrong.
        }
        throw wrong();
    }

    private static KeyValue structure(ByteBuffer in) throws EngineFault {
        int offset = in.position();
        int length = enter(in, KEY_MATERIAL, STRUCTURE);
        if (length < HEAD_BYTES || length > in.remaining()) {
            throw wrong();
        }
        return new KeyValue(offset, HEAD_BYTES + length);
    }

    private static KeyValue bytes(ByteBuffer in) throws EngineFault {
        int type = in.get(in.position() + 3);
        int length = enter(in, KEY_MATERIAL, type);
        if (type == STRUCTURE) {
            length = enter(in, KEY, BYTE_STRING);
        }
        boolean found = length >= 0 && length <= in.remaining()
                && (type == STRUCTURE || type == BYTE_STRING);
        if (!found) {
            throw wrong();
        }
        return new KeyValue(in.position(), length);
    }

    private static EngineFault wrong() {
        return new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "The ciphertext does not verify.");
    }

    /** Reads the head of an item; its length, or -1 if it is another one. */
    private static int enter(ByteBuffer in, int tag, int type) {
        if (in.remaining() < HEAD_BYTES) {
            return -1;
        }
        return in.getInt() == (tag << 8 | type) ? in.getInt() : -1;
    }
}
