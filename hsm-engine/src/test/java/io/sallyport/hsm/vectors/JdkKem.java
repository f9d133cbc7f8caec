package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

import javax.crypto.KEM;

/** ML-KEM of the JDK. */
final class JdkKem implements KemProvider {
    @Override
    public byte[][] keys(String set, byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(set);
            generator.initialize(new java.security.spec.NamedParameterSpec(set),
                    new FixedRandom(seed));
            KeyPair pair = generator.generateKeyPair();
            return new byte[][]{JdkKeys.bare(pair.getPublic()), JdkKeys.bare(pair.getPrivate())};
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public byte[][] encapsulate(String set, byte[] key, byte[] message) {
        try {
            KEM.Encapsulated made = KEM.getInstance("ML-KEM")
                    .newEncapsulator(JdkKeys.publicKey(set, key), new FixedRandom(message))
                    .encapsulate();
            return new byte[][]{made.encapsulation(), made.key().getEncoded()};
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }

    @Override
    public byte[] decapsulate(String set, byte[] key, byte[] ciphertext) {
        try {
            return KEM.getInstance("ML-KEM").newDecapsulator(JdkKeys.privateKey(set, key))
                    .decapsulate(ciphertext).getEncoded();
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw KemProvider.refused(e);
        }
    }
}
