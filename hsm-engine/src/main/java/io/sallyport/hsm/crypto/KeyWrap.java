package io.sallyport.hsm.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.JcaBridge.Block;
import io.sallyport.hsm.crypto.JcaBridge.Direction;
import io.sallyport.hsm.crypto.JcaBridge.Job;

/** AES key wrap with and without padding (SP 800-38F). Belongs to one thread. */
public final class KeyWrap {
    private static final int SEMIBLOCK = 8;
    private static final int ROUNDS = 6;
    private static final byte[] KW_CHECK = HexFormat.of().parseHex("a6a6a6a6a6a6a6a6");
    private static final byte[] KWP_CHECK = HexFormat.of().parseHex("a65959a6");
    private static final byte[] NOTHING = new byte[0];

    private final JcaBridge bridge;

    /** Key wrap with this thread's ciphers. */
    public KeyWrap(JcaBridge bridge) {
        this.bridge = bridge;
    }

    /**
     * Wraps the first {@code length} bytes of {@code input}.
     *
     * @param padded KWP, for every length; else KW, for multiples of 8
     * @return length of the output
     */
    public int wrap(boolean padded, KeyView key, byte[] input, int length, byte[] output)
            throws EngineFault {
        boolean fits = padded ? length > 0
                : length >= 2 * SEMIBLOCK && length % SEMIBLOCK == 0;
        if (!fits) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "NIST key wrap takes 16 bytes or more, in multiples of 8.");
        }
        try {
            return bridge.run(new Job(padded ? Transformation.AES_KWP : Transformation.AES_KW,
                    Direction.ENCRYPT, null, 0, NOTHING, 0, input, 0, length), key, output, 0);
        } catch (GeneralSecurityException e) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The provider refuses to wrap with this key.");
        }
    }

    /**
     * Unwraps the first {@code length} bytes of {@code input}. Whatever does not verify takes the
     * same time: check value, length and padding are read whole and decided about once. The
     * provider's own unwrapping looks at one after another.
     *
     * @param output has room for {@code length} bytes
     * @return length of the output
     * @throws EngineFault with {@link Reason#CRYPTOGRAPHIC_FAILURE} for whatever does not verify
     */
    public int unwrap(boolean padded, KeyView key, byte[] input, int length, byte[] output)
            throws EngineFault {
        int shortest = padded ? 2 * SEMIBLOCK : 3 * SEMIBLOCK;
        if (length < shortest || length % SEMIBLOCK != 0) {
            throw SymmetricCiphers.failure();
        }
        byte[] block = new byte[2 * SEMIBLOCK];
        int bytes = length - SEMIBLOCK;
        try {
            bridge.decryptBlocks(key, cipher -> invert(cipher, input, length, block, output));
            int count = padded ? paddedLength(block, output, bytes)
                    : bytes | -difference(block, KW_CHECK);
            if (count < 0) {
                Arrays.fill(output, 0, bytes, (byte) 0);
                throw SymmetricCiphers.failure();
            }
            return count;
        } catch (GeneralSecurityException e) {
            throw SymmetricCiphers.failure();
        } finally {
            Arrays.fill(block, (byte) 0);
        }
    }

    /**
     * The inverse of W (SP 800-38F, 6.1), or of the one block that is too short for it: the check
     * value goes to the beginning of {@code block}, the rest to {@code output}.
     */
    private static void invert(Block cipher, byte[] input, int length, byte[] block,
            byte[] output) throws GeneralSecurityException {
        int semiblocks = length / SEMIBLOCK - 1;
        System.arraycopy(input, 0, block, 0, SEMIBLOCK);
        System.arraycopy(input, SEMIBLOCK, output, 0, length - SEMIBLOCK);
        if (semiblocks == 1) {
            System.arraycopy(input, 0, block, 0, block.length);
            cipher.transform(block);
            System.arraycopy(block, SEMIBLOCK, output, 0, SEMIBLOCK);
            return;
        }
        for (int step = ROUNDS * semiblocks; step > 0; step--) {
            int at = (step - 1) % semiblocks * SEMIBLOCK;
            for (int i = 0; i < Integer.BYTES; i++) {
                block[SEMIBLOCK - 1 - i] ^= (byte) (step >>> (Byte.SIZE * i));
            }
            System.arraycopy(output, at, block, SEMIBLOCK, SEMIBLOCK);
            cipher.transform(block);
            System.arraycopy(block, SEMIBLOCK, output, at, SEMIBLOCK);
        }
    }

    /** The length that the check value tells, or a negative number if something is wrong. */
    private static int paddedLength(byte[] check, byte[] output, int bytes) {
        int told = ByteBuffer.wrap(check).getInt(Integer.BYTES);
        long padding = bytes - Integer.toUnsignedLong(told);
        int wrong = difference(check, KWP_CHECK);
        wrong |= (int) ((padding | (SEMIBLOCK - 1 - padding)) >>> (Long.SIZE - 1));
        for (int i = 0; i < SEMIBLOCK; i++) {
            int inside = (int) ((i - padding) >> (Long.SIZE - 1));
            wrong |= output[bytes - 1 - i] & 0xff & inside;
        }
        return (told & Integer.MAX_VALUE) | (-wrong & Integer.MIN_VALUE);
    }

    /** 0 if the array begins with these bytes, else 1 to 255. */
    private static int difference(byte[] array, byte[] expected) {
        int difference = 0;
        for (int i = 0; i < expected.length; i++) {
            difference |= (array[i] ^ expected[i]) & 0xff;
        }
        return difference;
    }
}
