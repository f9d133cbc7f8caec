package io.sallyport.hsm.crypto;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.security.SecureRandom;

/**
 * Gives a provider exactly the bytes that the standard calls its seed, so that what it makes of
 * them can be stored with them and tested against known answers. Belongs to one call.
 */
final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private int given;

    /** Lends the bytes, which stay the caller's to wipe. */
    SeededRandom(byte[] bytes) {
        super(null, null);
        this.bytes = bytes;
    }

    /** @throws IllegalStateException if more are asked for than there are */
    @Override
    public void nextBytes(byte[] target) {
        if (target.length > bytes.length - given) {
            throw new IllegalStateException("A provider draws more than the standard's seed.");
        }
        System.arraycopy(bytes, given, target, 0, target.length);
        given += target.length;
    }

    /** Refuses a provider that took less than all of it. */
    void requireAllGiven() {
        if (given != bytes.length) {
            throw new IllegalStateException("A provider draws less than the standard's seed.");
        }
    }

    @Override
    public String toString() {
        return "SeededRandom";
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("A seed is not serialised.");
    }
}
