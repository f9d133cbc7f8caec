package io.sallyport.hsm.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;

/**
 * Makes key pairs and tests each before it is used: a signature of one half verifies under the
 * other, or both halves agree with a second pair on one secret. Belongs to one thread.
 */
public final class KeyPairs {
    private static final int RSA = 4;
    private static final int ECDSA = 6;
    private static final int ECDH = 0xe;
    private static final int EC = 0x1a;
    private static final int ED25519 = 0x37;
    private static final int ED448 = 0x38;
    private static final int CURVE25519 = 0x45;
    private static final int CURVE448 = 0x46;
    private static final int CERTAINTY_BITS = 128;

    private final SecureRandom random;
    private final Signatures signatures;
    private final Hashes hashes;

    /** Key pairs from this source of randomness. */
    public KeyPairs(NonceSource nonces, Signatures signatures, Hashes hashes) {
        this.random = nonces.random();
        this.signatures = signatures;
        this.hashes = hashes;
    }

    /** A pair as material in the formats that were asked for. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    public record Encoded(byte[] privateKey, byte[] publicKey) {}

    /**
     * Makes a pair.
     *
     * @param algorithm KMIP Cryptographic Algorithm
     * @param curve KMIP Recommended Curve, or 0
     */
    public Encoded generate(int algorithm, int bits, int curve, int privateFormat,
            int publicFormat) throws EngineFault {
        AsymmetricCipherKeyPair pair = switch (algorithm) {
            case RSA -> rsa(bits);
            case ECDSA, ECDH, EC -> ec(algorithm, bits, curve);
            case ED25519 -> ed25519();
            case ED448 -> ed448();
            default -> throw new EngineFault(Reason.UNSUPPORTED,
                    "The engine makes no key pairs of this algorithm.");
        };
        AsymmetricKey privateKey = new AsymmetricKey(pair.getPrivate());
        AsymmetricKey publicKey = new AsymmetricKey(pair.getPublic());
        check(privateKey, publicKey);
        return new Encoded(privateKey.encodePrivate(privateFormat),
                publicKey.encodePublic(publicFormat));
    }

    /** The public half of a private key. */
    static ECPublicKeyParameters publicKey(ECPrivateKeyParameters key) {
        return new ECPublicKeyParameters(new FixedPointCombMultiplier()
                .multiply(key.getParameters().getG(), key.getD()), key.getParameters());
    }

    private AsymmetricCipherKeyPair rsa(int bits) throws EngineFault {
        if (bits != 1024 && bits != 2048 && bits != 3072 && bits != 4096) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "RSA keys have 1024, 2048, 3072 or 4096 bits.");
        }
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), random, bits,
                CERTAINTY_BITS));
        return generator.generateKeyPair();
    }

    private AsymmetricCipherKeyPair ec(int algorithm, int bits, int curve) throws EngineFault {
        if (curve == CURVE25519 && algorithm != ECDSA) {
            X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(random);
            return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
        }
        if (curve == CURVE448 && algorithm != ECDSA) {
            X448PrivateKeyParameters key = new X448PrivateKeyParameters(random);
            return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
        }
        ECNamedDomainParameters domain =
                NamedCurves.of(curve == 0 ? NamedCurves.codeOfBits(bits) : curve);
        if (bits != 0 && domain.getCurve().getFieldSize() != bits) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The curve has not the length that was asked for.");
        }
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, random));
        return generator.generateKeyPair();
    }

    private AsymmetricCipherKeyPair ed25519() {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(random);
        return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
    }

    private AsymmetricCipherKeyPair ed448() {
        Ed448PrivateKeyParameters key = new Ed448PrivateKeyParameters(random);
        return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
    }

    private void check(AsymmetricKey privateKey, AsymmetricKey publicKey) throws EngineFault {
        byte[] text = "pairwise consistency".getBytes(StandardCharsets.US_ASCII);
        boolean consistent;
        if (KeyAgreement.isMontgomery(privateKey)) {
            AsymmetricCipherKeyPair other = privateKey
                    .parameter() instanceof X25519PrivateKeyParameters
                            ? ec(ECDH, 0, CURVE25519)
                            : ec(ECDH, 0, CURVE448);
            consistent = MessageDigest.isEqual(
                    KeyAgreement.agree(privateKey, new AsymmetricKey(other.getPublic())),
                    KeyAgreement.agree(new AsymmetricKey(other.getPrivate()), publicKey));
        } else {
            boolean signsData = Signatures.signsData(privateKey);
            boolean isRsa = privateKey
                    .parameter() instanceof RSAKeyParameters;
            SignatureSpec spec = new SignatureSpec(isRsa ? Padding.PKCS1_V1_5 : Padding.NONE,
                    HashAlgorithm.SHA_256);
            byte[] input = signsData ? text : hashes.hash(HashAlgorithm.SHA_256, text);
            consistent = signatures.verify(publicKey, spec, input,
                    signatures.sign(privateKey, spec, input));
        }
        if (!consistent) {
            throw new IllegalStateException("A new key pair is not consistent.");
        }
    }
}
