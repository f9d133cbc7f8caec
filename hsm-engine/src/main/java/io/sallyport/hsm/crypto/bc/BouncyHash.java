package io.sallyport.hsm.crypto.bc;

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
import io.sallyport.hsm.crypto.RunningHash;

/**
 * A hash of data in parts by the lightweight API, whose state can be written down. Belongs to one
 * thread.
 */
final class BouncyHash implements RunningHash {
    private final Digest digest;
    private final EncodableDigest encodable;

    private <D extends Digest & EncodableDigest> BouncyHash(D digest) {
        this.digest = digest;
        this.encodable = digest;
    }

    static BouncyHash of(HashAlgorithm hash, byte @Nullable [] state) {
        return state == null ? begun(hash) : resumed(hash, state);
    }

    private static BouncyHash begun(HashAlgorithm hash) {
        return switch (hash) {
            case SHA_1 -> new BouncyHash(new SHA1Digest());
            case SHA_224 -> new BouncyHash(new SHA224Digest());
            case SHA_256 -> new BouncyHash(new SHA256Digest());
            case SHA_384 -> new BouncyHash(new SHA384Digest());
            case SHA_512 -> new BouncyHash(new SHA512Digest());
            case SHA_512_224 -> new BouncyHash(new SHA512tDigest(224));
            case SHA_512_256 -> new BouncyHash(new SHA512tDigest(256));
            case SHA3_224 -> new BouncyHash(new SHA3Digest(224));
            case SHA3_256 -> new BouncyHash(new SHA3Digest(256));
            case SHA3_384 -> new BouncyHash(new SHA3Digest(384));
            case SHA3_512 -> new BouncyHash(new SHA3Digest(512));
        };
    }

    private static BouncyHash resumed(HashAlgorithm hash, byte[] state) {
        return switch (hash) {
            case SHA_1 -> new BouncyHash(new SHA1Digest(state));
            case SHA_224 -> new BouncyHash(new SHA224Digest(state));
            case SHA_256 -> new BouncyHash(new SHA256Digest(state));
            case SHA_384 -> new BouncyHash(new SHA384Digest(state));
            case SHA_512 -> new BouncyHash(new SHA512Digest(state));
            case SHA_512_224, SHA_512_256 -> new BouncyHash(new SHA512tDigest(state));
            case SHA3_224, SHA3_256, SHA3_384, SHA3_512 -> new BouncyHash(new SHA3Digest(state));
        };
    }

    @Override
    public void update(byte[] data, int length) {
        digest.update(data, 0, length);
    }

    @Override
    public byte[] state() {
        return encodable.getEncodedState();
    }

    @Override
    public byte[] finish() {
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }
}
