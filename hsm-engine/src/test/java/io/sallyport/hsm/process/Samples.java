package io.sallyport.hsm.process;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.MechanismFamily;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;

/** Headers and buffers for tests. */
public final class Samples {
    /** Header 1 of the vectors in wrapped-object.md. */
    public static final ObjectHeader VECTOR_1 = new ObjectHeader("key-1", "tenant", 1, 2, 1, 3,
            256, 12, KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null,
                    null),
            Protection.EXTRACTABLE, digest(0x5a, 0));
    /** Header 2 of the vectors in wrapped-object.md. */
    public static final ObjectHeader VECTOR_2 = new ObjectHeader("schl\u00fcssel", "mandant",
            (1L << 32) + 1, 8, 7, 0, 0, 0, KeyState.DESTROYED_COMPROMISED,
            new KeyDates(-1, 1L, 2L, 3L, 4L, 5L, 6L, 7L),
            new Protection(true, true, true, true), digest(0xe0, 1));
    /** Header 3 of the vectors in wrapped-object.md. */
    public static final ObjectHeader VECTOR_3 = new ObjectHeader("key-1", "tenant", 1, 2, 1, 3,
            256, 48, KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null,
                    null),
            Protection.ofNew(true, true, MechanismFamily.KEY_WRAP), digest(0x5a, 0));

    private Samples() {}

    /** An active AES key with this mask and protection. */
    public static ObjectHeader aes(String id, int bits, int mask, Protection protection) {
        return new ObjectHeader(id, "tenant", 1, 2, 1, 3, bits, mask, KeyState.ACTIVE,
                new KeyDates(1000, 1000L, null, null, null, null, null, null), protection,
                Sha256.of(new byte[32]));
    }

    /** The command that makes a pair of keys on P-256. */
    static EngineCommand.GeneratePair ecPair() {
        return new EngineCommand.GeneratePair(half("private", 4, 1), half("public", 3, 2), 7);
    }

    private static ObjectHeader half(String id, int objectType, int mask) {
        return new ObjectHeader(id, "tenant", 1, objectType, 1, 6, 256, mask, KeyState.ACTIVE,
                new KeyDates(1000, 1000L, null, null, null, null, null, null),
                Protection.EXTRACTABLE, Sha256.of(new byte[32]));
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

    private static Sha256 digest(int first, int step) {
        byte[] value = new byte[Sha256.BYTES];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) (first + i * step);
        }
        return Sha256.of(value);
    }
}
