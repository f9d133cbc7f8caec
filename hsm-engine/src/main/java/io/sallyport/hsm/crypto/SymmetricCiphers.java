package io.sallyport.hsm.crypto;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/**
 * Encryption with symmetric keys: the one door to all modes. Whatever does not verify in a
 * decryption is the one fault {@link Reason#CRYPTOGRAPHIC_FAILURE}. Belongs to one thread.
 */
public final class SymmetricCiphers {
    private static final int AEAD_IV_BYTES = 12;
    private static final int COUNTER_RANDOM_BYTES = 12;
    private static final int ROOM_BYTES = 32;

    private final NonceSource nonces;
    private final BlockModes blocks;
    private final Xts xts;
    private final Ccm ccm;
    private final ChaCha20 chaCha20 = new ChaCha20();
    private final KeyWrap keyWrap;

    /** Ciphers of this thread. */
    public SymmetricCiphers(JcaBridge bridge, NonceSource nonces) {
        this.nonces = nonces;
        this.blocks = new BlockModes(bridge, nonces);
        this.xts = new Xts(bridge);
        this.ccm = new Ccm(bridge);
        this.keyWrap = new KeyWrap(bridge);
    }

    /**
     * Data to encrypt or decrypt: the first {@code length} bytes of {@code data}. The array has
     * {@link #roomFor} that length, and may be written to; for decryption with authentication the
     * tag stands behind the ciphertext and counts.
     */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    public record Input(byte @Nullable [] iv, byte @Nullable [] associated, byte[] data,
            int length) {}

    /** Room that an encryption needs in its arrays: padding, or tag, or a wrapping's own bytes. */
    public static int roomFor(int length) {
        return length + ROOM_BYTES;
    }

    /** A fresh IV; null where there is none. For CTR it is a random prefix and counter 0. */
    public byte @Nullable [] newIv(CipherAlgorithm algorithm, CipherSpec spec) {
        return switch (spec.mode()) {
            case CBC, CFB, OFB, XTS, PCBC -> nonces.nonce(algorithm.blockBytes());
            case GCM, CCM -> nonces.nonce(AEAD_IV_BYTES);
            case CTR -> {
                byte[] counter = new byte[algorithm.blockBytes()];
                System.arraycopy(nonces.nonce(COUNTER_RANDOM_BYTES), 0, counter, 0,
                        COUNTER_RANDOM_BYTES);
                yield counter;
            }
            case ECB, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> null;
            case NONE -> nonces.nonce(AEAD_IV_BYTES);
        };
    }

    /**
     * Encrypts; the tag stands behind the ciphertext.
     *
     * @return length of the output
     */
    public int encrypt(CipherAlgorithm algorithm, CipherSpec spec, KeyView key, Input input,
            byte[] output) throws EngineFault {
        return switch (spec.mode()) {
            case CBC, CTR, GCM, ECB, CFB, OFB, PCBC -> {
                requireBlockCipher(algorithm);
                yield blocks.encrypt(algorithm, spec, key, input, output);
            }
            case CCM -> ccm.encrypt(aes(algorithm, key, spec), spec, input, output);
            case XTS -> xts.encrypt(untagged(algorithm, key, spec), input, output);
            case NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> keyWrap.wrap(
                    spec.mode() == Mode.AES_KEY_WRAP_PADDING, wrapKey(algorithm, key, spec, input),
                    input.data(), input.length(), output);
            case NONE -> algorithm == CipherAlgorithm.CHACHA20
                    ? chaCha20.run(key, spec, input, output)
                    : blocks.encrypt(poly1305(algorithm), spec, key, input, output);
        };
    }

    /**
     * Decrypts.
     *
     * @return length of the output
     */
    public int decrypt(CipherAlgorithm algorithm, CipherSpec spec, KeyView key, Input input,
            byte[] output) throws EngineFault {
        return switch (spec.mode()) {
            case CBC, CTR, GCM, ECB, CFB, OFB, PCBC -> {
                requireBlockCipher(algorithm);
                yield blocks.decrypt(algorithm, spec, key, input, output);
            }
            case CCM -> ccm.decrypt(aes(algorithm, key, spec), spec, input, output);
            case XTS -> xts.decrypt(untagged(algorithm, key, spec), input, output);
            case NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> keyWrap.unwrap(
                    spec.mode() == Mode.AES_KEY_WRAP_PADDING, wrapKey(algorithm, key, spec, input),
                    input.data(), input.length(), output);
            case NONE -> algorithm == CipherAlgorithm.CHACHA20
                    ? chaCha20.run(key, spec, input, output)
                    : blocks.decrypt(poly1305(algorithm), spec, key, input, output);
        };
    }

    /** The one fault of everything that does not verify. */
    static EngineFault failure() {
        return new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "The ciphertext does not verify.");
    }

    private static KeyView wrapKey(CipherAlgorithm algorithm, KeyView key, CipherSpec spec,
            Input input) throws EngineFault {
        if (input.iv() != null || input.associated() != null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "Key wrap has no IV and no associated data.");
        }
        if (key.length() > Xaes256Gcm.KEY_BYTES) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "Key wrap has keys of 32 bytes.");
        }
        return untagged(algorithm, key, spec);
    }

    private static KeyView untagged(CipherAlgorithm algorithm, KeyView key, CipherSpec spec)
            throws EngineFault {
        if (spec.tagLengthBytes() != 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "This mode has no tag.");
        }
        return aes(algorithm, key, spec);
    }

    private static KeyView aes(CipherAlgorithm algorithm, KeyView key, CipherSpec spec)
            throws EngineFault {
        if (algorithm != CipherAlgorithm.AES) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The mode " + spec.mode() + " is served with AES only.");
        }
        if (spec.padding() != Padding.NONE) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "This mode takes no padding.");
        }
        return key;
    }

    private static void requireBlockCipher(CipherAlgorithm algorithm) throws EngineFault {
        if (algorithm != CipherAlgorithm.AES && algorithm != CipherAlgorithm.DES3) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "A stream cipher has no block cipher mode.");
        }
    }

    private static CipherAlgorithm poly1305(CipherAlgorithm algorithm) throws EngineFault {
        if (algorithm != CipherAlgorithm.CHACHA20_POLY1305) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "A block cipher needs a block cipher mode.");
        }
        return algorithm;
    }
}
