package io.sallyport.hsm.crypto;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random bytes for nonces and keys, from the kernel's generator. The JDK buffers them for at
 * most 100 ms, so a restored or cloned machine soon draws its own. Safe for every thread.
 */
public final class NonceSource {
    private static final int CHUNK = 64;

    private final SecureRandom random;

    /** A source on the kernel's generator. */
    public NonceSource() {
        random = CryptoModule.current().random();
    }

    /** Fresh random bytes that are no secret. */
    public byte[] nonce(int length) {
        byte[] nonce = new byte[length];
        random.nextBytes(nonce);
        return nonce;
    }

    /** The generator itself, for algorithms that draw numbers. */
    public SecureRandom random() {
        return random;
    }

    /** Adds entropy to the generator's own, which stays. */
    public void addEntropy(byte[] entropy) {
        random.setSeed(entropy);
    }

    /** Fills off-heap memory with random bytes; their way over the heap is zeroed. */
    public void fill(MemorySegment target) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (long done = 0; done < target.byteSize(); done += CHUNK) {
                random.nextBytes(chunk);
                int length = (int) Math.min(CHUNK, target.byteSize() - done);
                MemorySegment.copy(chunk, 0, target, ValueLayout.JAVA_BYTE, done, length);
            }
        } finally {
            Arrays.fill(chunk, (byte) 0);
        }
    }
}
