package io.sallyport.hsm.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.crypto.JcaKeys.Bare;

/**
 * ML-DSA (FIPS 204) of the JDK, on bare keys: hedged signatures of data themselves with an empty
 * context. Stateless.
 */
final class MlDsa {
    private static final Provider PROVIDER = JcaKeys.provider("SUN");

    private MlDsa() {}

    /** The pair of a seed. */
    static Bare pair(Algorithm algorithm, byte[] seed) {
        return JcaKeys.pair(PROVIDER, algorithm, seed);
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
            Signature verification = Signature.getInstance(algorithm.title(), PROVIDER);
            verification.initVerify(JcaKeys.publicKey(PROVIDER, algorithm, publicKey));
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
     * key may be never; Bouncy Castle gives up after a thousand times.
     */
    static void checkPrivate(Algorithm algorithm, byte[] key, SecureRandom random)
            throws EngineFault {
        signer(algorithm, key, random);
        byte[] text = "pairwise consistency".getBytes(StandardCharsets.US_ASCII);
        boolean right;
        try {
            MLDSAPrivateKeyParameters parameters =
                    new MLDSAPrivateKeyParameters(parameters(algorithm), key);
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, new ParametersWithRandom(parameters, random));
            signer.update(text, 0, text.length);
            right = verify(algorithm, parameters.getPublicKey(), text,
                    signer.generateSignature());
        } catch (CryptoException | RuntimeException e) {
            throw QuantumEncoding.unreadable();
        }
        if (!right) {
            throw QuantumEncoding.unreadable();
        }
    }

    private static MLDSAParameters parameters(Algorithm algorithm) {
        return algorithm == Algorithm.ML_DSA_44 ? MLDSAParameters.ml_dsa_44
                : algorithm == Algorithm.ML_DSA_65 ? MLDSAParameters.ml_dsa_65
                        : MLDSAParameters.ml_dsa_87;
    }

    private static Signature signer(Algorithm algorithm, byte[] key, SecureRandom random)
            throws EngineFault {
        try {
            Signature signature = Signature.getInstance(algorithm.title(), PROVIDER);
            signature.initSign(JcaKeys.privateKey(PROVIDER, algorithm, key), random);
            return signature;
        } catch (InvalidKeyException e) {
            throw QuantumEncoding.unreadable();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + algorithm.title() + ".", e);
        }
    }
}
