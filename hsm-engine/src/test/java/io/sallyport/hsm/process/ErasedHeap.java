package io.sallyport.hsm.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A process with the engine's flags that leaves copies of a secret on its heap, counts them in its
 * own memory, erases, and counts them again.
 */
final class ErasedHeap {
    private static final int COPIES = 500;
    private static final int SECRET_BYTES = 16;
    private static final int MASK = 0x5a;
    private static final int CHUNK_BYTES = 1 << 16;

    /** The secret under a mask, so that neither this nor the search for it is a copy. */
    private final byte[] masked = new byte[SECRET_BYTES];
    private final List<byte[]> copies = new ArrayList<>();

    private ErasedHeap() {
        new SecureRandom().nextBytes(masked);
    }

    /** Prints how many copies there were before and after. */
    public static void main(String[] arguments) throws IOException {
        ErasedHeap heap = new ErasedHeap();
        heap.leave();
        int before = heap.count();
        HeapEraser.erase();
        System.out.println(before + " " + heap.count());
    }

    /** Some that the collector moved while they were in use, and some that it never saw. */
    private void leave() {
        copy();
        System.gc();
        copies.clear();
        copy();
        copies.clear();
    }

    private void copy() {
        for (int i = 0; i < COPIES; i++) {
            byte[] secret = new byte[SECRET_BYTES];
            for (int j = 0; j < SECRET_BYTES; j++) {
                secret[j] = (byte) (masked[j] ^ MASK);
            }
            copies.add(secret);
        }
    }

    private int count() throws IOException {
        int count = 0;
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
        try (RandomAccessFile file = new RandomAccessFile("/proc/self/mem", "r")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
                if (line.contains(" rw-p ") && !line.contains("[v")) {
                    String[] range = line.substring(0, line.indexOf(' ')).split("-", 2);
                    count += count(file.getChannel(), Long.parseUnsignedLong(range[0], 16),
                            Long.parseUnsignedLong(range[1], 16), chunk);
                }
            }
        }
        return count;
    }

    /** Objects begin at multiples of eight, so that none lies across two chunks unseen. */
    private int count(FileChannel memory, long start, long end, ByteBuffer chunk)
            throws IOException {
        int count = 0;
        for (long at = start; at < end; at += CHUNK_BYTES - Long.BYTES) {
            chunk.clear().limit((int) Math.min(CHUNK_BYTES, end - at));
            try {
                memory.read(chunk, at);
            } catch (IOException unmapped) {
                return count;
            }
            for (int i = 0; i <= chunk.position() - SECRET_BYTES; i += Long.BYTES) {
                count += isSecret(chunk, i) ? 1 : 0;
            }
            MemorySegment.ofBuffer(chunk.clear()).fill((byte) 0);
        }
        return count;
    }

    private boolean isSecret(ByteBuffer chunk, int at) {
        for (int i = 0; i < SECRET_BYTES; i++) {
            if ((chunk.get(at + i) ^ MASK) != masked[i]) {
                return false;
            }
        }
        return true;
    }
}
