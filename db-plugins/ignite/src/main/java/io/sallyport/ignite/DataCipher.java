package io.sallyport.ignite;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.apache.ignite.spi.IgniteSpiException;

/**
 * Encrypts what Ignite writes: AES-256 in CBC mode, with a fresh random initialisation vector of
 * one block in front of the ciphertext. Log records are padded (PKCS #5); pages are whole blocks
 * and are not. It is the form of Ignite's own plugin, which reserves exactly this room in a page.
 *
 * <p>
 * Safe for threads: every thread has its own ciphers.
 */
final class DataCipher {
    static final int BLOCK_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ThreadLocal<Cipher> ciphers;

    private DataCipher(String transformation) {
        ciphers = ThreadLocal.withInitial(() -> {
            try {
                return Cipher.getInstance(transformation);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no " + transformation + ".", e);
            }
        });
    }

    static DataCipher ofRecords() {
        return new DataCipher("AES/CBC/PKCS5Padding");
    }

    static DataCipher ofPages() {
        return new DataCipher("AES/CBC/NoPadding");
    }

    /** Length of a record of {@code bytes} bytes once encrypted: vector, data, padding. */
    static int recordBytes(int bytes) {
        return (bytes / BLOCK_BYTES + 2) * BLOCK_BYTES;
    }

    /** Length of a page of {@code bytes} bytes, a multiple of the block, once encrypted. */
    static int pageBytes(int bytes) {
        return (bytes / BLOCK_BYTES + 1) * BLOCK_BYTES;
    }

    void encrypt(ByteBuffer clear, GroupKey key, ByteBuffer encrypted) {
        byte[] vector = new byte[BLOCK_BYTES];
        RANDOM.nextBytes(vector);
        encrypted.put(vector);
        run(Cipher.ENCRYPT_MODE, key, vector, clear, encrypted);
    }

    void decrypt(ByteBuffer encrypted, GroupKey key, ByteBuffer clear) {
        byte[] vector = new byte[BLOCK_BYTES];
        if (encrypted.remaining() < BLOCK_BYTES) {
            throw new IgniteSpiException(
                    "Encrypted data is shorter than its initialisation vector.");
        }
        encrypted.get(vector);
        run(Cipher.DECRYPT_MODE, key, vector, encrypted, clear);
    }

    byte[] decrypt(byte[] encrypted, GroupKey key) {
        if (encrypted.length < BLOCK_BYTES) {
            throw new IgniteSpiException(
                    "Encrypted data is shorter than its initialisation vector.");
        }
        Cipher cipher = ciphers.get();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key.forCipher(),
                    new IvParameterSpec(encrypted, 0, BLOCK_BYTES));
            return cipher.doFinal(encrypted, BLOCK_BYTES, encrypted.length - BLOCK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IgniteSpiException("Data of an encrypted cache can't be decrypted.", e);
        }
    }

    private void run(int mode, GroupKey key, byte[] vector, ByteBuffer from, ByteBuffer to) {
        Cipher cipher = ciphers.get();
        try {
            cipher.init(mode, key.forCipher(), new IvParameterSpec(vector));
            cipher.doFinal(from, to);
        } catch (GeneralSecurityException e) {
            String verb = mode == Cipher.ENCRYPT_MODE ? "encrypted" : "decrypted";
            throw new IgniteSpiException("Data of an encrypted cache can't be " + verb + ".", e);
        }
    }
}
