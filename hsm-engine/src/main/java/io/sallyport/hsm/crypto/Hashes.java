package io.sallyport.hsm.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;

import io.sallyport.hsm.command.HashAlgorithm;

/** Hash functions of whole data, by the module. Belongs to one thread. */
public final class Hashes {
    private final Map<HashAlgorithm, MessageDigest> digests = new EnumMap<>(HashAlgorithm.class);

    /** The hash of these bytes behind each other. */
    public byte[] hash(HashAlgorithm hash, byte[]... parts) {
        MessageDigest digest = digests.computeIfAbsent(hash, Hashes::create);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The hash of the first {@code length} bytes. */
    public byte[] hash(HashAlgorithm hash, byte[] data, int length) {
        MessageDigest digest = digests.computeIfAbsent(hash, Hashes::create);
        digest.update(data, 0, length);
        return digest.digest();
    }

    /** The name of a hash function in Java. */
    public static String name(HashAlgorithm hash) {
        return switch (hash) {
            case SHA_1 -> "SHA-1";
            case SHA_224 -> "SHA-224";
            case SHA_256 -> "SHA-256";
            case SHA_384 -> "SHA-384";
            case SHA_512 -> "SHA-512";
            case SHA_512_224 -> "SHA-512/224";
            case SHA_512_256 -> "SHA-512/256";
            case SHA3_224 -> "SHA3-224";
            case SHA3_256 -> "SHA3-256";
            case SHA3_384 -> "SHA3-384";
            case SHA3_512 -> "SHA3-512";
        };
    }

    private static MessageDigest create(HashAlgorithm hash) {
        String name = name(hash);
        try {
            return MessageDigest.getInstance(name, CryptoModule.current().digests());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The module has no " + name + ".", e);
        }
    }
}
