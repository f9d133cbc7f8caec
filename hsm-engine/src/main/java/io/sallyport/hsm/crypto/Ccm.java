package io.sallyport.hsm.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.JcaBridge.Direction;
import io.sallyport.hsm.crypto.JcaBridge.Job;
import io.sallyport.hsm.crypto.SymmetricCiphers.Input;

/**
 * AES-CCM (SP 800-38C), put together from the JDK's CBC and CTR, which are faster than any CCM
 * that there is. Belongs to one thread.
 */
final class Ccm {
    private static final int BLOCK = 16;
    private static final int TAG_BYTES_MIN = 4;
    private static final int IV_BYTES_MIN = 7;
    private static final int IV_BYTES_MAX = 13;
    private static final int SHORT_ASSOCIATED_MAX = 0xff00;
    private static final byte[] NOTHING = new byte[0];

    private final JcaBridge bridge;

    Ccm(JcaBridge bridge) {
        this.bridge = bridge;
    }

    int encrypt(KeyView key, CipherSpec spec, Input input, byte[] output) throws EngineFault {
        byte[] iv = check(key, spec, input, input.length());
        int length = input.length();
        byte[] tag = NOTHING;
        try {
            if (JcaBridge.has(Transformation.AES_CCM)) {
                return bridge.run(whole(spec, Direction.ENCRYPT, input), key, output, 0);
            }
            tag = mac(key, spec, iv, input, input.data(), length);
            counter(key, iv, 1, input.data(), length, output, 0);
            byte[] masked = new byte[BLOCK];
            counter(key, iv, 0, tag, BLOCK, masked, 0);
            System.arraycopy(masked, 0, output, length, spec.tagLengthBytes());
            return length + spec.tagLengthBytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider refuses a block.", e);
        } finally {
            Arrays.fill(tag, (byte) 0);
        }
    }

    int decrypt(KeyView key, CipherSpec spec, Input input, byte[] output) throws EngineFault {
        int length = input.length() - spec.tagLengthBytes();
        byte[] iv = check(key, spec, input, length);
        if (JcaBridge.has(Transformation.AES_CCM)) {
            return decryptByModule(key, spec, input, output);
        }
        byte[] given = new byte[BLOCK];
        System.arraycopy(input.data(), length, given, 0, spec.tagLengthBytes());
        byte[] unmasked = new byte[BLOCK];
        try {
            counter(key, iv, 1, input.data(), length, output, 0);
            counter(key, iv, 0, given, BLOCK, unmasked, 0);
            byte[] tag = mac(key, spec, iv, input, output, length);
            boolean same = MessageDigest.isEqual(Arrays.copyOf(tag, spec.tagLengthBytes()),
                    Arrays.copyOf(unmasked, spec.tagLengthBytes()));
            if (!same) {
                Arrays.fill(output, 0, length, (byte) 0);
                throw SymmetricCiphers.failure();
            }
            return length;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider refuses a block.", e);
        } finally {
            Arrays.fill(unmasked, (byte) 0);
        }
    }

    private int decryptByModule(KeyView key, CipherSpec spec, Input input, byte[] output)
            throws EngineFault {
        try {
            return bridge.run(whole(spec, Direction.DECRYPT, input), key, output, 0);
        } catch (GeneralSecurityException e) {
            throw SymmetricCiphers.failure();
        }
    }

    private static Job whole(CipherSpec spec, Direction direction, Input input) {
        byte[] associated = input.associated() == null ? NOTHING : input.associated();
        return new Job(Transformation.AES_CCM, direction, input.iv(),
                spec.tagLengthBytes() * Byte.SIZE, associated, associated.length, input.data(), 0,
                input.length());
    }

    private static byte[] check(KeyView key, CipherSpec spec, Input input, int length)
            throws EngineFault {
        int tag = spec.tagLengthBytes();
        byte[] iv = input.iv();
        if (iv == null) {
            throw new EngineFault(Reason.MISSING_IV, "CCM needs a nonce.");
        }
        if (tag < TAG_BYTES_MIN || tag > BLOCK || tag % 2 != 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The tag of CCM has 4 to 16 bytes, an even number.");
        }
        if (iv.length < IV_BYTES_MIN || iv.length > IV_BYTES_MAX
                || key.length() > Xaes256Gcm.KEY_BYTES) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The nonce of CCM has 7 to 13 bytes.");
        }
        if (length < 0) {
            throw SymmetricCiphers.failure();
        }
        int lengthBytes = BLOCK - 1 - iv.length;
        if (lengthBytes < Integer.BYTES && length >>> (Byte.SIZE * lengthBytes) != 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The data are too long for a nonce of this length.");
        }
        return iv;
    }

    /** CBC-MAC over the formatted nonce, associated data and payload. */
    private byte[] mac(KeyView key, CipherSpec spec, byte[] iv, Input input, byte[] payload,
            int length) throws GeneralSecurityException {
        byte[] associated = input.associated() == null ? NOTHING : input.associated();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lengthBytes = BLOCK - 1 - iv.length;
        int flags = ((spec.tagLengthBytes() - 2) / 2) << 3 | (lengthBytes - 1);
        head.write(associated.length > 0 ? flags | 0x40 : flags);
        head.writeBytes(iv);
        byte[] size = ByteBuffer.allocate(Long.BYTES).putLong(length).array();
        head.write(size, Long.BYTES - lengthBytes, lengthBytes);
        if (associated.length > 0) {
            if (associated.length < SHORT_ASSOCIATED_MAX) {
                head.writeBytes(ByteBuffer.allocate(2).putShort((short) associated.length)
                        .array());
            } else {
                head.writeBytes(ByteBuffer.allocate(6).putShort((short) 0xfffe)
                        .putInt(associated.length).array());
            }
            head.writeBytes(associated);
        }
        int headBytes = toBlocks(head.size());
        byte[] formatted = Arrays.copyOf(head.toByteArray(), headBytes + toBlocks(length));
        try {
            System.arraycopy(payload, 0, formatted, headBytes, length);
            bridge.run(new Job(Transformation.AES_CBC, Direction.ENCRYPT, new byte[BLOCK], 0,
                    NOTHING, 0, formatted, 0, formatted.length), key, formatted, 0);
            return Arrays.copyOfRange(formatted, formatted.length - BLOCK, formatted.length);
        } finally {
            Arrays.fill(formatted, (byte) 0);
        }
    }

    private void counter(KeyView key, byte[] iv, int first, byte[] data, int length,
            byte[] output, int offset) throws GeneralSecurityException {
        if (length == 0) {
            return;
        }
        byte[] block = new byte[BLOCK];
        block[0] = (byte) (BLOCK - 2 - iv.length);
        System.arraycopy(iv, 0, block, 1, iv.length);
        block[BLOCK - 1] = (byte) first;
        bridge.run(new Job(Transformation.AES_CTR, Direction.ENCRYPT, block, 0, NOTHING, 0, data,
                0, length), key, output, offset);
    }

    private static int toBlocks(int length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }
}
