package io.sallyport.hsm.crypto;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;

/** RSA with its paddings (RFC 8017), as a module gives it that keeps the primitive to itself. */
public interface PaddedRsa {
    /** The hash functions and the label of OAEP; nothing kept. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Oaep(HashAlgorithm hash, HashAlgorithm maskHash, byte[] label) {}

    /** Encrypts; null if the message is too long. */
    byte @Nullable [] encrypt(ModuleKey key, Oaep oaep, byte[] message, NonceSource nonces)
            throws EngineFault;

    /** The message, which the caller wipes; null for whatever does not verify. */
    byte @Nullable [] decrypt(ModuleKey key, Oaep oaep, byte[] ciphertext) throws EngineFault;

    /** Signs a hash value, or data for PSS; null if the key is too short. */
    byte @Nullable [] sign(ModuleKey key, SignatureSpec spec, byte[] input, NonceSource nonces)
            throws EngineFault;

    /** Whether this is a signature. */
    boolean verify(ModuleKey key, SignatureSpec spec, byte[] input, byte[] signature)
            throws EngineFault;
}
