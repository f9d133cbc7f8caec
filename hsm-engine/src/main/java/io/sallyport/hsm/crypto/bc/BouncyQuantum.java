package io.sallyport.hsm.crypto.bc;

import java.io.IOException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.HSSPublicKeyParameters;
import org.bouncycastle.crypto.params.LMSPublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.HSSSigner;
import org.bouncycastle.crypto.signers.LMSSigner;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.signers.SLHDSASigner;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.crypto.QuantumModule;

/** ML-KEM and ML-DSA of the JDK, SLH-DSA and LMS of Bouncy Castle. Stateless. */
final class BouncyQuantum implements QuantumModule {
    private static final int SEEDS = 3;
    private static final Map<Algorithm, MLDSAParameters> ML_DSA =
            Map.of(Algorithm.ML_DSA_44, MLDSAParameters.ml_dsa_44, Algorithm.ML_DSA_65,
                    MLDSAParameters.ml_dsa_65, Algorithm.ML_DSA_87, MLDSAParameters.ml_dsa_87);
    private static final Map<Algorithm, SLHDSAParameters> SLH_DSA = Map.ofEntries(
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

    private final Provider kems;
    private final Provider mlDsa;

    BouncyQuantum(Provider kems, Provider mlDsa) {
        this.kems = kems;
        this.mlDsa = mlDsa;
    }

    @Override
    public Provider kems() {
        return kems;
    }

    @Override
    public Provider mlDsa() {
        return mlDsa;
    }

    /** Bouncy Castle gives up after a thousand times. */
    @Override
    public boolean signs(Algorithm algorithm, byte[] privateKey, byte[] text,
            SecureRandom random) {
        try {
            MLDSAPrivateKeyParameters key =
                    new MLDSAPrivateKeyParameters(of(ML_DSA, algorithm), privateKey);
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, new ParametersWithRandom(key, random));
            signer.update(text, 0, text.length);
            byte[] signature = signer.generateSignature();
            MLDSASigner check = new MLDSASigner();
            check.init(false, key.getPublicKeyParameters());
            check.update(text, 0, text.length);
            return check.verifySignature(signature);
        } catch (CryptoException | RuntimeException e) {
            // Whatever the bytes are that somebody sent, they are no key.
            return false;
        }
    }

    @Override
    public Pair slhDsaPair(Algorithm algorithm, byte[] seeds) {
        int n = seeds.length / SEEDS;
        SLHDSAKeyPairGenerator generator = new SLHDSAKeyPairGenerator();
        generator.init(new SLHDSAKeyGenerationParameters(null, of(SLH_DSA, algorithm)));
        AsymmetricCipherKeyPair pair =
                generator.internalGenerateKeyPair(Arrays.copyOfRange(seeds, 0, n),
                        Arrays.copyOfRange(seeds, n, 2 * n),
                        Arrays.copyOfRange(seeds, 2 * n, SEEDS * n));
        return new Pair(((SLHDSAPublicKeyParameters) pair.getPublic()).getEncoded(),
                ((SLHDSAPrivateKeyParameters) pair.getPrivate()).getEncoded());
    }

    @Override
    public byte[] slhDsaSignature(Algorithm algorithm, byte[] privateKey, byte[] data,
            SecureRandom random) {
        SLHDSASigner signer = new SLHDSASigner();
        signer.init(true, new ParametersWithRandom(
                new SLHDSAPrivateKeyParameters(of(SLH_DSA, algorithm), privateKey), random));
        return signer.generateSignature(data);
    }

    @Override
    public boolean isSlhDsaSignature(Algorithm algorithm, byte[] publicKey, byte[] data,
            byte[] signature) {
        SLHDSASigner signer = new SLHDSASigner();
        signer.init(false, new SLHDSAPublicKeyParameters(of(SLH_DSA, algorithm), publicKey));
        return signer.verifySignature(data, signature);
    }

    @Override
    public boolean isLmsKey(byte[] key, boolean hss) {
        try {
            byte[] again = hss ? HSSPublicKeyParameters.getInstance(key).getEncoded()
                    : LMSPublicKeyParameters.getInstance(key).getEncoded();
            return Arrays.equals(key, again);
        } catch (IOException | RuntimeException e) {
            // Whatever the bytes are that somebody sent, they are no key.
            return false;
        }
    }

    @Override
    public boolean isLmsSignature(byte[] key, boolean hss, byte[] data, byte[] signature) {
        try {
            if (hss) {
                HSSSigner signer = new HSSSigner();
                signer.init(false, HSSPublicKeyParameters.getInstance(key));
                return signer.verifySignature(data, signature);
            }
            LMSSigner signer = new LMSSigner();
            signer.init(false, LMSPublicKeyParameters.getInstance(key));
            return signer.verifySignature(data, signature);
        } catch (IOException | RuntimeException e) {
            // Whatever the bytes are that somebody sent, they are no signature.
            return false;
        }
    }

    private static <P> P of(Map<Algorithm, P> parameters, Algorithm algorithm) {
        P found = parameters.get(algorithm);
        if (found == null) {
            throw new IllegalArgumentException(algorithm + " has no such parameters.");
        }
        return found;
    }
}
