package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;

/** ML-DSA of the JDK, which knows no context and no message representative. */
final class JdkDsa implements DsaProvider {
    @Override
    public byte[][] keys(String set, byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(set);
            generator.initialize(new NamedParameterSpec(set), new FixedRandom(seed));
            KeyPair pair = generator.generateKeyPair();
            return new byte[][]{JdkKeys.bare(pair.getPublic()), JdkKeys.bare(pair.getPrivate())};
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public byte[] sign(String set, byte[] key, byte[] message, byte[] context, byte[] random) {
        checkNone(context);
        try {
            Signature signature = Signature.getInstance(set);
            signature.initSign(JdkKeys.privateKey(set, key), new FixedRandom(random));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public byte[] signMu(String set, byte[] key, byte[] mu, byte[] random) {
        throw new UnsupportedOperationException("The JDK signs no representative.");
    }

    @Override
    public boolean verify(String set, byte[] key, byte[] message, byte[] context,
            byte[] signature) {
        checkNone(context);
        try {
            Signature verification = Signature.getInstance(set);
            verification.initVerify(JdkKeys.publicKey(set, key));
            verification.update(message);
            return verification.verify(signature);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    private static void checkNone(byte[] context) {
        if (context.length > 0) {
            throw new UnsupportedOperationException("The JDK has no context.");
        }
    }
}
