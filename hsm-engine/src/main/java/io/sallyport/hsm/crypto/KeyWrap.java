package io.sallyport.hsm.crypto;

import java.security.GeneralSecurityException;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.crypto.JcaBridge.Direction;
import io.sallyport.hsm.crypto.JcaBridge.Job;

/** AES key wrap with and without padding (SP 800-38F). Belongs to one thread. */
public final class KeyWrap {
    private static final int SEMIBLOCK = 8;
    private static final byte[] NOTHING = new byte[0];

    private final JcaBridge bridge;

    /** Key wrap with this thread's ciphers. */
    public KeyWrap(JcaBridge bridge) {
        this.bridge = bridge;
    }

    /** Room that a wrapping of this many bytes needs. */
    public static int roomFor(int length) {
        return length + 2 * SEMIBLOCK;
    }

    /**
     * Wraps the first {@code length} bytes of {@code input}.
     *
     * @return length of the output
     */
    public int wrap(WrapSpec spec, KeyView key, byte[] input, int length, byte[] output)
            throws EngineFault {
        boolean fits = switch (spec) {
            case NIST_KEY_WRAP -> length >= 2 * SEMIBLOCK && length % SEMIBLOCK == 0;
            case AES_KEY_WRAP_PADDING -> length > 0;
        };
        if (!fits) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "NIST key wrap takes 16 bytes or more, in multiples of 8.");
        }
        try {
            return bridge.run(job(spec, Direction.ENCRYPT, input, length), key, output, 0);
        } catch (GeneralSecurityException e) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The provider refuses to wrap with this key.");
        }
    }

    /**
     * Unwraps the first {@code length} bytes of {@code input}.
     *
     * @return length of the output
     * @throws EngineFault with {@link Reason#CRYPTOGRAPHIC_FAILURE} for whatever does not verify
     */
    public int unwrap(WrapSpec spec, KeyView key, byte[] input, int length, byte[] output)
            throws EngineFault {
        int shortest = spec == WrapSpec.NIST_KEY_WRAP ? 3 * SEMIBLOCK : 2 * SEMIBLOCK;
        try {
            if (length >= shortest && length % SEMIBLOCK == 0) {
                return bridge.run(job(spec, Direction.DECRYPT, input, length), key, output, 0);
            }
        } catch (GeneralSecurityException e) {
            // The same fault as for a length that can't be.
        }
        throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "The wrapped key does not verify.");
    }

    private static Job job(WrapSpec spec, Direction direction, byte[] input, int length) {
        Transformation transformation = switch (spec) {
            case NIST_KEY_WRAP -> Transformation.AES_KW;
            case AES_KEY_WRAP_PADDING -> Transformation.AES_KWP;
        };
        return new Job(transformation, direction, null, 0, NOTHING, 0, input, 0, length);
    }
}
