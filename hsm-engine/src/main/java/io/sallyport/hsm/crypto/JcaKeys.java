package io.sallyport.hsm.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.crypto.QuantumEncoding.Secret;
import io.sallyport.hsm.crypto.QuantumModule.Pair;

/**
 * The JDK's post-quantum keys from bare bytes, and back. The JDK reads expanded keys only. Its key
 * objects stay on the heap until the garbage collector takes them. Stateless.
 */
final class JcaKeys {
    private JcaKeys() {}

    /** The pair of a seed. */
    static Pair pair(Provider provider, Algorithm algorithm, byte[] seed) {
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(algorithm.title(), provider);
            SeededRandom random = new SeededRandom(seed);
            generator.initialize(new NamedParameterSpec(algorithm.title()), random);
            KeyPair pair = generator.generateKeyPair();
            random.requireAllGiven();
            byte[] encoded = pair.getPrivate().getEncoded();
            try (Secret secret = QuantumEncoding.readPrivate(algorithm, QuantumEncoding.PKCS8,
                    encoded)) {
                byte[] expanded = secret.expanded();
                if (expanded == null) {
                    throw new IllegalStateException("The JDK does not expand its keys.");
                }
                return new Pair(QuantumEncoding.readPublic(algorithm, QuantumEncoding.X509,
                        pair.getPublic().getEncoded()), expanded.clone());
            } finally {
                Arrays.fill(encoded, (byte) 0);
            }
        } catch (GeneralSecurityException | EngineFault e) {
            throw new IllegalStateException("The JDK makes no pair of " + algorithm + ".", e);
        }
    }

    static PublicKey publicKey(Provider provider, Algorithm algorithm, byte[] bare)
            throws EngineFault {
        try {
            return KeyFactory.getInstance(algorithm.title(), provider)
                    .generatePublic(new X509EncodedKeySpec(QuantumEncoding.writePublic(algorithm,
                            QuantumEncoding.X509, bare)));
        } catch (GeneralSecurityException e) {
            throw QuantumEncoding.unreadable();
        }
    }

    static PrivateKey privateKey(Provider provider, Algorithm algorithm, byte[] expanded)
            throws EngineFault {
        byte[] encoded = QuantumEncoding.writePrivate(algorithm, QuantumEncoding.PKCS8,
                new Secret(null, expanded));
        try {
            return KeyFactory.getInstance(algorithm.title(), provider)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw QuantumEncoding.unreadable();
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }
}
