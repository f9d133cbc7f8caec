package io.sallyport.hsm.crypto;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The kernel's generator, read without anything in between, so that {@link EntropyHealth} sees the
 * very bytes: the JDK's own reader mixes them with a generator of its own, which would make even a
 * stuck source look sound. Bytes are read ahead for at most 100 ms, so that a restored or cloned
 * machine soon draws its own, and what was given is erased.
 *
 * <p>Entropy that is added goes to the JDK's generator, whose output is from then on mixed into what
 * every source of this process gives; it replaces nothing. Used by {@link SecureRandom}, which
 * serialises the calls.
 */
final class KernelRandom extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;
    private static final int AHEAD_BYTES = 256;
    private static final long AHEAD_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(100);
    /** Whether anybody added entropy. */
    private static volatile boolean seeded;

    private final transient InputStream kernel;
    private final transient EntropyHealth health = new EntropyHealth();
    private final SecureRandom mixed;
    private final byte[] ahead = new byte[AHEAD_BYTES];
    private int left;
    private long readAtNanos;

    /** Reads this generator. */
    KernelRandom(InputStream kernel) {
        this.kernel = kernel;
        try {
            mixed = SecureRandom.getInstance("NativePRNGNonBlocking");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This system has no native random generator.", e);
        }
    }

    /** The one open file of this process. */
    private static final class Device {
        private static final InputStream OPEN = open();

        private static InputStream open() {
            try {
                return new FileInputStream("/dev/urandom");
            } catch (IOException e) {
                throw new UncheckedIOException("This system has no random generator.", e);
            }
        }
    }

    /** The generator of this machine. */
    static InputStream device() {
        return Device.OPEN;
    }

    /**
     * The test at the start: looks at 1024 samples and drops them.
     *
     * @throws SelfTestFailure if the source is broken
     */
    void test() {
        byte[] samples = new byte[EntropyHealth.START_SAMPLES];
        read(samples, samples.length);
        Arrays.fill(samples, (byte) 0);
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
        for (int done = 0; done < bytes.length;) {
            if (left == 0 || System.nanoTime() - readAtNanos > AHEAD_NANOS_MAX) {
                read(ahead, AHEAD_BYTES);
                readAtNanos = System.nanoTime();
                left = AHEAD_BYTES;
            }
            int count = Math.min(left, bytes.length - done);
            int from = AHEAD_BYTES - left;
            System.arraycopy(ahead, from, bytes, done, count);
            Arrays.fill(ahead, from, from + count, (byte) 0);
            left -= count;
            done += count;
        }
        if (seeded) {
            mix(bytes);
        }
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
        mixed.setSeed(seed);
        seeded = true;
    }

    @Override
    protected byte[] engineGenerateSeed(int count) {
        byte[] seed = new byte[count];
        engineNextBytes(seed);
        return seed;
    }

    private void mix(byte[] bytes) {
        byte[] other = new byte[bytes.length];
        mixed.nextBytes(other);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= other[i];
        }
        Arrays.fill(other, (byte) 0);
    }

    /** Reads samples and looks at each; none of them is given out if one of the tests fails. */
    private void read(byte[] samples, int length) {
        boolean sound = false;
        try {
            if (kernel.readNBytes(samples, 0, length) < length) {
                throw SelfTestFailure.of("the random source (it ended)");
            }
            health.check(samples, length);
            sound = true;
        } catch (IOException e) {
            throw SelfTestFailure.of("the random source (it can't be read)");
        } finally {
            if (!sound) {
                Arrays.fill(samples, (byte) 0);
                left = 0;
            }
        }
    }
}
