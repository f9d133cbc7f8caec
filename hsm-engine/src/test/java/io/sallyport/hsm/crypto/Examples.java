package io.sallyport.hsm.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Ciphertexts and blocks with chosen flaws, for keys of this test. One thread. */
public final class Examples {
    /** How many examples of a kind there are, so that no predictor learns them by heart. */
    private static final int OF_A_KIND = 256;
    private static final int BLOCK = 16;
    private static final int SEMIBLOCK = 8;

    private final Random random = new Random(7);

    /** Random bytes; each run has the same ones. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Examples of a kind. */
    public List<byte[]> many(Supplier<byte[]> example) {
        List<byte[]> many = new ArrayList<>();
        for (int i = 0; i < OF_A_KIND; i++) {
            many.add(example.get());
        }
        return many;
    }

    /** The bytes, one of them changed. */
    public byte[] changed(byte[] bytes, int index) {
        byte[] changed = bytes.clone();
        changed[index] ^= (byte) (1 + random.nextInt(255));
        return changed;
    }

    /** The bytes, and zeros behind them. */
    public static byte[] roomy(byte[] bytes) {
        return Arrays.copyOf(bytes, SymmetricCiphers.roomFor(bytes.length));
    }

    /** A random block whose last {@code count} bytes say so. */
    byte[] padded(int count) {
        byte[] block = bytes(BLOCK);
        Arrays.fill(block, BLOCK - count, BLOCK, (byte) count);
        return block;
    }

    /** Blocks one after another. */
    static byte[] joined(int count, Supplier<byte[]> block) {
        ByteBuffer all = ByteBuffer.allocate(count * BLOCK);
        while (all.hasRemaining()) {
            all.put(block.get());
        }
        return all.array();
    }

    /** AES-CBC without padding. */
    public static byte[] cbc(byte[] key, byte[] iv, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The function W of SP 800-38F over 8 bytes of check value and the data. */
    public static byte[] wrapped(byte[] key, byte[] check, byte[] data) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            byte[] result = Arrays.copyOf(check, SEMIBLOCK + data.length);
            System.arraycopy(data, 0, result, SEMIBLOCK, data.length);
            int semiblocks = data.length / SEMIBLOCK;
            byte[] block = new byte[BLOCK];
            for (int step = 1; step <= 6 * semiblocks; step++) {
                int at = SEMIBLOCK * (1 + (step - 1) % semiblocks);
                System.arraycopy(result, 0, block, 0, SEMIBLOCK);
                System.arraycopy(result, at, block, SEMIBLOCK, SEMIBLOCK);
                byte[] mixed = aes.doFinal(block);
                System.arraycopy(mixed, 0, result, 0, SEMIBLOCK);
                System.arraycopy(mixed, SEMIBLOCK, result, at, SEMIBLOCK);
                result[SEMIBLOCK - 1] ^= (byte) step;
            }
            return result;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
