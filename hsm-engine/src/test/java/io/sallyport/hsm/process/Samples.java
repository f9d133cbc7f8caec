package io.sallyport.hsm.process;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;

/** Headers and buffers for tests. */
public final class Samples {
    private Samples() {}

    /** An active AES key with this mask and protection. */
    public static ObjectHeader aes(String id, int bits, int mask, Protection protection) {
        return new ObjectHeader(id, "tenant", 1, 2, 1, 3, bits, mask, KeyState.ACTIVE,
                new KeyDates(1000, 1000L, null, null, null, null, null, null), protection,
                Sha256.of(new byte[32]));
    }

    /** The next version in another state. */
    public static ObjectHeader next(ObjectHeader h, KeyState state) {
        return next(h, state, h.usageMask(), h.protection());
    }

    /** The next version with another state, mask and protection. */
    public static ObjectHeader next(ObjectHeader h, KeyState state, int mask,
            Protection protection) {
        return new ObjectHeader(h.id(), h.partition(), h.version() + 1, h.objectType(),
                h.keyFormat(), h.algorithm(), h.lengthBits(), mask, state, h.dates(), protection,
                h.attributesDigest());
    }

    /** Direct memory with these bytes. */
    public static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** The bytes of a buffer; none for null. */
    public static byte[] bytes(@Nullable ByteBuffer buffer) {
        byte[] bytes = new byte[buffer == null ? 0 : buffer.remaining()];
        if (buffer != null) {
            buffer.get(buffer.position(), bytes);
        }
        return bytes;
    }
}
