package io.sallyport.ignite;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The data key of one encrypted cache group, in clear, in the database's own memory.
 *
 * <p>
 * Ignite's interface asks for a serialisable type, but a clear key must not be written anywhere:
 * serialising one fails. Only {@link SallyportEncryptionSpi#encryptKey} turns it into bytes that
 * may be stored. Immutable, so threads may share it.
 */
final class GroupKey implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** AES-256. */
    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient SecretKeySpec key;

    private GroupKey(byte[] material) {
        key = new SecretKeySpec(material, "AES");
    }

    static GroupKey random() {
        byte[] material = new byte[BYTES];
        RANDOM.nextBytes(material);
        try {
            return new GroupKey(material);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    /**
     * Takes over {@code material} and wipes it.
     *
     * @throws IllegalArgumentException if it does not have the length of a key
     */
    static GroupKey taking(byte[] material) {
        try {
            if (material.length != BYTES) {
                throw new IllegalArgumentException("A group key has " + BYTES + " bytes, this has "
                        + material.length + ".");
            }
            return new GroupKey(material);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    SecretKey forCipher() {
        return key;
    }

    /** A copy of the key that the caller wipes. */
    byte[] material() {
        return key.getEncoded();
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("A clear group key is never serialised.");
    }

    /**
     * Whether it is the same key, in a time that does not depend on where two differ. Ignite asks
     * it of two nodes with stored keys, and lets them into one cluster only if it is.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupKey that && key.equals(that.key);
    }

    /** The same for all keys: a hash of a key would be a part of it that leaves. */
    @Override
    public int hashCode() {
        return GroupKey.class.hashCode();
    }

    @Override
    public String toString() {
        return "GroupKey";
    }
}
