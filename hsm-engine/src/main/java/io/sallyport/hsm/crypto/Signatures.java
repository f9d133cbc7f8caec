package io.sallyport.hsm.crypto;

import java.io.IOException;
import java.math.BigInteger;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;

/**
 * Signatures: RSA (PKCS#1 v1.5, PSS), ECDSA in DER with the nonces of RFC 6979, EdDSA. What is
 * signed was verified before it leaves, so that a flipped bit shows no key. Belongs to one thread.
 */
public final class Signatures {
    private static final byte[] NO_CONTEXT = new byte[0];

    private final Rsa rsa;

    /** Signatures with this thread's RSA. */
    public Signatures(Rsa rsa) {
        this.rsa = rsa;
    }

    /** Whether the key signs data themselves and not their hash. */
    public static boolean signsData(AsymmetricKey key) {
        return switch (key.parameter()) {
            case Ed25519PrivateKeyParameters _ -> true;
            case Ed25519PublicKeyParameters _ -> true;
            case Ed448PrivateKeyParameters _ -> true;
            case Ed448PublicKeyParameters _ -> true;
            default -> false;
        };
    }

    /** The hash that a specification names. */
    public static HashAlgorithm hash(SignatureSpec spec) throws EngineFault {
        HashAlgorithm hash = spec.hash();
        if (hash == null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The signature needs a hash.");
        }
        return hash;
    }

    /** Signs a hash value, or data where {@link #signsData}. */
    public byte[] sign(AsymmetricKey key, SignatureSpec spec, byte[] input) throws EngineFault {
        check(key, spec, input);
        return switch (key.parameter()) {
            case RSAKeyParameters parameter when parameter.isPrivate() ->
                rsa.sign(parameter, spec, input);
            case ECPrivateKeyParameters parameter -> ecdsa(parameter, input);
            case Ed25519PrivateKeyParameters parameter -> {
                Signer signer = new Ed25519Signer();
                signer.init(true, parameter);
                yield sign(signer, input);
            }
            case Ed448PrivateKeyParameters parameter -> {
                Signer signer = new Ed448Signer(NO_CONTEXT);
                signer.init(true, parameter);
                yield sign(signer, input);
            }
            default -> throw unsupported();
        };
    }

    /** Whether this is a signature of a hash value, or of data where {@link #signsData}. */
    public boolean verify(AsymmetricKey key, SignatureSpec spec, byte[] input, byte[] signature)
            throws EngineFault {
        check(key, spec, input);
        return switch (key.parameter()) {
            case RSAKeyParameters parameter when !parameter.isPrivate() ->
                rsa.verify(parameter, spec, input, signature);
            case ECPublicKeyParameters parameter -> isEcdsa(parameter, input, signature);
            case Ed25519PublicKeyParameters parameter -> {
                Signer signer = new Ed25519Signer();
                signer.init(false, parameter);
                yield verify(signer, input, signature);
            }
            case Ed448PublicKeyParameters parameter -> {
                Signer signer = new Ed448Signer(NO_CONTEXT);
                signer.init(false, parameter);
                yield verify(signer, input, signature);
            }
            default -> throw unsupported();
        };
    }

    private static void check(AsymmetricKey key, SignatureSpec spec, byte[] input)
            throws EngineFault {
        boolean isRsa = key.parameter() instanceof RSAKeyParameters;
        if (isRsa == (spec.padding() == Padding.NONE)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "RSA needs a padding, and nothing else has one.");
        }
        boolean exact = spec.padding() == Padding.PKCS1_V1_5;
        if (exact && input.length != hash(spec).bytes()) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The digested data have not the length of the hash.");
        }
    }

    private static byte[] ecdsa(ECPrivateKeyParameters key, byte[] digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] values = signer.generateSignature(digest);
        ECDSASigner check = new ECDSASigner();
        check.init(false, KeyPairs.publicKey(key));
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

    private static byte[] sign(Signer signer, byte[] data) {
        signer.update(data, 0, data.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("The provider refuses to sign.", e);
        }
    }

    private static boolean verify(Signer signer, byte[] data, byte[] signature) {
        signer.update(data, 0, data.length);
        return signer.verifySignature(signature);
    }

    private static EngineFault unsupported() {
        return new EngineFault(Reason.UNSUPPORTED, "The key's algorithm signs nothing here.");
    }
}
