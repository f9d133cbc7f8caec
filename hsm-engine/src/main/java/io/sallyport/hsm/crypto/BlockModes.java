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
import io.sallyport.hsm.crypto.SymmetricCiphers.Input;

/**
 * The modes of block ciphers that the JDK has: CBC, CTR, CFB, OFB, ECB (SP 800-38A), PCBC and
 * GCM (SP 800-38D), and ChaCha20-Poly1305, which looks like GCM from outside. Belongs to one thread.
 */
final class BlockModes {
    private static final int GCM_IV_BYTES_MAX = 1024;
    private static final int TAG_BYTES_MIN = 12;
    private static final int TAG_BYTES_MAX = 16;
    private static final int POLY1305_IV_BYTES = 12;
    private static final byte[] NOTHING = new byte[0];

    private final JcaBridge bridge;
    private final NonceSource nonces;

    BlockModes(JcaBridge bridge, NonceSource nonces) {
        this.bridge = bridge;
        this.nonces = nonces;
    }

    int encrypt(CipherAlgorithm algorithm, CipherSpec spec, KeyView key, Input input,
            byte[] output) throws EngineFault {
        check(algorithm, spec, key, input);
        int block = algorithm.blockBytes();
        int length = input.length();
        if (BlockPadding.isOfBlocks(spec.padding())) {
            BlockPadding.pad(spec.padding(), input.data(), length, block, nonces);
            length = BlockPadding.paddedLength(spec.padding(), length, block);
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

    int decrypt(CipherAlgorithm algorithm, CipherSpec spec, KeyView key, Input input,
            byte[] output) throws EngineFault {
        check(algorithm, spec, key, input);
        int block = algorithm.blockBytes();
        int length = input.length();
        boolean padded = BlockPadding.isOfBlocks(spec.padding());
        if (!isStream(spec) && (length == 0 || length % block != 0)) {
            throw padded ? SymmetricCiphers.failure()
                    : new EngineFault(Reason.INVALID_PARAMETERS,
                            "Without padding the data is whole blocks.");
        }
        if (length < spec.tagLengthBytes()) {
            throw SymmetricCiphers.failure();
        }
        int plain;
        try {
            plain = bridge.run(job(algorithm, spec, Direction.DECRYPT, input, length), key, output,
                    0);
        } catch (GeneralSecurityException e) {
            throw SymmetricCiphers.failure();
        }
        if (padded) {
            plain = BlockPadding.unpaddedLength(spec.padding(), output, plain, block);
            if (plain < 0) {
                throw SymmetricCiphers.failure();
            }
        }
        return plain;
    }

    private static Job job(CipherAlgorithm algorithm, CipherSpec spec, Direction direction,
            Input input, int length) throws EngineFault {
        byte[] associated = input.associated() == null ? NOTHING : input.associated();
        return new Job(transformation(algorithm, spec), direction, input.iv(),
                spec.tagLengthBytes() * Byte.SIZE, associated, associated.length, input.data(), 0,
                length);
    }

    private static Transformation transformation(CipherAlgorithm algorithm, CipherSpec spec)
            throws EngineFault {
        if (algorithm == CipherAlgorithm.CHACHA20_POLY1305) {
            return Transformation.CHACHA20_POLY1305;
        }
        boolean aes = algorithm == CipherAlgorithm.AES;
        Transformation transformation = switch (spec.mode()) {
            case CBC -> aes ? Transformation.AES_CBC : Transformation.DES3_CBC;
            case ECB -> aes ? Transformation.AES_ECB : Transformation.DES3_ECB;
            case CFB -> aes ? Transformation.AES_CFB : Transformation.DES3_CFB;
            case OFB -> aes ? Transformation.AES_OFB : Transformation.DES3_OFB;
            case PCBC -> aes ? Transformation.AES_PCBC : Transformation.DES3_PCBC;
            case CTR -> aes ? Transformation.AES_CTR : null;
            case GCM -> aes ? Transformation.AES_GCM : null;
            case CCM, XTS, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING, NONE -> null;
        };
        if (transformation == null) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The key's algorithm is not served in mode " + spec.mode() + ".");
        }
        return transformation;
    }

    private static boolean isStream(CipherSpec spec) {
        return switch (spec.mode()) {
            case CTR, GCM, CFB, OFB, NONE -> true;
            case CBC, PCBC, ECB, CCM, XTS, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> false;
        };
    }

    private static boolean authenticates(CipherAlgorithm algorithm, CipherSpec spec) {
        return algorithm == CipherAlgorithm.CHACHA20_POLY1305 || spec.mode() == Mode.GCM;
    }

    private static void check(CipherAlgorithm algorithm, CipherSpec spec, KeyView key, Input input)
            throws EngineFault {
        transformation(algorithm, spec);
        if (algorithm == CipherAlgorithm.AES && key.length() > Xaes256Gcm.KEY_BYTES) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "Keys of 64 bytes are for XTS.");
        }
        if (isStream(spec) && spec.padding() != Padding.NONE) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "This mode takes no padding.");
        }
        if (spec.padding() != Padding.NONE && !BlockPadding.isOfBlocks(spec.padding())) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The padding is for RSA.");
        }
        int tag = spec.tagLengthBytes();
        boolean authenticates = authenticates(algorithm, spec);
        if (authenticates ? tag < TAG_BYTES_MIN || tag > TAG_BYTES_MAX : tag != 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The tag of GCM has 12 to 16 bytes, modes without authentication have none.");
        }
        if (algorithm == CipherAlgorithm.CHACHA20_POLY1305 && tag != TAG_BYTES_MAX) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The tag has 16 bytes.");
        }
        byte[] associated = input.associated();
        if (!authenticates && associated != null && associated.length > 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The mode authenticates no associated data.");
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
                : iv.length == (algorithm == CipherAlgorithm.CHACHA20_POLY1305 ? POLY1305_IV_BYTES
                        : algorithm.blockBytes());
        if (!fits) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The IV has a wrong length.");
        }
    }
}
