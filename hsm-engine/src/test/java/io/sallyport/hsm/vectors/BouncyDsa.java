package io.sallyport.hsm.vectors;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithContext;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** ML-DSA of Bouncy Castle. */
final class BouncyDsa implements DsaProvider {
    @Override
    public byte[][] keys(String set, byte[] seed) {
        try {
            if (seed.length != 32) {
                throw new IllegalArgumentException("A seed has 32 bytes.");
            }
            MLDSAPrivateKeyParameters key = new MLDSAPrivateKeyParameters(parameters(set), seed);
            return new byte[][]{key.getPublicKey(), key
                    .withPreferredFormat(MLDSAPrivateKeyParameters.EXPANDED_KEY).getEncoded()};
        } catch (RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public byte[] sign(String set, byte[] key, byte[] message, byte[] context, byte[] random) {
        try {
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, new ParametersWithContext(new ParametersWithRandom(
                    new MLDSAPrivateKeyParameters(parameters(set), key), new FixedRandom(random)),
                    context));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (CryptoException | RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public byte[] signMu(String set, byte[] key, byte[] mu, byte[] random) {
        try {
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, new ParametersWithRandom(
                    new MLDSAPrivateKeyParameters(parameters(set), key),
                    new FixedRandom(random)));
            return signer.generateMuSignature(mu);
        } catch (CryptoException | RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public boolean verify(String set, byte[] key, byte[] message, byte[] context,
            byte[] signature) {
        try {
            MLDSASigner signer = new MLDSASigner();
            signer.init(false, new ParametersWithContext(
                    new MLDSAPublicKeyParameters(parameters(set), key), context));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    static MLDSAParameters parameters(String set) {
        return switch (set) {
            case "ML-DSA-44" -> MLDSAParameters.ml_dsa_44;
            case "ML-DSA-65" -> MLDSAParameters.ml_dsa_65;
            case "ML-DSA-87" -> MLDSAParameters.ml_dsa_87;
            default -> throw new AssertionError(set);
        };
    }
}
