package io.sallyport.hsm.crypto;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import io.sallyport.hsm.crypto.JcaBridge.Direction;
import io.sallyport.hsm.crypto.JcaBridge.Job;

/**
 * XAES-256-GCM (C2SP): AES-256-GCM with a 192-bit nonce. A key for each nonce is derived as in
 * SP 800-108 (counter mode, CMAC), then AES-256-GCM runs with the nonce's last 96 bits. Nonces may
 * be random. Belongs to one thread.
 */
public final class Xaes256Gcm {
    /** Length of a key. */
    public static final int KEY_BYTES = 32;
    /** Length of a nonce. */
    public static final int NONCE_BYTES = 24;
    /** Length of a tag. */
    public static final int TAG_BYTES = 16;

    private static final int BLOCK = 16;
    private static final int DERIVATION_NONCE_BYTES = 12;
    private static final byte[] NOTHING = new byte[0];

    private final JcaBridge bridge;
    private final MemorySegment derived = Arena.ofAuto().allocate(KEY_BYTES);
    private final byte[] blocks = new byte[2 * BLOCK];
    private final byte[] subkey = new byte[BLOCK];

    /** An instance that uses this thread's ciphers. */
    public Xaes256Gcm(JcaBridge bridge) {
        this.bridge = bridge;
    }

    /**
     * A message: the nonce and then plaintext or ciphertext of {@code length} bytes.
     *
     * @param associatedLength how many bytes of {@code associated} are authenticated
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Message(byte[] nonce, byte[] associated, int associatedLength, byte[] input,
            int offset, int length) {}

    /**
     * Encrypts.
     *
     * @return the number of bytes written: the plaintext's length and the tag's
     */
    public int seal(KeyView key, Message message, byte[] output, int outputOffset) {
        try {
            return run(Direction.ENCRYPT, key, message, output, outputOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider refuses to seal.", e);
        }
    }

    /**
     * Decrypts.
     *
     * @return the length of the plaintext, or -1 if the message is not authentic
     */
    public int open(KeyView key, Message message, byte[] output) {
        if (message.length() < TAG_BYTES) {
            return -1;
        }
        try {
            return run(Direction.DECRYPT, key, message, output, 0);
        } catch (GeneralSecurityException e) {
            return -1;
        }
    }

    private int run(Direction direction, KeyView key, Message message, byte[] output,
            int outputOffset) throws GeneralSecurityException {
        if (key.length() != KEY_BYTES || message.nonce().length != NONCE_BYTES) {
            throw new IllegalArgumentException("A key has 32 bytes and a nonce 24.");
        }
        try {
            derive(key, message.nonce());
            byte[] iv = Arrays.copyOfRange(message.nonce(), DERIVATION_NONCE_BYTES, NONCE_BYTES);
            return bridge.run(new Job(Transformation.AES_GCM, direction, iv, 128,
                    message.associated(), message.associatedLength(), message.input(),
                    message.offset(), message.length()), new KeyView(derived), output,
                    outputOffset);
        } finally {
            derived.fill((byte) 0);
        }
    }

    /** Two CMACs of one block each: AES of (counter, 'X', 0, nonce) combined with the subkey. */
    private void derive(KeyView key, byte[] nonce) throws GeneralSecurityException {
        try {
            Arrays.fill(subkey, (byte) 0);
            ecb(key, subkey, BLOCK);
            doubleInField(subkey);
            for (int i = 0; i < 2; i++) {
                int block = i * BLOCK;
                blocks[block] = 0;
                blocks[block + 1] = (byte) (i + 1);
                blocks[block + 2] = 'X';
                blocks[block + 3] = 0;
                System.arraycopy(nonce, 0, blocks, block + 4, DERIVATION_NONCE_BYTES);
                for (int j = 0; j < BLOCK; j++) {
                    blocks[block + j] ^= subkey[j];
                }
            }
            ecb(key, blocks, 2 * BLOCK);
            MemorySegment.copy(blocks, 0, derived, ValueLayout.JAVA_BYTE, 0, KEY_BYTES);
        } finally {
            Arrays.fill(blocks, (byte) 0);
            Arrays.fill(subkey, (byte) 0);
        }
    }

    private void ecb(KeyView key, byte[] data, int length) throws GeneralSecurityException {
        bridge.run(new Job(Transformation.AES_ECB, Direction.ENCRYPT, null, 0, NOTHING, 0, data, 0,
                length), key, data, 0);
    }

    /** Multiplication by x in the field of CMAC, without a branch on secret bits. */
    private static void doubleInField(byte[] block) {
        int carry = (block[0] & 0xff) >>> 7;
        for (int i = 0; i < BLOCK - 1; i++) {
            block[i] = (byte) ((block[i] & 0xff) << 1 | (block[i + 1] & 0xff) >>> 7);
        }
        block[BLOCK - 1] = (byte) ((block[BLOCK - 1] & 0xff) << 1 ^ (0x87 & -carry));
    }
}
