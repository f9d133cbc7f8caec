package io.sallyport.hsm.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.sallyport.hsm.algorithm.Algorithm;
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

    private final NonceSource nonces;
    private final Signatures signatures;
    private final Hashes hashes;
    private final Comparison comparison;

    /** Key pairs from this source of randomness. */
    public KeyPairs(NonceSource nonces, Signatures signatures, Hashes hashes) {
        this(nonces, signatures, hashes, Comparison.EXACT);
    }

    KeyPairs(NonceSource nonces, Signatures signatures, Hashes hashes, Comparison comparison) {
        this.comparison = comparison;
        this.nonces = nonces;
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
        KeyModule.Pair pair = switch (algorithm) {
            case RSA -> rsa(bits);
            case ECDSA, ECDH, EC -> ec(algorithm, bits, curve);
            case ED25519 -> module().octets(KeyKind.ED25519, nonces);
            case ED448 -> module().octets(KeyKind.ED448, nonces);
            default -> throw new EngineFault(Reason.UNSUPPORTED,
                    "The engine makes no key pairs of this algorithm.");
        };
        AsymmetricKey privateKey = new AsymmetricKey(pair.privateKey());
        AsymmetricKey publicKey = new AsymmetricKey(pair.publicKey());
        check(privateKey, publicKey);
        return new Encoded(privateKey.encodePrivate(privateFormat),
                publicKey.encodePublic(publicFormat));
    }

    private KeyModule.Pair rsa(int bits) throws EngineFault {
        if (!Algorithm.RSA.lengths().has(bits)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "RSA keys have " + Algorithm.RSA.lengths().text() + " bits.");
        }
        return module().rsa(bits, nonces);
    }

    private KeyModule.Pair ec(int algorithm, int bits, int curve) throws EngineFault {
        if (curve == CURVE25519 && algorithm != ECDSA) {
            return module().octets(KeyKind.X25519, nonces);
        }
        if (curve == CURVE448 && algorithm != ECDSA) {
            return module().octets(KeyKind.X448, nonces);
        }
        NamedCurves.Curve named = curve == 0 ? NamedCurves.ofBits(bits) : NamedCurves.of(curve);
        if (bits != 0 && named.bits() != bits) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The curve has not the length that was asked for.");
        }
        return module().ec(named.identifier(), nonces);
    }

    private static KeyModule module() {
        return CryptoModule.current().keys();
    }

    private void check(AsymmetricKey privateKey, AsymmetricKey publicKey) throws EngineFault {
        byte[] text = "pairwise consistency".getBytes(StandardCharsets.US_ASCII);
        boolean consistent;
        KeyKind kind = privateKey.key().kind();
        if (kind.isMontgomery()) {
            KeyModule.Pair other = module().octets(kind, nonces);
            consistent = MessageDigest.isEqual(
                    KeyAgreement.agree(privateKey, new AsymmetricKey(other.publicKey())),
                    KeyAgreement.agree(new AsymmetricKey(other.privateKey()), publicKey));
        } else {
            SignatureSpec spec = new SignatureSpec(
                    kind == KeyKind.RSA ? Padding.PKCS1_V1_5 : Padding.NONE,
                    HashAlgorithm.SHA_256);
            boolean signsData = Signatures.signsData(privateKey, spec);
            byte[] input = signsData ? text : hashes.hash(HashAlgorithm.SHA_256, text);
            consistent = signatures.verify(publicKey, spec, input,
                    signatures.sign(privateKey, spec, input));
        }
        if (!comparison.holds(consistent)) {
            throw SelfTestFailure.of("a new key pair (pairwise consistency)");
        }
    }
}
