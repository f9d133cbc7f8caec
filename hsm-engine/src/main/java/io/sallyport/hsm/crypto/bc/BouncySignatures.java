package io.sallyport.hsm.crypto.bc;

import java.io.IOException;
import java.math.BigInteger;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * ECDSA in DER with the nonces of RFC 6979, and EdDSA. What is signed with ECDSA was verified
 * before it leaves, so that a flipped bit shows no key. Stateless.
 */
final class BouncySignatures {
    private static final byte[] NO_CONTEXT = new byte[0];

    private BouncySignatures() {}

    static byte[] sign(AsymmetricKeyParameter key, byte[] input) {
        if (key instanceof ECPrivateKeyParameters ec) {
            return ecdsa(ec, input);
        }
        Signer signer = key instanceof Ed25519PrivateKeyParameters ? new Ed25519Signer()
                : new Ed448Signer(NO_CONTEXT);
        signer.init(true, key);
        signer.update(input, 0, input.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("The provider refuses to sign.", e);
        }
    }

    static boolean verify(AsymmetricKeyParameter key, byte[] input, byte[] signature) {
        if (key instanceof ECPublicKeyParameters ec) {
            return isEcdsa(ec, input, signature);
        }
        Signer signer = key instanceof Ed25519PublicKeyParameters ? new Ed25519Signer()
                : new Ed448Signer(NO_CONTEXT);
        signer.init(false, key);
        signer.update(input, 0, input.length);
        return signer.verifySignature(signature);
    }

    private static byte[] ecdsa(ECPrivateKeyParameters key, byte[] digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] values = signer.generateSignature(digest);
        ECDSASigner check = new ECDSASigner();
        check.init(false, publicKey(key));
        if (!check.verifySignature(digest, values[0], values[1])) {
            throw new IllegalStateException("A signature does not verify.");
        }
        try {
            return StandardDSAEncoding.INSTANCE.encode(key.getParameters().getN(), values[0],
                    values[1]);
        } catch (IOException e) {
            throw new IllegalStateException("A signature can't be encoded.", e);
        }
    }

    private static boolean isEcdsa(ECKeyParameters key, byte[] digest, byte[] signature) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        try {
            BigInteger[] values =
                    StandardDSAEncoding.INSTANCE.decode(key.getParameters().getN(), signature);
            return signer.verifySignature(digest, values[0], values[1]);
        } catch (IOException | RuntimeException e) {
            // Whatever the bytes are that somebody sent, they are no signature.
            return false;
        }
    }

    private static ECPublicKeyParameters publicKey(ECPrivateKeyParameters key) {
        return new ECPublicKeyParameters(new FixedPointCombMultiplier()
                .multiply(key.getParameters().getG(), key.getD()), key.getParameters());
    }
}
