package io.sallyport.hsm.crypto;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;

/**
 * Makes PKCS#12 containers (RFC 7292) of a private key and certificates: PBES2 with PBKDF2,
 * HMAC-SHA-256 and AES-256-CBC around both, and the format's own MAC with SHA-256. How well the
 * key is kept is how good the password is. Belongs to one thread.
 */
public interface Pkcs12 {
    /**
     * A container.
     *
     * @param key PKCS#8, not encrypted; null for certificates alone
     * @param password in UTF-8
     * @param certificates X.509, the key's own first; may be none
     */
    byte[] container(byte @Nullable [] key, byte[] password, String friendlyName,
            List<byte[]> certificates) throws EngineFault;
}
