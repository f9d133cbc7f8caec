package io.sallyport.hsm.crypto;

import java.security.Provider;
import java.security.SecureRandom;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;

/**
 * What a module computes of the post-quantum algorithms, on bare keys. Safe for every thread.
 */
public interface QuantumModule {
    /**
     * The bare public key, and the bare private one, which the caller wipes.
     */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Pair(byte[] publicKey, byte[] privateKey) {
        @Override
        public String toString() {
            return "Pair";
        }
    }

    /** The provider of ML-KEM. */
    Provider kems();

    /** The provider of ML-DSA. */
    Provider mlDsa();

    /** Whether an ML-DSA key makes a right signature of the text within a bounded time. */
    boolean signs(Algorithm algorithm, byte[] privateKey, byte[] text, SecureRandom random);

    /** The pair of {@code SK.seed || SK.prf || PK.seed} of SLH-DSA. */
    Pair slhDsaPair(Algorithm algorithm, byte[] seeds);

    /** A signature of SLH-DSA, as {@code random} goes. */
    byte[] slhDsaSignature(Algorithm algorithm, byte[] privateKey, byte[] data,
            SecureRandom random) throws EngineFault;

    /** Whether bytes of the right length are a signature of SLH-DSA. */
    boolean isSlhDsaSignature(Algorithm algorithm, byte[] publicKey, byte[] data,
            byte[] signature) throws EngineFault;

    /** Whether the bytes are a public key of LMS, or of HSS. */
    boolean isLmsKey(byte[] key, boolean hss);

    /** Whether the bytes are a signature of LMS, or of HSS. */
    boolean isLmsSignature(byte[] key, boolean hss, byte[] data, byte[] signature);
}
