package io.sallyport.hsm.crypto.bc;

import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Objects;

import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.crypto.modes.gcm.BasicGCMMultiplier;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.crypto.CryptoModule;
import io.sallyport.hsm.crypto.GaloisKey;
import io.sallyport.hsm.crypto.KeyModule;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Pkcs12;
import io.sallyport.hsm.crypto.QuantumModule;
import io.sallyport.hsm.crypto.RunningHash;

/** The JDK's block ciphers and hash functions, and Bouncy Castle for the rest. Stateless. */
public final class BouncyCastle implements CryptoModule {
    private static final int CHACHA20_BLOCK = 64;
    private static final int SHORT_IV_BYTES = 8;

    private final Provider ciphers = provider("SunJCE");
    private final Provider digests = provider("SUN");
    private final KeyModule keys = new BouncyKeys();
    private final QuantumModule quantum = new BouncyQuantum(ciphers, digests);

    /** The module. */
    public BouncyCastle() {}

    @Override
    public String description() {
        return "JDK " + Runtime.version().feature() + " with Bouncy Castle";
    }

    @Override
    public Provider ciphers() {
        return ciphers;
    }

    @Override
    public Provider digests() {
        return digests;
    }

    @Override
    public SecureRandom random(SecureRandom kernel) {
        return kernel;
    }

    @Override
    public KeyModule keys() {
        return keys;
    }

    @Override
    public QuantumModule quantum() {
        return quantum;
    }

    @Override
    public RunningHash runningHash(HashAlgorithm hash, byte @Nullable [] state) {
        return BouncyHash.of(hash, state);
    }

    @Override
    public GaloisKey galoisKey(byte[] subkey) {
        BasicGCMMultiplier multiplier = new BasicGCMMultiplier();
        multiplier.init(subkey);
        return multiplier::multiplyH;
    }

    @Override
    public void chaCha20(byte[] key, byte[] iv, int counter, byte[] input, int length,
            byte[] output) {
        Salsa20Engine engine = iv.length == SHORT_IV_BYTES ? new ChaChaEngine()
                : new ChaCha7539Engine();
        KeyParameter parameter = new KeyParameter(key);
        try {
            engine.init(true, new ParametersWithIV(parameter, iv));
            engine.seekTo(Integer.toUnsignedLong(counter) * CHACHA20_BLOCK);
            engine.processBytes(input, 0, length, output, 0);
        } finally {
            Arrays.fill(parameter.getKey(), (byte) 0);
            engine.init(true, new ParametersWithIV(parameter, iv));
        }
    }

    @Override
    public Pkcs12 pkcs12(NonceSource nonces) {
        return new BouncyPkcs12(nonces);
    }

    private static Provider provider(String name) {
        return Objects.requireNonNull(Security.getProvider(name),
                () -> "This JDK has no provider " + name + ".");
    }
}
