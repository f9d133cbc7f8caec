package io.sallyport.hsm.crypto;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;

/** A hash of data in parts, whose state can be written down. Belongs to one thread. */
public interface RunningHash {
    /**
     * A hash at its beginning, or in a state of the same function that was written down.
     *
     * @throws RuntimeException if the bytes are no such state
     * @throws EngineFault if the module has no such hash
     */
    static RunningHash of(HashAlgorithm hash, byte @Nullable [] state) throws EngineFault {
        return CryptoModule.current().runningHash(hash, state);
    }

    /** Takes the first {@code length} bytes. */
    void update(byte[] data, int length);

    /** What {@link #of} takes. It may hold data or what a key was made to; the caller wipes it. */
    byte[] state();

    /** The hash value; nothing more can be taken. */
    byte[] finish();
}
