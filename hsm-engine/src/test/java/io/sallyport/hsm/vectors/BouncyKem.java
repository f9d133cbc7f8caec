package io.sallyport.hsm.vectors;

import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/** ML-KEM of Bouncy Castle. */
final class BouncyKem implements KemProvider {
    @Override
    public byte[][] keys(String set, byte[] seed) {
        try {
            if (seed.length != 64) {
                throw new IllegalArgumentException("A seed has 64 bytes.");
            }
            MLKEMPrivateKeyParameters key = new MLKEMPrivateKeyParameters(parameters(set), seed);
            return new byte[][]{key.getPublicKey(), key
                    .withPreferredFormat(MLKEMPrivateKeyParameters.EXPANDED_KEY).getEncoded()};
        } catch (RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public byte[][] encapsulate(String set, byte[] key, byte[] message) {
        try {
            SecretWithEncapsulation made = MLKEMGenerator.internalGenerateEncapsulated(
                    new MLKEMPublicKeyParameters(parameters(set), key), message);
            return new byte[][]{made.getEncapsulation(), made.getSecret()};
        } catch (RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public byte[] decapsulate(String set, byte[] key, byte[] ciphertext) {
        try {
            return new MLKEMExtractor(new MLKEMPrivateKeyParameters(parameters(set), key))
                    .extractSecret(ciphertext);
        } catch (RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    private static MLKEMParameters parameters(String set) {
        return switch (set) {
            case "ML-KEM-512" -> MLKEMParameters.ml_kem_512;
            case "ML-KEM-768" -> MLKEMParameters.ml_kem_768;
            case "ML-KEM-1024" -> MLKEMParameters.ml_kem_1024;
            default -> throw new AssertionError(set);
        };
    }
}
