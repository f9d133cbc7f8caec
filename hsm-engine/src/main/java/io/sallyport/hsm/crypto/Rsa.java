package io.sallyport.hsm.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;

/**
 * RSA (RFC 8017): the module's primitive with our own encodings. Belongs to one thread.
 */
public final class Rsa {
    private static final byte[] NO_LABEL = new byte[0];

    private final NonceSource nonces;
    private final RsaEncoding encoding;

    /** RSA with this thread's hash functions. */
    public Rsa(Hashes hashes, NonceSource nonces) {
        this.nonces = nonces;
        this.encoding = new RsaEncoding(hashes, nonces);
    }

    NonceSource nonces() {
        return nonces;
    }

    /** Encrypts with a public key. */
    public byte[] encrypt(AsymmetricKey key, CipherSpec spec, byte @Nullable [] label,
            byte[] message) throws EngineFault {
        ModuleKey rsa = check(key, spec);
        PaddedRsa padded = CryptoModule.current().keys().paddedRsa();
        if (padded != null) {
            return fitting(padded.encrypt(rsa, oaep(spec, label), message, nonces));
        }
        int length = bytes(rsa);
        byte[] encoded = fitting(switch (spec.padding()) {
            case OAEP -> encoding.oaep(hash(spec), maskHash(spec),
                    label == null ? NO_LABEL : label, message, length);
            case PKCS1_V1_5 -> encoding.pkcs1(message, length);
            case NONE, PKCS5, ZEROS, ANSI_X9_23, ISO_10126 -> throw wrongPadding();
        });
        try {
            return below(raw(rsa, encoded));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /**
     * Decrypts with a private key into the beginning of {@code output}, which has room for the
     * modulus.
     *
     * @return length of the message
     */
    public int decrypt(AsymmetricKey key, CipherSpec spec, byte @Nullable [] label,
            byte[] ciphertext, byte[] output) throws EngineFault {
        ModuleKey rsa = check(key, spec);
        PaddedRsa padded = CryptoModule.current().keys().paddedRsa();
        if (padded != null) {
            return moved(padded.decrypt(rsa, oaep(spec, label), ciphertext), output);
        }
        byte[] encoded = null;
        try {
            if (ciphertext.length != bytes(rsa)) {
                throw SymmetricCiphers.failure();
            }
            encoded = raw(rsa, ciphertext);
            if (encoded == null) {
                throw SymmetricCiphers.failure();
            }
            int count = switch (spec.padding()) {
                case OAEP -> encoding.oaepMessage(hash(spec), maskHash(spec),
                        label == null ? NO_LABEL : label, encoded, output);
                case PKCS1_V1_5 -> RsaEncoding.pkcs1Message(encoded, output);
                case NONE, PKCS5, ZEROS, ANSI_X9_23, ISO_10126 -> throw wrongPadding();
            };
            if (count < 0) {
                throw SymmetricCiphers.failure();
            }
            return count;
        } finally {
            if (encoded != null) {
                Arrays.fill(encoded, (byte) 0);
            }
        }
    }

    byte[] sign(ModuleKey key, SignatureSpec spec, byte[] digest) throws EngineFault {
        HashAlgorithm hash = Signatures.hash(spec);
        PaddedRsa padded = CryptoModule.current().keys().paddedRsa();
        if (padded != null) {
            return signature(padded.sign(key, spec, input(spec, hash, digest), nonces));
        }
        byte[] encoded = switch (spec.padding()) {
            case PKCS1_V1_5 -> RsaEncoding.pkcs1Signature(hash, digest, bytes(key));
            case PSS -> encoding.pss(hash, maskHash(spec, hash), spec.saltLengthBytes(), digest,
                    key.bits());
            case NONE -> throw wrongPadding();
        };
        return below(raw(key, signature(encoded)));
    }

    boolean verify(ModuleKey key, SignatureSpec spec, byte[] digest, byte[] signature)
            throws EngineFault {
        HashAlgorithm hash = Signatures.hash(spec);
        if (signature.length != bytes(key)) {
            return false;
        }
        PaddedRsa padded = CryptoModule.current().keys().paddedRsa();
        if (padded != null) {
            return padded.verify(key, spec, input(spec, hash, digest), signature)
                    && (spec.padding() == SignatureSpec.Padding.PSS
                            || isExact(key, hash, digest, signature));
        }
        byte[] encoded = raw(key, signature);
        if (encoded == null) {
            return false;
        }
        return switch (spec.padding()) {
            case PKCS1_V1_5 -> {
                byte[] expected = RsaEncoding.pkcs1Signature(hash, digest, bytes(key));
                yield expected != null && Arrays.equals(expected, encoded);
            }
            case PSS -> encoding.isPss(hash, maskHash(spec, hash), spec.saltLengthBytes(), digest,
                    key.bits(), encoded);
            case NONE -> throw wrongPadding();
        };
    }

    /** A module may take PKCS#1 v1.5 without its NULL: here all of it is compared. */
    private static boolean isExact(ModuleKey key, HashAlgorithm hash, byte[] digest,
            byte[] signature) {
        try {
            RSAPublicKey rsa = RSAPublicKey.getInstance(
                    CryptoModule.current().keys().publicInfo(key).parsePublicKey());
            byte[] expected = RsaEncoding.pkcs1Signature(hash, digest, bytes(key));
            return expected != null && new BigInteger(1, expected).equals(new BigInteger(1,
                    signature).modPow(rsa.getPublicExponent(), rsa.getModulus()));
        } catch (IOException e) {
            throw new IllegalStateException("A key can't be encoded.", e);
        }
    }

    /** What a module takes that has the paddings: it makes the digest info of none. */
    private static byte[] input(SignatureSpec spec, HashAlgorithm hash, byte[] input) {
        return spec.padding() == SignatureSpec.Padding.PKCS1_V1_5
                ? RsaEncoding.digestInfo(hash, input)
                : input;
    }

    private static PaddedRsa.Oaep oaep(CipherSpec spec, byte @Nullable [] label)
            throws EngineFault {
        if (spec.padding() != CipherSpec.Padding.OAEP) {
            throw wrongPadding();
        }
        return new PaddedRsa.Oaep(hash(spec), maskHash(spec), label == null ? NO_LABEL : label);
    }

    private static int moved(byte @Nullable [] message, byte[] output) throws EngineFault {
        if (message == null) {
            throw SymmetricCiphers.failure();
        }
        System.arraycopy(message, 0, output, 0, message.length);
        Arrays.fill(message, (byte) 0);
        return message.length;
    }

    private static byte[] fitting(byte @Nullable [] output) throws EngineFault {
        if (output == null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The data are longer than the key and the padding allow.");
        }
        return output;
    }

    private static byte[] signature(byte @Nullable [] output) throws EngineFault {
        if (output == null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The key is too short for this hash and salt.");
        }
        return output;
    }

    private static byte @Nullable [] raw(ModuleKey key, byte[] input) throws EngineFault {
        return CryptoModule.current().keys().rawRsa(key, input);
    }

    /** What was encoded here is below every modulus of its length. */
    private static byte[] below(byte @Nullable [] output) {
        if (output == null) {
            throw new IllegalStateException("An encoding is not below its modulus.");
        }
        return output;
    }

    private static int bytes(ModuleKey key) {
        return (key.bits() + 7) / 8;
    }

    private static ModuleKey check(AsymmetricKey key, CipherSpec spec) throws EngineFault {
        if (key.key().kind() != KeyKind.RSA) {
            throw new EngineFault(Reason.UNSUPPORTED, "Of key pairs only RSA encrypts.");
        }
        if (spec.mode() != Mode.NONE && spec.mode() != Mode.ECB) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "RSA has no block cipher mode.");
        }
        if (spec.randomIv() || spec.tagLengthBytes() != 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "RSA has no IV and no tag.");
        }
        return key.key();
    }

    private static HashAlgorithm hash(CipherSpec spec) {
        HashAlgorithm hash = spec.hash();
        return hash == null ? HashAlgorithm.SHA_1 : hash;
    }

    private static HashAlgorithm maskHash(CipherSpec spec) {
        HashAlgorithm hash = spec.maskHash();
        return hash == null ? HashAlgorithm.SHA_1 : hash;
    }

    private static HashAlgorithm maskHash(SignatureSpec spec, HashAlgorithm hash) {
        HashAlgorithm mask = spec.maskHash();
        return mask == null ? hash : mask;
    }

    private static EngineFault wrongPadding() {
        return new EngineFault(Reason.INVALID_PARAMETERS, "RSA needs a padding of its own.");
    }
}
