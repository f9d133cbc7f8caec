package io.sallyport.hsm.crypto;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;

import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.memory.MemoryKind;
import io.sallyport.hsm.memory.SecretSegment;

/**
 * The memory in which one thread handles clear bytes: off-heap areas for unwrapped material and
 * for output, and two heap arrays that the ciphers need. {@link #wipe} zeroes what was used.
 * Belongs to one thread.
 */
public final class Workspace implements AutoCloseable {
    private static final KeyAccess ACCESS = KeyAccess.because("material of the current command");
    private static final int HEAP_BYTES_KEPT = 64 << 10;
    private static final int OUTPUT_SPARE_BYTES = 4096;
    private static final int SECOND_KEY_BYTES = 16 << 10;

    private final SecretSegment memory;
    private final MemorySegment material;
    private final MemorySegment secondKey;
    private final MemorySegment output;
    private int materialUsed;
    private int secondKeyUsed;
    private int outputUsed;
    private byte[] first = new byte[HEAP_BYTES_KEPT];
    private byte[] second = new byte[HEAP_BYTES_KEPT];
    private int firstUsed;
    private int secondUsed;

    /** A workspace for material of this length, and output of twice as much. */
    public Workspace(int materialBytes) {
        memory = SecretSegment
                .allocateOrdinary(3L * materialBytes + OUTPUT_SPARE_BYTES + SECOND_KEY_BYTES);
        MemorySegment[] all = new MemorySegment[1];
        memory.use(ACCESS, bytes -> all[0] = bytes);
        material = all[0].asSlice(0, materialBytes);
        output = all[0].asSlice(materialBytes, 2L * materialBytes + OUTPUT_SPARE_BYTES);
        secondKey = all[0].asSlice(3L * materialBytes + OUTPUT_SPARE_BYTES, SECOND_KEY_BYTES);
    }

    /** How well the off-heap part is guarded. */
    public MemoryKind kind() {
        return memory.kind();
    }

    /** The place of the first object's material. */
    public MemorySegment material(int length) {
        materialUsed = Math.max(materialUsed, length);
        return material.asSlice(0, length);
    }

    /** The place of a second object's material, for one that wraps the first. */
    public MemorySegment secondKey(int length) {
        secondKeyUsed = Math.max(secondKeyUsed, length);
        return secondKey.asSlice(0, length);
    }

    /** Longest material of a second object. */
    public static int secondKeyBytesMax() {
        return SECOND_KEY_BYTES;
    }

    /** A heap array for input, of at least this length; not zeroed. */
    public byte[] first(int length) {
        if (first.length < length) {
            Arrays.fill(first, 0, firstUsed, (byte) 0);
            first = new byte[length];
        }
        firstUsed = Math.max(firstUsed, length);
        return first;
    }

    /** A heap array for output, of at least this length; not zeroed. */
    public byte[] second(int length) {
        if (second.length < length) {
            Arrays.fill(second, 0, secondUsed, (byte) 0);
            second = new byte[length];
        }
        secondUsed = Math.max(secondUsed, length);
        return second;
    }

    /** Moves bytes into direct memory that lives until the next {@link #wipe}. */
    public ByteBuffer emit(byte[] bytes, int offset, int length) {
        MemorySegment target = output.asSlice(outputUsed, length);
        MemorySegment.copy(bytes, offset, target, ValueLayout.JAVA_BYTE, 0, length);
        outputUsed += length;
        return target.asByteBuffer();
    }

    /** Material as a buffer, without a copy, until the next {@link #wipe}. */
    public ByteBuffer emitMaterial(int length) {
        return material(length).asByteBuffer();
    }

    /** Zeroes everything that was used since the last time. */
    public void wipe() {
        material.asSlice(0, materialUsed).fill((byte) 0);
        secondKey.asSlice(0, secondKeyUsed).fill((byte) 0);
        output.asSlice(0, outputUsed).fill((byte) 0);
        Arrays.fill(first, 0, firstUsed, (byte) 0);
        Arrays.fill(second, 0, secondUsed, (byte) 0);
        materialUsed = 0;
        secondKeyUsed = 0;
        outputUsed = 0;
        firstUsed = 0;
        secondUsed = 0;
        if (first.length > HEAP_BYTES_KEPT) {
            first = new byte[HEAP_BYTES_KEPT];
        }
        if (second.length > HEAP_BYTES_KEPT) {
            second = new byte[HEAP_BYTES_KEPT];
        }
    }

    /** Zeroes and gives back the memory. */
    @Override
    public void close() {
        wipe();
        memory.close();
    }
}
