package io.sallyport.hsm.crypto;

import java.security.GeneralSecurityException;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.JcaBridge.Direction;
import io.sallyport.hsm.crypto.JcaBridge.Job;

/**
 * CBC, CTR, GCM and ECB over a block cipher (SP 800-38A, SP 800-38D). Whatever does not verify in
 * a decryption is the one fault {@link Reason#CRYPTOGRAPHIC_FAILURE}. Belongs to one thread.
 */
public final class BlockModes {
    private static final int GCM_IV_BYTES = 12;
    private static final int CTR_RANDOM_BYTES = 12;
    private static final int GCM_IV_BYTES_MAX = 1024;
    private static final int TAG_BYTES_MIN = 12;
    private static final int TAG_BYTES_MAX = 16;
    private static final byte[] NOTHING = new byte[0];

    private final JcaBridge bridge;
    private final NonceSource nonces;

    /** Modes that use this thread's ciphers. */
    public BlockModes(JcaBridge bridge, NonceSource nonces) {
        this.bridge = bridge;
        this.nonces = nonces;
    }

    /**
     * Data to encrypt or decrypt: the first {@code length} bytes of {@code data}. For encryption
     * the array has room for one more block; for decryption with GCM the tag stands behind the
     * ciphertext and counts.
     */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    public record Input(byte @Nullable [] iv, byte @Nullable [] associated, byte[] data,
            int length) {}

    /** Room that an encryption needs in its arrays. */
    public static int roomFor(int length) {
        return length + TAG_BYTES_MAX;
    }

    /** Whether an encryption of this kind is an approved service. */
    public static boolean encryptionApproved(CipherAlgorithm algorithm, CipherSpec spec) {
        return algorithm.isApproved() && spec.mode() != Mode.ECB && spec.randomIv();
    }

    /** Whether a decryption of this kind is an approved service. */
    public static boolean decryptionApproved(CipherAlgorithm algorithm, CipherSpec spec) {
        return algorithm.isApproved() && spec.mode() != Mode.ECB;
    }

    /** A fresh IV; null where the mode has none. For CTR it is a random prefix and counter 0. */
    public byte @Nullable [] newIv(CipherAlgorithm algorithm, CipherSpec spec) {
        return switch (spec.mode()) {
            case CBC -> nonces.nonce(algorithm.blockBytes());
            case GCM -> nonces.nonce(GCM_IV_BYTES);
            case CTR -> {
                byte[] counter = new byte[algorithm.blockBytes()];
                System.arraycopy(nonces.nonce(CTR_RANDOM_BYTES), 0, counter, 0,
                        CTR_RANDOM_BYTES);
                yield counter;
            }
            case ECB -> null;
        };
    }

    /**
     * Encrypts; the tag of GCM stands behind the ciphertext.
     *
     * @return length of the output
     */
    public int encrypt(CipherAlgorithm algorithm, CipherSpec spec, KeyView key, Input input,
            byte[] output) throws EngineFault {
        check(algorithm, spec, input);
        int block = algorithm.blockBytes();
        int length = input.length();
        if (spec.padding() == Padding.PKCS5) {
            Pkcs5Padding.pad(input.data(), length, block);
            length = Pkcs5Padding.paddedLength(length, block);
        } else if (!isStream(spec) && (length == 0 || length % block != 0)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "Without padding the data is whole blocks.");
        }
        try {
            return bridge.run(job(algorithm, spec, Direction.ENCRYPT, input, length), key, output,
                    0);
        } catch (GeneralSecurityException e) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The provider refuses these parameters.");
        }
    }

    /**
     * Decrypts.
     *
     * @return length of the output
     */
    public int decrypt(CipherAlgorithm algorithm, CipherSpec spec, KeyView key, Input input,
            byte[] output) throws EngineFault {
        check(algorithm, spec, input);
        int block = algorithm.blockBytes();
        int length = input.length();
        boolean padded = spec.padding() == Padding.PKCS5;
        if (!isStream(spec) && (length == 0 || length % block != 0)) {
            throw padded ? failure()
                    : new EngineFault(Reason.INVALID_PARAMETERS,
                            "Without padding the data is whole blocks.");
        }
        if (spec.mode() == Mode.GCM && length < spec.tagLengthBytes()) {
            throw failure();
        }
        int plain;
        try {
            plain = bridge.run(job(algorithm, spec, Direction.DECRYPT, input, length), key, output,
                    0);
        } catch (GeneralSecurityException e) {
            throw failure();
        }
        if (padded) {
            plain = Pkcs5Padding.unpaddedLength(output, plain, block);
            if (plain < 0) {
                throw failure();
            }
        }
        return plain;
    }

    private static Job job(CipherAlgorithm algorithm, CipherSpec spec, Direction direction,
            Input input, int length) {
        boolean aes = algorithm == CipherAlgorithm.AES;
        Transformation transformation = switch (spec.mode()) {
            case CBC -> aes ? Transformation.AES_CBC : Transformation.DES3_CBC;
            case ECB -> aes ? Transformation.AES_ECB : Transformation.DES3_ECB;
            case CTR -> Transformation.AES_CTR;
            case GCM -> Transformation.AES_GCM;
        };
        byte[] associated = input.associated() == null ? NOTHING : input.associated();
        return new Job(transformation, direction, input.iv(),
                spec.mode() == Mode.GCM ? spec.tagLengthBytes() * Byte.SIZE : 0, associated,
                associated.length, input.data(), 0, length);
    }

    private static boolean isStream(CipherSpec spec) {
        return spec.mode() == Mode.CTR || spec.mode() == Mode.GCM;
    }

    private static EngineFault failure() {
        return new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "The ciphertext does not verify.");
    }

    private static void check(CipherAlgorithm algorithm, CipherSpec spec, Input input)
            throws EngineFault {
        if (algorithm == CipherAlgorithm.DES3 && isStream(spec)) {
            throw new EngineFault(Reason.UNSUPPORTED, "Triple DES has CBC and ECB only.");
        }
        if (isStream(spec) && spec.padding() != Padding.NONE) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "This mode takes no padding.");
        }
        int tag = spec.tagLengthBytes();
        boolean gcm = spec.mode() == Mode.GCM;
        if (gcm ? tag < TAG_BYTES_MIN || tag > TAG_BYTES_MAX : tag != 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The tag of GCM has 12 to 16 bytes, other modes have none.");
        }
        byte[] associated = input.associated();
        if (!gcm && associated != null && associated.length > 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "Only GCM authenticates associated data.");
        }
        checkIv(algorithm, spec, input.iv());
    }

    private static void checkIv(CipherAlgorithm algorithm, CipherSpec spec, byte @Nullable [] iv)
            throws EngineFault {
        if (spec.mode() == Mode.ECB) {
            if (iv != null) {
                throw new EngineFault(Reason.INVALID_PARAMETERS, "ECB has no IV.");
            }
            return;
        }
        if (iv == null) {
            throw new EngineFault(Reason.MISSING_IV, "The mode needs an IV.");
        }
        boolean fits = spec.mode() == Mode.GCM ? iv.length >= 1 && iv.length <= GCM_IV_BYTES_MAX
                : iv.length == algorithm.blockBytes();
        if (!fits) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The IV has a wrong length.");
        }
    }
}
