package io.sallyport.hsm.crypto;

import java.security.GeneralSecurityException;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
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
            return bridge.run(job(padded, Direction.ENCRYPT, input, length), key, output, 0);
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
    public int unwrap(boolean padded, KeyView key, byte[] input, int length, byte[] output)
            throws EngineFault {
        int shortest = padded ? 2 * SEMIBLOCK : 3 * SEMIBLOCK;
        try {
            if (length >= shortest && length % SEMIBLOCK == 0) {
                return bridge.run(job(padded, Direction.DECRYPT, input, length), key, output, 0);
            }
        } catch (GeneralSecurityException e) {
            // The same fault as for a length that can't be.
        }
        throw SymmetricCiphers.failure();
    }

    private static Job job(boolean padded, Direction direction, byte[] input, int length) {
        return new Job(padded ? Transformation.AES_KWP : Transformation.AES_KW, direction, null, 0,
                NOTHING, 0, input, 0, length);
    }
}
