package io.sallyport.hsm.crypto;

import java.security.Provider;
import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.crypto.bc.BouncyCastle;
import io.sallyport.hsm.crypto.fips.FipsModule;

/**
 * The cryptographic module of a distribution: what computes, below the engine's own formats and
 * modes. One for the process, by what is on its class path. Safe for every thread, and so is what
 * it gives unless that says otherwise.
 */
public interface CryptoModule {
    /** What the engine of the FIPS distribution says of all that it refuses for that. */
    String NOT_APPROVED = "is not an approved service; the FIPS engine does not give it.";

    /** The module of this process. */
    static CryptoModule current() {
        return Chosen.MODULE;
    }

    /** Holds the module, which is made when it is first asked for. */
    final class Chosen {
        /** What the ordinary Bouncy Castle alone has. */
        private static final String ORDINARY = "org.bouncycastle.crypto.engines.AESEngine";
        private static final CryptoModule MODULE = choose();

        private Chosen() {}

        private static CryptoModule choose() {
            if (!isPresent(FipsModule.PROVIDER)) {
                return new BouncyCastle();
            }
            if (isPresent(ORDINARY)) {
                throw new IllegalStateException(
                        "The class path has bc-fips and the ordinary Bouncy Castle.");
            }
            return new FipsModule();
        }

        /** By its file, since its class can't be loaded without the one or the other. */
        private static boolean isPresent(String name) {
            return Chosen.class.getResource("/" + name.replace('.', '/') + ".class") != null;
        }
    }

    /** Its name and version, for operators. */
    String description();

    /** Whether it gives approved services only, and the engine has to refuse all others. */
    default boolean approvedOnly() {
        return false;
    }

    /** The name under which its provider has a cipher; null if the module does not have it. */
    default @Nullable String cipher(Transformation transformation) {
        return transformation == Transformation.AES_CCM ? null : transformation.jcaName();
    }

    /**
     * The name under which its provider has a code; null if the engine computes it.
     *
     * @param hash HMAC's, or null for CMAC with AES
     */
    default @Nullable String code(@Nullable HashAlgorithm hash) {
        return null;
    }

    /** The provider of block ciphers. */
    Provider ciphers();

    /** The provider of hash functions. */
    Provider digests();

    /**
     * A generator of random numbers.
     *
     * @param kernel the kernel's generator under health tests: it seeds this one, or is it
     */
    SecureRandom random(SecureRandom kernel);

    /** Key pairs. */
    KeyModule keys();

    /**
     * Post-quantum algorithms.
     *
     * @throws EngineFault if the module has none
     */
    QuantumModule quantum() throws EngineFault;

    /**
     * A hash of data in parts. Belongs to one thread.
     *
     * @param state null at the beginning
     * @throws RuntimeException if the bytes are no state of this function
     */
    RunningHash runningHash(HashAlgorithm hash, byte @Nullable [] state) throws EngineFault;

    /** GCM's subkey for data in parts. Belongs to one thread. */
    GaloisKey galoisKey(byte[] subkey) throws EngineFault;

    /**
     * Adds the key stream of ChaCha20 to the first {@code length} bytes.
     *
     * @param iv of 8 bytes, or of 12 as in RFC 8439
     * @param counter the first block's
     */
    void chaCha20(byte[] key, byte[] iv, int counter, byte[] input, int length, byte[] output)
            throws EngineFault;

    /** Containers with salts from this source. */
    Pkcs12 pkcs12(NonceSource nonces) throws EngineFault;
}
