package io.sallyport.hsm.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;

import javax.crypto.KEM;
import javax.crypto.SecretKey;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.QuantumModule.Pair;

/**
 * ML-KEM (FIPS 203) on bare keys. The checks of sections 7.2 and 7.3 are made each
 * time: length and modulus of an encapsulation key, length and hash of a decapsulation key, length
 * of a ciphertext. Stateless.
 */
final class JcaBridgeKem {
    private JcaBridgeKem() {}

    /** A ciphertext and the secret in it, which the caller wipes. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Encapsulated(byte[] ciphertext, byte[] secret) {
        @Override
        public String toString() {
            return "Encapsulated";
        }
    }

    /** The pair of a seed, {@code d || z}. */
    static Pair pair(Algorithm algorithm, byte[] seed) throws EngineFault {
        return JcaKeys.pair(provider(), algorithm, seed);
    }

    /** A new secret for whoever has the private key. */
    static Encapsulated encapsulate(Algorithm algorithm, byte[] publicKey, SecureRandom random)
            throws EngineFault {
        KEM.Encapsulated made = encapsulator(algorithm, publicKey, random).encapsulate();
        return new Encapsulated(made.encapsulation(), bytes(made.key()));
    }

    /** The secret of a ciphertext: of one that nobody made, a secret that nobody knows. */
    static byte[] decapsulate(Algorithm algorithm, byte[] privateKey, byte[] ciphertext)
            throws EngineFault {
        if (ciphertext.length != QuantumEncoding.set(algorithm).outputBytes()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The ciphertext has not the length of its algorithm.");
        }
        try {
            return bytes(decapsulator(algorithm, privateKey).decapsulate(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A ciphertext of the right length is refused.", e);
        }
    }

    /** Refuses a key whose coefficients are not below the modulus. */
    static void checkPublic(Algorithm algorithm, byte[] key) throws EngineFault {
        encapsulator(algorithm, key, new SeededRandom(new byte[0]));
    }

    /** Refuses a key that does not have the hash of its public half in it. */
    static void checkPrivate(Algorithm algorithm, byte[] key) throws EngineFault {
        decapsulator(algorithm, key);
    }

    private static Provider provider() throws EngineFault {
        return CryptoModule.current().quantum().kems();
    }

    private static KEM.Encapsulator encapsulator(Algorithm algorithm, byte[] key,
            SecureRandom random) throws EngineFault {
        try {
            return KEM.getInstance("ML-KEM", provider())
                    .newEncapsulator(JcaKeys.publicKey(provider(), algorithm, key), random);
        } catch (GeneralSecurityException e) {
            throw QuantumEncoding.unreadable();
        }
    }

    private static KEM.Decapsulator decapsulator(Algorithm algorithm, byte[] key)
            throws EngineFault {
        try {
            return KEM.getInstance("ML-KEM", provider())
                    .newDecapsulator(JcaKeys.privateKey(provider(), algorithm, key));
        } catch (GeneralSecurityException e) {
            throw QuantumEncoding.unreadable();
        }
    }

    private static byte[] bytes(SecretKey key) {
        byte[] bytes = key.getEncoded();
        if (bytes == null) {
            throw new IllegalStateException("The JDK keeps its secret to itself.");
        }
        return bytes;
    }
}
