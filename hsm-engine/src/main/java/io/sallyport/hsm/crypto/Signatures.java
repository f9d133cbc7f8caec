package io.sallyport.hsm.crypto;

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
    private final Rsa rsa;

    /** Signatures with this thread's RSA. */
    public Signatures(Rsa rsa) {
        this.rsa = rsa;
    }

    /** Whether the key signs data themselves and not their hash. */
    public static boolean signsData(AsymmetricKey key, SignatureSpec spec) {
        return CryptoModule.current().keys().signsData(key.key(), spec);
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
        return switch (of(key, true).kind()) {
            case RSA -> rsa.sign(key.key(), spec, input);
            case EC, ED25519, ED448 -> CryptoModule.current().keys().sign(key.key(), input,
                    rsa.nonces());
            case X25519, X448 -> throw unsupported();
        };
    }

    /** Whether this is a signature of a hash value, or of data where {@link #signsData}. */
    public boolean verify(AsymmetricKey key, SignatureSpec spec, byte[] input, byte[] signature)
            throws EngineFault {
        check(key, spec, input);
        return switch (of(key, false).kind()) {
            case RSA -> rsa.verify(key.key(), spec, input, signature);
            case EC, ED25519, ED448 ->
                CryptoModule.current().keys().verify(key.key(), input, signature);
            case X25519, X448 -> throw unsupported();
        };
    }

    private static ModuleKey of(AsymmetricKey key, boolean isPrivate) throws EngineFault {
        if (key.key().isPrivate() != isPrivate) {
            throw unsupported();
        }
        return key.key();
    }

    private static void check(AsymmetricKey key, SignatureSpec spec, byte[] input)
            throws EngineFault {
        boolean isRsa = key.key().kind() == KeyKind.RSA;
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

    private static EngineFault unsupported() {
        return new EngineFault(Reason.UNSUPPORTED, "The key's algorithm signs nothing here.");
    }
}
