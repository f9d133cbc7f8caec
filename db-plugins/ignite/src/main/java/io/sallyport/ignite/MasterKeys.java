package io.sallyport.ignite;

import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * What the plugin asks of the gateway. Every method blocks until the answer is there or the
 * deadline has passed. Implementations are safe for threads.
 */
interface MasterKeys extends AutoCloseable {
    /**
     * Finds the active AES key with this name, and makes it first if it is missing and that is
     * configured.
     *
     * @throws MasterKeyException if there is none, more than one, or no gateway answers
     */
    MasterKey find(String name) throws MasterKeyException;

    /**
     * Encrypts with authentication.
     *
     * @param context bound to the ciphertext; the same bytes are needed to decrypt
     */
    Sealed encrypt(MasterKey key, byte[] clear, byte[] context) throws MasterKeyException;

    /**
     * Decrypts and checks.
     *
     * @return the clear bytes; the caller wipes them
     * @throws MasterKeyException also if ciphertext, context or key are not those of the encryption
     */
    byte[] decrypt(MasterKey key, Sealed sealed, byte[] context) throws MasterKeyException;

    @Override
    void close();

    /** Output of AES-GCM, each part as the gateway gave it. */
    record Sealed(ByteSlice vector, ByteSlice tag, ByteSlice ciphertext) {}
}
