package io.sallyport.hsm.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.crypto.QuantumModule.Pair;

/**
 * ML-DSA (FIPS 204) on bare keys: hedged signatures of data themselves with an empty
 * context. Stateless.
 */
final class MlDsa {
    private MlDsa() {}

    /** The pair of a seed. */
    static Pair pair(Algorithm algorithm, byte[] seed) throws EngineFault {
        return JcaKeys.pair(provider(), algorithm, seed);
    }

    /** A signature; of the same data another one each time, as {@code random} goes. */
    static byte[] sign(Algorithm algorithm, byte[] privateKey, byte[] data, SecureRandom random)
            throws EngineFault {
        Signature signature = signer(algorithm, privateKey, random);
        try {
            signature.update(data);
            return signature.sign();
        } catch (SignatureException e) {
            throw new IllegalStateException("The provider refuses to sign.", e);
        }
    }

    /** Whether this is a signature of the data. */
    static boolean verify(Algorithm algorithm, byte[] publicKey, byte[] data, byte[] signature)
            throws EngineFault {
        try {
            Signature verification = Signature.getInstance(algorithm.title(), provider());
            verification.initVerify(JcaKeys.publicKey(provider(), algorithm, publicKey));
            verification.update(data);
            return verification.verify(signature);
        } catch (SignatureException e) {
            // Whatever the bytes are that somebody sent, they are no signature.
            return false;
        } catch (GeneralSecurityException e) {
            throw QuantumEncoding.unreadable();
        }
    }

    /**
     * Refuses a key that makes no right signature: one with a coefficient that none has, or whose
     * parts are not one key's. FIPS 204 looks for a signature until there is one, which with such a
     * key may be never; this one trial has an end.
     */
    static void checkPrivate(Algorithm algorithm, byte[] key, SecureRandom random)
            throws EngineFault {
        signer(algorithm, key, random);
        byte[] text = "pairwise consistency".getBytes(StandardCharsets.US_ASCII);
        if (!CryptoModule.current().quantum().signs(algorithm, key, text, random)) {
            throw QuantumEncoding.unreadable();
        }
    }

    private static Provider provider() throws EngineFault {
        return CryptoModule.current().quantum().mlDsa();
    }

    private static Signature signer(Algorithm algorithm, byte[] key, SecureRandom random)
            throws EngineFault {
        try {
            Signature signature = Signature.getInstance(algorithm.title(), provider());
            signature.initSign(JcaKeys.privateKey(provider(), algorithm, key), random);
            return signature;
        } catch (InvalidKeyException e) {
            throw QuantumEncoding.unreadable();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + algorithm.title() + ".", e);
        }
    }
}
