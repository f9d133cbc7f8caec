package io.sallyport.hsm.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.JcaBridge.Direction;
import io.sallyport.hsm.crypto.JcaBridge.Job;
import io.sallyport.hsm.crypto.SymmetricCiphers.Input;

/**
 * AES-XTS with ciphertext stealing (IEEE 1619, SP 800-38E). The key is two keys of the same
 * length, which must differ; the IV is the tweak. Belongs to one thread.
 */
final class Xts {
    private static final int BLOCK = 16;
    private static final int UNIT_BYTES_MAX = 1 << 24;
    private static final byte[] NOTHING = new byte[0];

    private final JcaBridge bridge;

    Xts(JcaBridge bridge) {
        this.bridge = bridge;
    }

    int encrypt(KeyView key, Input input, byte[] output) throws EngineFault {
        return run(Direction.ENCRYPT, key, input, output);
    }

    int decrypt(KeyView key, Input input, byte[] output) throws EngineFault {
        return run(Direction.DECRYPT, key, input, output);
    }

    private int run(Direction direction, KeyView key, Input input, byte[] output)
            throws EngineFault {
        byte[] iv = input.iv();
        if (iv == null) {
            throw new EngineFault(Reason.MISSING_IV, "XTS needs a tweak.");
        }
        int length = input.length();
        if (iv.length != BLOCK || length < BLOCK || length > UNIT_BYTES_MAX
                || input.associated() != null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "XTS takes a tweak of 16 bytes and data of 16 bytes or more.");
        }
        int half = key.length() / 2;
        if ((half != 16 && half != 32) || key.bytes().asSlice(0, half)
                .mismatch(key.bytes().asSlice(half, half)) < 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "XTS takes two different AES keys of 16 or of 32 bytes in one.");
        }
        KeyView dataKey = new KeyView(key.bytes().asSlice(0, half));
        KeyView tweakKey = new KeyView(key.bytes().asSlice(half, half));
        byte[] tweak = iv.clone();
        try {
            ecb(Direction.ENCRYPT, tweakKey, tweak, 0, BLOCK);
            run(direction, dataKey, tweak, input, output);
            return length;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider refuses a block.", e);
        } finally {
            Arrays.fill(tweak, (byte) 0);
        }
    }

    /** Whole blocks first; a rest steals from the last of them. */
    private void run(Direction direction, KeyView key, byte[] tweak, Input input, byte[] output)
            throws GeneralSecurityException {
        int length = input.length();
        int rest = length % BLOCK;
        int whole = length - rest;
        int plain = rest == 0 ? whole : whole - BLOCK;
        byte[] masks = new byte[whole + BLOCK];
        try {
            System.arraycopy(tweak, 0, masks, 0, BLOCK);
            for (int i = BLOCK; i < masks.length; i += BLOCK) {
                doubleInto(masks, i - BLOCK, i);
            }
            System.arraycopy(input.data(), 0, output, 0, length);
            blocks(direction, key, output, 0, plain, masks, 0);
            if (rest > 0) {
                boolean encrypts = direction == Direction.ENCRYPT;
                int first = encrypts ? plain : plain + BLOCK;
                int second = encrypts ? plain + BLOCK : plain;
                blocks(direction, key, output, plain, BLOCK, masks, first);
                for (int i = 0; i < rest; i++) {
                    byte stolen = output[plain + i];
                    output[plain + i] = output[whole + i];
                    output[whole + i] = stolen;
                }
                blocks(direction, key, output, plain, BLOCK, masks, second);
            }
        } finally {
            Arrays.fill(masks, (byte) 0);
        }
    }

    private void blocks(Direction direction, KeyView key, byte[] data, int offset, int length,
            byte[] masks, int mask) throws GeneralSecurityException {
        if (length == 0) {
            return;
        }
        xor(data, offset, masks, mask, length);
        ecb(direction, key, data, offset, length);
        xor(data, offset, masks, mask, length);
    }

    private void ecb(Direction direction, KeyView key, byte[] data, int offset, int length)
            throws GeneralSecurityException {
        bridge.run(new Job(Transformation.AES_ECB, direction, null, 0, NOTHING, 0, data, offset,
                length), key, data, offset);
    }

    private static void xor(byte[] data, int offset, byte[] masks, int mask, int length) {
        for (int i = 0; i < length; i++) {
            data[offset + i] ^= masks[mask + i];
        }
    }

    /** Multiplication by x in the field of XTS, little-endian, without a branch. */
    private static void doubleInto(byte[] masks, int from, int to) {
        int carry = 0;
        for (int i = 0; i < BLOCK; i++) {
            int value = masks[from + i] & 0xff;
            masks[to + i] = (byte) (value << 1 | carry);
            carry = value >>> 7;
        }
        masks[to] ^= (byte) (0x87 & -carry);
    }
}
