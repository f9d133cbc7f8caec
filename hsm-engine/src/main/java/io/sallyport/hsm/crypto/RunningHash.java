package io.sallyport.hsm.crypto;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.EncodableDigest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.HashAlgorithm;

/**
 * A hash of data in parts, by Bouncy Castle, because its state can be written down. Belongs to one
 * thread.
 */
public final class RunningHash {
    private final Digest digest;
    private final EncodableDigest encodable;

    private <D extends Digest & EncodableDigest> RunningHash(D digest) {
        this.digest = digest;
        this.encodable = digest;
    }

    /**
     * A hash at its beginning, or in a state of the same function that was written down.
     *
     * @throws RuntimeException if the bytes are no such state
     */
    public static RunningHash of(HashAlgorithm hash, byte @Nullable [] state) {
        return state == null ? begun(hash) : resumed(hash, state);
    }

    private static RunningHash begun(HashAlgorithm hash) {
        return switch (hash) {
            case SHA_1 -> new RunningHash(new SHA1Digest());
            case SHA_224 -> new RunningHash(new SHA224Digest());
            case SHA_256 -> new RunningHash(new SHA256Digest());
            case SHA_384 -> new RunningHash(new SHA384Digest());
            case SHA_512 -> new RunningHash(new SHA512Digest());
            case SHA_512_224 -> new RunningHash(new SHA512tDigest(224));
            case SHA_512_256 -> new RunningHash(new SHA512tDigest(256));
            case SHA3_224 -> new RunningHash(new SHA3Digest(224));
            case SHA3_256 -> new RunningHash(new SHA3Digest(256));
            case SHA3_384 -> new RunningHash(new SHA3Digest(384));
            case SHA3_512 -> new RunningHash(new SHA3Digest(512));
        };
    }

    private static RunningHash resumed(HashAlgorithm hash, byte[] state) {
        return switch (hash) {
            case SHA_1 -> new RunningHash(new SHA1Digest(state));
            case SHA_224 -> new RunningHash(new SHA224Digest(state));
            case SHA_256 -> new RunningHash(new SHA256Digest(state));
            case SHA_384 -> new RunningHash(new SHA384Digest(state));
            case SHA_512 -> new RunningHash(new SHA512Digest(state));
            case SHA_512_224, SHA_512_256 -> new RunningHash(new SHA512tDigest(state));
            case SHA3_224, SHA3_256, SHA3_384, SHA3_512 -> new RunningHash(new SHA3Digest(state));
        };
    }

    /** Takes the first {@code length} bytes. */
    public void update(byte[] data, int length) {
        digest.update(data, 0, length);
    }

    /** What {@link #of} takes. It may hold data or what a key was made to; the caller wipes it. */
    public byte[] state() {
        return encodable.getEncodedState();
    }

    /** The hash value; nothing more can be taken. */
    public byte[] finish() {
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }
}
