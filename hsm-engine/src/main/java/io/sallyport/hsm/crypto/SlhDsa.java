package io.sallyport.hsm.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.QuantumModule.Pair;

/**
 * SLH-DSA (FIPS 205) on bare keys: hedged signatures of data themselves with an empty context. A
 * signature was verified before it leaves, since one that a fault spoilt may show enough of the key
 * to forge others. Stateless.
 */
final class SlhDsa {
    private static final int SEEDS = 3;

    private SlhDsa() {}

    /** Length of {@code SK.seed || SK.prf || PK.seed}. */
    static int seedBytes(Algorithm algorithm) {
        return SEEDS * QuantumEncoding.set(algorithm).publicBytes() / 2;
    }

    /** The pair of {@code SK.seed || SK.prf || PK.seed}. */
    static Pair pair(Algorithm algorithm, byte[] seeds) throws EngineFault {
        return CryptoModule.current().quantum().slhDsaPair(algorithm, seeds);
    }

    /** A signature; of the same data another one each time, as {@code random} goes. */
    static byte[] sign(Algorithm algorithm, byte[] privateKey, byte[] data, SecureRandom random)
            throws EngineFault {
        byte[] signature = CryptoModule.current().quantum().slhDsaSignature(algorithm, privateKey,
                data, random);
        if (!verify(algorithm, publicOf(algorithm, privateKey), data, signature)) {
            // No reason to stop the engine: a registered key's halves may be those of two keys.
            throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "The key makes no signature.");
        }
        return signature;
    }

    /** Whether this is a signature of the data. */
    static boolean verify(Algorithm algorithm, byte[] publicKey, byte[] data, byte[] signature)
            throws EngineFault {
        return signature.length == QuantumEncoding.set(algorithm).outputBytes()
                && CryptoModule.current().quantum().isSlhDsaSignature(algorithm, publicKey, data,
                        signature);
    }

    /** The second half of a private key is the public one. */
    private static byte[] publicOf(Algorithm algorithm, byte[] privateKey) {
        return Arrays.copyOfRange(privateKey, QuantumEncoding.set(algorithm).publicBytes(),
                privateKey.length);
    }
}
