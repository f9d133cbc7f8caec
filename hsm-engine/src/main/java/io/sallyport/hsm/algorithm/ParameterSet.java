package io.sallyport.hsm.algorithm;

import io.sallyport.hsm.algorithm.Algorithm.Kind;

/**
 * A parameter set of a post-quantum algorithm: all its lengths are fixed.
 *
 * @param family the self-test before its first use
 * @param identifier the last number of its object identifier, below NIST's arc of its kind
 * @param publicBytes length of a public key (ML-KEM: the encapsulation key)
 * @param privateBytes length of an expanded private key (ML-KEM: the decapsulation key)
 * @param seedBytes length of the seed that a private key is made from; 0 if keys have no such form
 * @param outputBytes length of a signature or ciphertext
 */
public record ParameterSet(Kind kind, Family family, int identifier, int publicBytes,
        int privateBytes, int seedBytes, int outputBytes) {
    private static final int KEM_SEED_BYTES = 64;
    private static final int DSA_SEED_BYTES = 32;

    /** FIPS 203, table 3. */
    static ParameterSet kem(int identifier, int publicBytes, int privateBytes, int cipherBytes) {
        return new ParameterSet(Kind.KEM, Family.ML_KEM, identifier, publicBytes, privateBytes,
                KEM_SEED_BYTES, cipherBytes);
    }

    /** FIPS 204, table 2. */
    static ParameterSet mlDsa(int identifier, int publicBytes, int privateBytes, int sigBytes) {
        return new ParameterSet(Kind.ML_DSA, Family.ML_DSA, identifier, publicBytes, privateBytes,
                DSA_SEED_BYTES, sigBytes);
    }

    /** FIPS 205, table 2; {@code n} is its security parameter. */
    static ParameterSet slhDsa(int identifier, int n, int sigBytes) {
        return new ParameterSet(Kind.SLH_DSA, Family.SLH_DSA, identifier, 2 * n, 4 * n, 0,
                sigBytes);
    }
}
