package io.sallyport.hsm.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

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
 * Encryption and decryption of data in parts. Every part but the last is worked on in whole
 * blocks; what is over waits in the state. So each part is a run of the same mode under another
 * IV, and GCM is CTR with a hash of its own. Belongs to one thread.
 */
public final class CipherParts {
    private static final int GCM_IV_BYTES = 12;
    private static final int BLOCK = 16;
    private static final int TAG_BYTES_MIN = 12;
    private static final long GCM_BYTES_MAX = (1L << 36) - 32;
    private static final byte[] NOTHING = new byte[0];

    private final SymmetricCiphers ciphers;
    private final JcaBridge bridge;

    /** Parts by this thread's ciphers. */
    public CipherParts(SymmetricCiphers ciphers, JcaBridge bridge) {
        this.ciphers = ciphers;
        this.bridge = bridge;
    }

    /**
     * What all parts have in common.
     *
     * @param key lent for the call
     */
    public record Task(boolean encrypts, CipherAlgorithm algorithm, CipherSpec spec,
            KeyView key) {}

    /** The state before the first part. */
    public CipherState begin(Task task, byte @Nullable [] iv, byte @Nullable [] associated)
            throws EngineFault {
        CipherSpec spec = task.spec();
        boolean served = switch (spec.mode()) {
            case CBC, CTR, GCM, ECB, CFB, OFB, PCBC -> true;
            case NONE -> task.algorithm() == CipherAlgorithm.CHACHA20;
            case CCM, XTS, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> false;
        };
        if (!served) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The mode can't be used on data in parts.");
        }
        if (spec.mode() == Mode.GCM) {
            return beginGcm(task, iv, associated);
        }
        if (associated != null || spec.tagLengthBytes() != 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The mode has no tag and authenticates no associated data.");
        }
        return new CipherState(iv, spec.initialCounter());
    }

    /**
     * Works on the first {@code length} bytes of {@code data}, which begin with what waited in the
     * state, and moves the state on.
     *
     * @return length of the output
     */
    public int update(Task task, CipherState state, byte[] data, int length, byte[] output)
            throws EngineFault {
        int block = task.algorithm().blockBytes();
        boolean holdsBack = !task.encrypts() && BlockPadding.isOfBlocks(task.spec().padding());
        int taken = holdsBack && length > 0 ? (length - 1) / block * block
                : length / block * block;
        if (taken > 0) {
            run(task, state, Padding.NONE, data, taken, output);
            if (task.spec().mode() == Mode.GCM) {
                state.hash(task, data, output, taken, multiplier(task.key()));
            }
            state.advance(task, data, output, taken);
        }
        state.keep(data, taken, length);
        return taken;
    }

    /**
     * Works on the last bytes, as {@link #update}.
     *
     * @param tag the tag that a decryption has to find, else null
     * @return length of the output; for an encryption the tag stands behind it
     */
    public int finish(Task task, CipherState state, byte[] data, int length, byte @Nullable [] tag,
            byte[] output) throws EngineFault {
        Padding padding = task.spec().padding();
        if (length == 0 && !BlockPadding.isOfBlocks(padding) && task.spec().mode() != Mode.GCM) {
            return 0;
        }
        if (length == 0 && !task.encrypts() && BlockPadding.isOfBlocks(padding)) {
            throw SymmetricCiphers.failure();
        }
        if (task.spec().mode() != Mode.GCM) {
            return run(task, state, padding, data, length, output);
        }
        if (length > 0) {
            run(task, state, Padding.NONE, data, length, output);
        }
        state.hash(task, data, output, length, multiplier(task.key()));
        byte[] computed = tag(task, state);
        int tagBytes = task.spec().tagLengthBytes();
        if (task.encrypts()) {
            System.arraycopy(computed, 0, output, length, tagBytes);
        } else if (tag == null || tag.length != tagBytes
                || !MessageDigest.isEqual(tag, Arrays.copyOf(computed, tagBytes))) {
            throw SymmetricCiphers.failure();
        }
        return length;
    }

    private int run(Task task, CipherState state, Padding padding, byte[] data, int length,
            byte[] output) throws EngineFault {
        CipherSpec asked = task.spec();
        boolean gcm = asked.mode() == Mode.GCM;
        CipherSpec spec = new CipherSpec(gcm ? Mode.CTR : asked.mode(), padding, 0, false, null,
                null, state.counter());
        Input input = new Input(state.chain(), null, data, length);
        return task.encrypts()
                ? ciphers.encrypt(task.algorithm(), spec, task.key(), input, output)
                : ciphers.decrypt(task.algorithm(), spec, task.key(), input, output);
    }

    private CipherState beginGcm(Task task, byte @Nullable [] iv, byte @Nullable [] associated)
            throws EngineFault {
        int tag = task.spec().tagLengthBytes();
        if (iv == null) {
            throw new EngineFault(Reason.MISSING_IV, "The mode needs an IV.");
        }
        if (iv.length != GCM_IV_BYTES || task.algorithm() != CipherAlgorithm.AES
                || tag < TAG_BYTES_MIN || tag > BLOCK || task.spec().padding() != Padding.NONE) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "In parts, GCM takes an IV of 12 bytes and a tag of 12 to 16.");
        }
        byte[] counter = Arrays.copyOf(iv, BLOCK);
        counter[BLOCK - 1] = 2;
        CipherState state = new CipherState(counter, 0);
        state.beginHash(associated == null ? NOTHING : associated, multiplier(task.key()));
        return state;
    }

    private byte[] tag(Task task, CipherState state) throws EngineFault {
        byte[] sum = state.finishHash(multiplier(task.key()));
        if (state.dataBytes() > GCM_BYTES_MAX) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The data are too long for GCM.");
        }
        byte[] first = Arrays.copyOf(state.gcmIv(), BLOCK);
        first[BLOCK - 1] = 1;
        return crypt(Transformation.AES_CTR, first, task.key(), sum);
    }

    private GaloisKey multiplier(KeyView key) throws EngineFault {
        byte[] subkey = crypt(Transformation.AES_ECB, null, key, new byte[BLOCK]);
        try {
            return CryptoModule.current().galoisKey(subkey);
        } finally {
            Arrays.fill(subkey, (byte) 0);
        }
    }

    private byte[] crypt(Transformation transformation, byte @Nullable [] iv, KeyView key,
            byte[] block) {
        byte[] output = new byte[BLOCK];
        try {
            bridge.run(new Job(transformation, Direction.ENCRYPT, iv, 0, NOTHING, 0, block, 0,
                    BLOCK), key, output, 0);
            return output;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider refuses a block.", e);
        }
    }
}
