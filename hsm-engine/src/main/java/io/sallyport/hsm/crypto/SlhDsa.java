package io.sallyport.hsm.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.SLHDSASigner;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.JcaKeys.Bare;

/**
 * SLH-DSA (FIPS 205) of Bouncy Castle, on bare keys: hedged signatures of data themselves with an
 * empty context. A signature was verified before it leaves, since one that a fault spoilt may show
 * enough of the key to forge others. Stateless.
 */
final class SlhDsa {
    private static final int SEEDS = 3;
    private static final Map<Algorithm, SLHDSAParameters> PARAMETERS = Map.ofEntries(
            Map.entry(Algorithm.SLH_DSA_SHA2_128S, SLHDSAParameters.sha2_128s),
            Map.entry(Algorithm.SLH_DSA_SHA2_128F, SLHDSAParameters.sha2_128f),
            Map.entry(Algorithm.SLH_DSA_SHA2_192S, SLHDSAParameters.sha2_192s),
            Map.entry(Algorithm.SLH_DSA_SHA2_192F, SLHDSAParameters.sha2_192f),
            Map.entry(Algorithm.SLH_DSA_SHA2_256S, SLHDSAParameters.sha2_256s),
            Map.entry(Algorithm.SLH_DSA_SHA2_256F, SLHDSAParameters.sha2_256f),
            Map.entry(Algorithm.SLH_DSA_SHAKE_128S, SLHDSAParameters.shake_128s),
            Map.entry(Algorithm.SLH_DSA_SHAKE_128F, SLHDSAParameters.shake_128f),
            Map.entry(Algorithm.SLH_DSA_SHAKE_192S, SLHDSAParameters.shake_192s),
            Map.entry(Algorithm.SLH_DSA_SHAKE_192F, SLHDSAParameters.shake_192f),
            Map.entry(Algorithm.SLH_DSA_SHAKE_256S, SLHDSAParameters.shake_256s),
            Map.entry(Algorithm.SLH_DSA_SHAKE_256F, SLHDSAParameters.shake_256f));

    private SlhDsa() {}

    /** Length of {@code SK.seed || SK.prf || PK.seed}. */
    static int seedBytes(Algorithm algorithm) {
        return SEEDS * n(algorithm);
    }

    /** The pair of {@code SK.seed || SK.prf || PK.seed}. */
    static Bare pair(Algorithm algorithm, byte[] seeds) {
        int n = n(algorithm);
        SLHDSAKeyPairGenerator generator = new SLHDSAKeyPairGenerator();
        generator.init(new SLHDSAKeyGenerationParameters(new SeededRandom(new byte[0]),
                parameters(algorithm)));
        AsymmetricCipherKeyPair pair =
                generator.internalGenerateKeyPair(Arrays.copyOfRange(seeds, 0, n),
                        Arrays.copyOfRange(seeds, n, 2 * n),
                        Arrays.copyOfRange(seeds, 2 * n, SEEDS * n));
        return new Bare(((SLHDSAPublicKeyParameters) pair.getPublic()).getEncoded(),
                ((SLHDSAPrivateKeyParameters) pair.getPrivate()).getEncoded());
    }

    /** A signature; of the same data another one each time, as {@code random} goes. */
    static byte[] sign(Algorithm algorithm, byte[] privateKey, byte[] data, SecureRandom random)
            throws EngineFault {
        SLHDSASigner signer = new SLHDSASigner();
        signer.init(true, new ParametersWithRandom(
                new SLHDSAPrivateKeyParameters(parameters(algorithm), privateKey), random));
        byte[] signature = signer.generateSignature(data);
        if (!verify(algorithm, publicOf(algorithm, privateKey), data, signature)) {
            // No reason to stop the engine: a registered key's halves may be those of two keys.
            throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, "The key makes no signature.");
        }
        return signature;
    }

    /** Whether this is a signature of the data. */
    static boolean verify(Algorithm algorithm, byte[] publicKey, byte[] data, byte[] signature) {
        if (signature.length != QuantumEncoding.set(algorithm).outputBytes()) {
            return false;
        }
        SLHDSASigner signer = new SLHDSASigner();
        signer.init(false, new SLHDSAPublicKeyParameters(parameters(algorithm), publicKey));
        return signer.verifySignature(data, signature);
    }

    /** The second half of a private key is the public one. */
    static byte[] publicOf(Algorithm algorithm, byte[] privateKey) {
        return Arrays.copyOfRange(privateKey, 2 * n(algorithm), privateKey.length);
    }

    private static int n(Algorithm algorithm) {
        return QuantumEncoding.set(algorithm).publicBytes() / 2;
    }

    private static SLHDSAParameters parameters(Algorithm algorithm) {
        SLHDSAParameters parameters = PARAMETERS.get(algorithm);
        if (parameters == null) {
            throw new IllegalArgumentException(algorithm + " is no set of SLH-DSA.");
        }
        return parameters;
    }
}
