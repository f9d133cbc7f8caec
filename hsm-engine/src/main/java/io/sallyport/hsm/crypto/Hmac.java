package io.sallyport.hsm.crypto;

import java.util.Arrays;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;

/**
 * HMAC (FIPS 198-1) on this thread's hash functions. Keys come on the heap and are wiped by who
 * made them; what is made of them here is wiped here. Belongs to one thread.
 */
public final class Hmac {
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    private final Hashes hashes;

    /** HMAC with these hash functions. */
    public Hmac(Hashes hashes) {
        this.hashes = hashes;
    }

    /** The code of these bytes behind each other. */
    public byte[] compute(HashAlgorithm hash, byte[] key, byte[]... parts) {
        byte[] inner = pad(hash, key, INNER);
        try {
            byte[][] all = new byte[parts.length + 1][];
            all[0] = inner;
            System.arraycopy(parts, 0, all, 1, parts.length);
            return finish(hash, key, hashes.hash(hash, all));
        } finally {
            Arrays.fill(inner, (byte) 0);
        }
    }

    /** A hash that has taken the key, for data in parts. */
    public RunningHash begin(HashAlgorithm hash, byte[] key) throws EngineFault {
        byte[] inner = pad(hash, key, INNER);
        try {
            RunningHash running = RunningHash.of(hash, null);
            running.update(inner, inner.length);
            return running;
        } finally {
            Arrays.fill(inner, (byte) 0);
        }
    }

    /** The code, given the inner hash; which is zeroed. */
    public byte[] finish(HashAlgorithm hash, byte[] key, byte[] innerHash) {
        byte[] outer = pad(hash, key, OUTER);
        try {
            return hashes.hash(hash, outer, innerHash);
        } finally {
            Arrays.fill(outer, (byte) 0);
            Arrays.fill(innerHash, (byte) 0);
        }
    }

    private byte[] pad(HashAlgorithm hash, byte[] key, int with) {
        byte[] block;
        if (key.length > hash.blockBytes()) {
            byte[] hashed = hashes.hash(hash, key);
            block = Arrays.copyOf(hashed, hash.blockBytes());
            Arrays.fill(hashed, (byte) 0);
        } else {
            block = Arrays.copyOf(key, hash.blockBytes());
        }
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) with;
        }
        return block;
    }
}
