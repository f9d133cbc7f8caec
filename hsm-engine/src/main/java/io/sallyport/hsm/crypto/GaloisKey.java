package io.sallyport.hsm.crypto;

/** The hash subkey of GCM (SP 800-38D, section 6.3). Belongs to one thread. */
public interface GaloisKey {
    /** Multiplies the 16 bytes by it, in their place. */
    void multiply(byte[] block);
}
