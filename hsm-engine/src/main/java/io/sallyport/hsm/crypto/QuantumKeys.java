package io.sallyport.hsm.crypto;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.algorithm.Algorithm.Kind;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.QuantumEncoding.Secret;
import io.sallyport.hsm.crypto.QuantumModule.Pair;

/**
 * What is done with post-quantum keys, as they are stored. A key that is stored as its seed is
 * expanded for each use. Belongs to one thread.
 */
public final class QuantumKeys {
    private final NonceSource nonces;
    private final Comparison comparison;

    /** Keys, secrets and hedged signatures from this source of randomness. */
    QuantumKeys(NonceSource nonces, Comparison comparison) {
        this.nonces = nonces;
        this.comparison = comparison;
    }

    /** A stored key: its material, and how to read it. */
    public record Stored(Algorithm algorithm, int format, KeyView material) {}

    /** A ciphertext and the secret in it, which the caller wipes. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    public record Encapsulated(byte[] ciphertext, byte[] secret) {
        @Override
        public String toString() {
            return "Encapsulated";
        }
    }

    /** The algorithm with this KMIP code, if it is one of those that are served here. */
    public static @Nullable Algorithm algorithm(int code) {
        Algorithm algorithm = Algorithm.of(code);
        return algorithm != null
                && (algorithm.set() != null || algorithm.kind() == Kind.HASH_BASED) ? algorithm
                        : null;
    }

    /** Whether keys are read in this KMIP Key Format Type. */
    public static boolean reads(int format) {
        return format == QuantumEncoding.RAW || format == QuantumEncoding.PKCS8
                || format == QuantumEncoding.X509;
    }

