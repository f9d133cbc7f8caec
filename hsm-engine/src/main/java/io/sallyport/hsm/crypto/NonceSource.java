package io.sallyport.hsm.crypto;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Random bytes for nonces and keys, from the kernel's generator, under continuous health tests
 * ({@link EntropyHealth}): a source that is broken ends in a {@link SelfTestFailure} instead of
 * bytes. Safe for every thread.
 */
public final class NonceSource {
    private static final int CHUNK = 64;

    private final KernelRandom kernel;
    private final SecureRandom source;
    private final SecureRandom random;

    /** A source on the kernel's generator. */
    public NonceSource() {
        this(KernelRandom.device());
    }

    /** A source on another generator, for tests of what becomes of a broken one. */
    NonceSource(InputStream generator) {
        kernel = new KernelRandom(generator);
        source = new Tested(kernel);
        random = CryptoModule.current().random(source);
    }

    /** Gives the class of the JDK a source of ours. */
    private static final class Tested extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private Tested(KernelRandom kernel) {
            super(kernel, null);
        }
    }

    /**
     * The health tests at the start, over samples that nobody gets.
     *
     * @throws SelfTestFailure if the source is broken
     */
    public void test() {
        synchronized (source) {
            kernel.test();
        }
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
