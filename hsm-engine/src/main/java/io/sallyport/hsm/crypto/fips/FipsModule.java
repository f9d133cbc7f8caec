package io.sallyport.hsm.crypto.fips;

import java.security.Provider;
import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.crypto.CryptoModule;
import io.sallyport.hsm.crypto.GaloisKey;
import io.sallyport.hsm.crypto.KeyModule;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Pkcs12;
import io.sallyport.hsm.crypto.QuantumModule;
import io.sallyport.hsm.crypto.RunningHash;
import io.sallyport.hsm.crypto.Transformation;

/**
 * {@code bc-fips} as a provider that is in no list. It tests itself when it is made. What it does
 * not compute, nobody else does in its place. Stateless.
 */
public final class FipsModule implements CryptoModule {
    /** The class that a class path with the module has. */
    public static final String PROVIDER =
            "org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider";
    /** The class that says in which mode the module is. */
    static final String REGISTRAR = "org.bouncycastle.crypto.CryptoServicesRegistrar";

    private final Provider provider;
    private final KeyModule keys;
    private final FipsRandom random = new FipsRandom();

    /**
     * Makes the provider.
     *
     * @throws IllegalStateException if it is not in approved-only mode, or does not pass its tests
     */
    public FipsModule() {
        try {
            provider = Class.forName(PROVIDER).asSubclass(Provider.class).getConstructor()
                    .newInstance();
            boolean approvedOnly = (boolean) Class.forName(REGISTRAR)
                    .getMethod("isInApprovedOnlyMode").invoke(null);
            if (!approvedOnly) {
                throw new IllegalStateException("bc-fips is not in approved-only mode.");
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("bc-fips can't be used.", e);
        }
        keys = new FipsKeys(provider);
    }

    @Override
    public String description() {
        String info = provider.getInfo();
        return "bc-fips " + info.substring(info.lastIndexOf('v') + 1) + ", approved-only";
    }

    @Override
    public boolean approvedOnly() {
        return true;
    }

    @Override
    public Provider ciphers() {
        return provider;
    }

    @Override
    public @Nullable String cipher(Transformation transformation) {
        return switch (transformation) {
            case AES_ECB, AES_CBC, AES_CTR, AES_GCM, AES_CFB, AES_OFB, AES_CCM ->
                transformation.jcaName();
            case AES_KW -> "AESKW";
            case AES_KWP -> "AESKWP";
            // Triple DES only decrypts in approved-only mode.
            case DES3_ECB, DES3_CBC, DES3_CFB, DES3_OFB, DES3_PCBC, AES_PCBC, CHACHA20_POLY1305 ->
                null;
        };
    }

    @Override
    public String code(@Nullable HashAlgorithm hash) {
        return hash == null ? "AESCMAC" : "HMAC" + FipsRsa.name(hash);
    }

    @Override
    public Provider digests() {
        return provider;
    }

    @Override
    public SecureRandom random(SecureRandom kernel) {
        return random.seededBy(kernel);
    }

    @Override
    public KeyModule keys() {
        return keys;
    }

    @Override
    public QuantumModule quantum() throws EngineFault {
        throw FipsKeys.refused("A post-quantum algorithm");
    }

    @Override
    public RunningHash runningHash(HashAlgorithm hash, byte @Nullable [] state)
            throws EngineFault {
        throw FipsKeys.refused("Hashing in parts, whose state the module does not give,");
    }

    @Override
    public GaloisKey galoisKey(byte[] subkey) throws EngineFault {
        throw FipsKeys.refused("GCM in parts");
    }

    @Override
    public void chaCha20(byte[] key, byte[] iv, int counter, byte[] input, int length,
            byte[] output) throws EngineFault {
        throw FipsKeys.refused("ChaCha20");
    }

    @Override
    public Pkcs12 pkcs12(NonceSource nonces) throws EngineFault {
        throw FipsKeys.refused("PKCS#12");
    }
}
