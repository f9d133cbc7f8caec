package io.sallyport.hsm.command;

import org.jspecify.annotations.Nullable;

/** The hash functions that the engine serves, with their KMIP codes. */
public enum HashAlgorithm {
    SHA_1(4, 20, 64), SHA_224(5, 28, 64), SHA_256(6, 32, 64), SHA_384(7, 48, 128),
    SHA_512(8, 64, 128), SHA_512_224(12, 28, 128), SHA_512_256(13, 32, 128), SHA3_224(14, 28, 144),
    SHA3_256(15, 32, 136), SHA3_384(16, 48, 104), SHA3_512(17, 64, 72);

    private final int code;
    private final int bytes;
    private final int blockBytes;

    HashAlgorithm(int code, int bytes, int blockBytes) {
        this.code = code;
        this.bytes = bytes;
        this.blockBytes = blockBytes;
    }

    /** KMIP Hashing Algorithm. */
    public int code() {
        return code;
    }

    /** Length of a value in bytes. */
    public int bytes() {
        return bytes;
    }

    /** Length of an input block in bytes, which HMAC pads its key to. */
    public int blockBytes() {
        return blockBytes;
    }

    /** The hash function with this KMIP code, or null if the engine does not serve it. */
    public static @Nullable HashAlgorithm of(int code) {
        for (HashAlgorithm hash : values()) {
            if (hash.code == code) {
                return hash;
            }
        }
        return null;
    }
}
