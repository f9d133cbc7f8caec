package io.sallyport.hsm.vectors;

/**
 * ML-KEM (FIPS 203) of a provider. What it refuses is an {@link IllegalArgumentException}, whatever
 * its own exception is.
 */
interface KemProvider {
    /** Encapsulation key and expanded decapsulation key of a seed, d and z. */
    byte[][] keys(String set, byte[] seed);

    /** Ciphertext and secret for an encapsulation key and the random message m. */
    byte[][] encapsulate(String set, byte[] key, byte[] message);

    /** The secret in a ciphertext, with an expanded decapsulation key. */
    byte[] decapsulate(String set, byte[] key, byte[] ciphertext);

    static IllegalArgumentException refused(Exception cause) {
        return new IllegalArgumentException("The provider refuses.", cause);
    }
}
