package io.sallyport.hsm.command;

import org.jspecify.annotations.Nullable;

/**
 * How to sign or to verify a signature, apart from any key.
 *
 * @param hash the hash of the data; null where the key's algorithm has its own (EdDSA, ML-DSA)
 * @param maskHash the hash of PSS's mask generator MGF1, else null
 * @param saltLengthBytes length of the salt of PSS, else 0
 */
public record SignatureSpec(Padding padding, @Nullable HashAlgorithm hash,
        @Nullable HashAlgorithm maskHash, int saltLengthBytes) {

    /** Without the parameters of PSS. */
    public SignatureSpec(Padding padding, @Nullable HashAlgorithm hash) {
        this(padding, hash, null, 0);
    }

    /** RSA-PSS with a salt of this length. */
    public static SignatureSpec pss(HashAlgorithm hash, HashAlgorithm maskHash, int saltBytes) {
        return new SignatureSpec(Padding.PSS, hash, maskHash, saltBytes);
    }

    /** Encodings of an RSA signature; {@link #NONE} for algorithms that have but one. */
    public enum Padding {
        NONE, PKCS1_V1_5, PSS
    }
}
