package io.sallyport.hsm.command;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.algorithm.Family;

/**
 * How to encrypt or decrypt, apart from any key.
 *
 * @param mode how blocks are chained; {@link Mode#NONE} for stream ciphers and RSA
 * @param tagLengthBytes length of the authentication tag; 0 where the mode has none
 * @param randomIv whether the engine makes the IV of an encryption
 * @param hash the hash of OAEP, else null
 * @param maskHash the hash of OAEP's mask generator MGF1, else null
 * @param initialCounter number of the first block of ChaCha20, else 0
 */
public record CipherSpec(Mode mode, Padding padding, int tagLengthBytes, boolean randomIv,
        @Nullable HashAlgorithm hash, @Nullable HashAlgorithm maskHash, int initialCounter) {

    /** A specification without what only OAEP and ChaCha20 need. */
    public CipherSpec(Mode mode, Padding padding, int tagLengthBytes, boolean randomIv) {
        this(mode, padding, tagLengthBytes, randomIv, null, null, 0);
    }

    /** RSA-OAEP; its label travels as associated data. */
    public static CipherSpec oaep(HashAlgorithm hash, HashAlgorithm maskHash) {
        return new CipherSpec(Mode.NONE, Padding.OAEP, 0, false, hash, maskHash, 0);
    }

    /** Cipher modes; which are served depends on the key's algorithm and on policy. */
    public enum Mode {
        CBC, CTR, GCM, ECB, CCM, CFB, OFB, XTS, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING, NONE, PCBC;

        /** What is tested before its first use; null if that is done at the start. */
        public @Nullable Family family() {
            return switch (this) {
                case CBC, CTR, GCM, ECB, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> null;
                case CCM, CFB, OFB, XTS, PCBC, NONE -> Family.CIPHER;
            };
        }
    }

    /** Paddings of block modes, and of RSA encryption. */
    public enum Padding {
        NONE, PKCS5, ZEROS, ANSI_X9_23, ISO_10126, OAEP, PKCS1_V1_5
    }
}