    /** Makes a pair and tests it before it is used. The caller wipes the private key. */
    public KeyPairs.Encoded generate(Algorithm algorithm, int bits, int privateFormat,
            int publicFormat) throws EngineFault {
        if (algorithm.set() == null) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The engine makes no key pairs of this algorithm.");
        }
        if (!algorithm.lengths().has(bits)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "Keys of this algorithm have " + algorithm.lengths().text() + " bits.");
        }
        boolean hasSeed = QuantumEncoding.set(algorithm).seedBytes() > 0;
        byte[] seed = nonces.nonce(seedBytes(algorithm));
        Pair pair = pair(algorithm, seed);
        try (Secret secret = new Secret(hasSeed ? seed : null, pair.privateKey())) {
            requireConsistent(algorithm, pair);
            byte[] publicKey =
                    QuantumEncoding.writePublic(algorithm, publicFormat, pair.publicKey());
            return new KeyPairs.Encoded(
                    QuantumEncoding.writePrivate(algorithm, privateFormat, secret), publicKey);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** A hedged signature of data. */
    public byte[] sign(Stored key, byte[] data) throws EngineFault {
        byte[] expanded = expanded(key);
        try {
            return sign(key.algorithm(), expanded, data, nonces.random());
        } finally {
            Arrays.fill(expanded, (byte) 0);
        }
    }

    /** Whether this is a signature of the data. */
    public boolean verify(Stored key, byte[] data, byte[] signature) throws EngineFault {
        byte[] material = copy(key);
        return key.algorithm().kind() == Kind.HASH_BASED
                ? Lms.verify(key.format(), material, data, signature)
                : verify(key.algorithm(),
                        QuantumEncoding.readPublic(key.algorithm(), key.format(), material), data,
                        signature);
    }

    /** A new secret for whoever has the private key. */
    public Encapsulated encapsulate(Stored key) throws EngineFault {
        requireKem(key);
        JcaBridgeKem.Encapsulated made = JcaBridgeKem.encapsulate(key.algorithm(),
                QuantumEncoding.readPublic(key.algorithm(), key.format(), copy(key)),
                nonces.random());
        return new Encapsulated(made.ciphertext(), made.secret());
    }

    /** The secret of a ciphertext, which the caller wipes. */
    public byte[] decapsulate(Stored key, byte[] ciphertext) throws EngineFault {
        requireKem(key);
        byte[] expanded = expanded(key);
        try {
            return JcaBridgeKem.decapsulate(key.algorithm(), expanded, ciphertext);
        } finally {
            Arrays.fill(expanded, (byte) 0);
        }
    }

    /** A private key's material in another format; the caller wipes it. */
    public byte[] encodePrivate(Stored key, int format) throws EngineFault {
        byte[] material = copy(key);
        try (Secret secret = read(key, material)) {
            byte[] seed = secret.seed();
            byte[] known = secret.expanded();
            if (format != QuantumEncoding.RAW || seed == null || known != null) {
                return QuantumEncoding.writePrivate(key.algorithm(), format, secret);
            }
            return pair(key.algorithm(), seed).privateKey();
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    /** A public key's material in another format. */
    public byte[] encodePublic(Stored key, int format) throws EngineFault {
        byte[] material = copy(key);
        if (key.algorithm().kind() == Kind.HASH_BASED) {
            Lms.check(format, material);
            return material;
        }
        return QuantumEncoding.writePublic(key.algorithm(), format,
                QuantumEncoding.readPublic(key.algorithm(), key.format(), material));
    }

    /** Refuses a public key of somebody else that is none. */
    public void checkPublic(Stored key) throws EngineFault {
        byte[] material = copy(key);
        if (key.algorithm().kind() == Kind.HASH_BASED) {
            Lms.check(key.format(), material);
            return;
        }
        byte[] bare = QuantumEncoding.readPublic(key.algorithm(), key.format(), material);
        if (key.algorithm().kind() == Kind.KEM) {
            JcaBridgeKem.checkPublic(key.algorithm(), bare);
        }
    }

    /** Refuses a private key of somebody else that is none, or whose seed is another key's. */
    public void checkPrivate(Stored key) throws EngineFault {
        byte[] material = copy(key);
        byte[] expanded = {};
        byte[] again = {};
        try (Secret secret = read(key, material)) {
            expanded = expanded(key);
            byte[] seed = secret.seed();
            again = seed == null ? expanded.clone() : pair(key.algorithm(), seed).privateKey();
            if (!MessageDigest.isEqual(expanded, again)) {
                throw QuantumEncoding.unreadable();
            }
            if (key.algorithm().kind() == Kind.KEM) {
                JcaBridgeKem.checkPrivate(key.algorithm(), expanded);
            } else if (key.algorithm().kind() == Kind.ML_DSA) {
                MlDsa.checkPrivate(key.algorithm(), expanded, nonces.random());
            }
        } finally {
            Arrays.fill(material, (byte) 0);
            Arrays.fill(expanded, (byte) 0);
            Arrays.fill(again, (byte) 0);
        }
    }

    private byte[] expanded(Stored key) throws EngineFault {
        byte[] material = copy(key);
        try (Secret secret = read(key, material)) {
            byte[] expanded = secret.expanded();
            byte[] seed = secret.seed();
            return expanded != null || seed == null ? clone(expanded)
                    : pair(key.algorithm(), seed).privateKey();
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    private static Secret read(Stored key, byte[] material) throws EngineFault {
        if (key.algorithm().kind() == Kind.HASH_BASED) {
            throw new EngineFault(Reason.UNSUPPORTED, "Keys of this algorithm only verify.");
        }
        return QuantumEncoding.readPrivate(key.algorithm(), key.format(), material);
    }

    private static int seedBytes(Algorithm algorithm) {
        return algorithm.kind() == Kind.SLH_DSA ? SlhDsa.seedBytes(algorithm)
                : QuantumEncoding.set(algorithm).seedBytes();
    }

    private static Pair pair(Algorithm algorithm, byte[] seed) throws EngineFault {
        return switch (algorithm.kind()) {
            case KEM -> JcaBridgeKem.pair(algorithm, seed);
            case ML_DSA -> MlDsa.pair(algorithm, seed);
            case SLH_DSA -> SlhDsa.pair(algorithm, seed);
            case SECRET, CIPHER, CODE, MADE, KEPT, RSA, CURVE, EDWARDS, HASH_BASED ->
                throw new IllegalArgumentException(algorithm + " has no seeds.");
        };
    }

    private static byte[] sign(Algorithm algorithm, byte[] key, byte[] data, SecureRandom random)
            throws EngineFault {
        requireSignature(algorithm);
        return algorithm.kind() == Kind.ML_DSA ? MlDsa.sign(algorithm, key, data, random)
                : SlhDsa.sign(algorithm, key, data, random);
    }

    private static boolean verify(Algorithm algorithm, byte[] key, byte[] data, byte[] signature)
            throws EngineFault {
        requireSignature(algorithm);
        return algorithm.kind() == Kind.ML_DSA ? MlDsa.verify(algorithm, key, data, signature)
                : SlhDsa.verify(algorithm, key, data, signature);
    }

    private void requireConsistent(Algorithm algorithm, Pair pair) throws EngineFault {
        boolean consistent;
        if (algorithm.kind() == Kind.KEM) {
            JcaBridgeKem.Encapsulated made =
                    JcaBridgeKem.encapsulate(algorithm, pair.publicKey(), nonces.random());
            consistent = MessageDigest.isEqual(made.secret(), JcaBridgeKem.decapsulate(algorithm,
                    pair.privateKey(), made.ciphertext()));
        } else {
            byte[] text = "pairwise consistency".getBytes(StandardCharsets.US_ASCII);
            consistent = verify(algorithm, pair.publicKey(), text,
                    sign(algorithm, pair.privateKey(), text, nonces.random()));
        }
        if (!comparison.holds(consistent)) {
            throw SelfTestFailure.of("a new key pair (pairwise consistency)");
        }
    }

    private static void requireKem(Stored key) throws EngineFault {
        if (key.algorithm().kind() != Kind.KEM) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "The key's algorithm encapsulates nothing.");
        }
    }

    private static void requireSignature(Algorithm algorithm) throws EngineFault {
        if (algorithm.kind() == Kind.KEM) {
            throw new EngineFault(Reason.UNSUPPORTED, "The key's algorithm signs nothing here.");
        }
    }

    private static byte[] copy(Stored key) {
        return key.material().bytes().toArray(ValueLayout.JAVA_BYTE);
    }

    private static byte[] clone(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes.clone();
    }
}
