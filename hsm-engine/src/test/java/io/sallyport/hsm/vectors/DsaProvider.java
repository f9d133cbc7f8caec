package io.sallyport.hsm.vectors;

/**
 * ML-DSA (FIPS 204) of a provider. What it refuses is an {@link IllegalArgumentException}, what it
 * has no way to say an {@link UnsupportedOperationException}.
 */
interface DsaProvider {
    /** Public key and expanded private key of a seed. */
    byte[][] keys(String set, byte[] seed);

    /**
     * Signs a message.
     *
     * @param random 32 bytes; zeros for a deterministic signature
     */
    byte[] sign(String set, byte[] key, byte[] message, byte[] context, byte[] random);

    /** Signs a message representative. */
    byte[] signMu(String set, byte[] key, byte[] mu, byte[] random);

    boolean verify(String set, byte[] key, byte[] message, byte[] context, byte[] signature);
}
