package io.sallyport.hsm.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;

import io.sallyport.hsm.crypto.JcaBridge.Direction;
import io.sallyport.hsm.crypto.JcaBridge.Job;

/**
 * CMAC (SP 800-38B) with AES or triple DES, on the JDK's CBC. Belongs to one thread.
 */
public final class Cmac {
    private static final int AES_FEEDBACK = 0x87;
    private static final int DES_FEEDBACK = 0x1b;
    private static final byte[] NOTHING = new byte[0];

    private final JcaBridge bridge;

    /** CMAC with this thread's ciphers. */
    public Cmac(JcaBridge bridge) {
        this.bridge = bridge;
    }

    /** The code of these bytes. */
    public byte[] compute(CipherAlgorithm algorithm, KeyView key, byte[] data, int length) {
        return finish(algorithm, key, new byte[algorithm.blockBytes()], data, length);
    }

    /** How many bytes go into {@link #chain} before more data follow; the rest has one or more. */
    static int chainable(CipherAlgorithm algorithm, int length) {
        return length == 0 ? 0 : (length - 1) / algorithm.blockBytes() * algorithm.blockBytes();
    }

    /** The chaining value behind whole blocks that are not the last ones. */
    byte[] chain(CipherAlgorithm algorithm, KeyView key, byte[] chain, byte[] data, int length) {
        if (length == 0) {
            return chain;
        }
        byte[] output = new byte[length];
        try {
            bridge.run(new Job(algorithm == CipherAlgorithm.AES ? Transformation.AES_CBC
                    : Transformation.DES3_CBC, Direction.ENCRYPT, chain, 0, NOTHING, 0, data, 0,
                    length), key, output, 0);
            return Arrays.copyOfRange(output, length - algorithm.blockBytes(), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider refuses a block.", e);
        } finally {
            Arrays.fill(output, (byte) 0);
        }
    }

    /** The code of the last data behind a chaining value. */
    byte[] finish(CipherAlgorithm algorithm, KeyView key, byte[] chain, byte[] data, int length) {
        int block = algorithm.blockBytes();
        int whole = chainable(algorithm, length);
        byte[] last = chain(algorithm, key, chain, data, whole);
        byte[] subkey = chain(algorithm, key, new byte[block], new byte[block], block);
        byte[] end = new byte[block];
        try {
            int rest = length - whole;
            System.arraycopy(data, whole, end, 0, rest);
            doubleInField(subkey);
            if (rest < block) {
                doubleInField(subkey);
                end[rest] = (byte) 0x80;
            }
            for (int i = 0; i < block; i++) {
                end[i] ^= subkey[i];
            }
            return chain(algorithm, key, last, end, block);
        } finally {
            Arrays.fill(subkey, (byte) 0);
            Arrays.fill(end, (byte) 0);
        }
    }

    private static void doubleInField(byte[] block) {
        int feedback = block.length == 16 ? AES_FEEDBACK : DES_FEEDBACK;
        int carry = (block[0] & 0xff) >>> 7;
        for (int i = 0; i < block.length - 1; i++) {
            block[i] = (byte) ((block[i] & 0xff) << 1 | (block[i + 1] & 0xff) >>> 7);
        }
        int last = block.length - 1;
        block[last] = (byte) ((block[last] & 0xff) << 1 ^ (feedback & -carry));
    }
}
