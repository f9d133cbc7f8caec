package io.sallyport.hsm.crypto;

import java.io.IOException;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.SignatureSpec;

/**
 * What a cryptographic module does with key pairs. Keys go in and come out as the values of X.509
 * and PKCS#8, which both Bouncy Castles have. Stateless; safe for every thread.
 */
public interface KeyModule {
    /** Both keys of a pair. */
    record Pair(ModuleKey privateKey, ModuleKey publicKey) {}

    /**
     * Takes a private key.
     *
     * @throws IOException or a runtime error if it is none
     */
    ModuleKey ofPrivate(PrivateKeyInfo info) throws IOException, EngineFault;

    /** Takes a public key; as {@link #ofPrivate}. */
    ModuleKey ofPublic(SubjectPublicKeyInfo info) throws IOException, EngineFault;

    /** A private key that {@link #ofPrivate} takes. */
    PrivateKeyInfo privateInfo(ModuleKey key) throws IOException;

    /** A public key that {@link #ofPublic} takes; a point on a curve is not compressed. */
    SubjectPublicKeyInfo publicInfo(ModuleKey key) throws IOException;

    /** Makes an RSA pair with the public exponent 65537. */
    Pair rsa(int bits, NonceSource nonces) throws EngineFault;

    /** Makes a pair on a curve with this name. */
    Pair ec(ASN1ObjectIdentifier curve, NonceSource nonces) throws EngineFault;

    /** Makes a pair on a curve of RFC 7748 or 8032. */
    Pair octets(KeyKind kind, NonceSource nonces) throws EngineFault;

    /**
     * The secret of two keys of one kind. The caller wipes it.
     *
     * @throws RuntimeException if the keys do not agree
     */
    byte[] agree(ModuleKey privateKey, ModuleKey publicKey) throws EngineFault;

    /** Whether the data are wanted for a signature, where others take their hash. */
    boolean signsData(ModuleKey key, SignatureSpec spec);

    /** Signs with a key that is not RSA. */
    byte[] sign(ModuleKey key, byte[] input, NonceSource nonces) throws EngineFault;

    /** Whether a key that is not RSA made the signature. */
    boolean verify(ModuleKey key, byte[] input, byte[] signature) throws EngineFault;

    /** RSA with its paddings, if the module has them and gives no primitive. */
    @Nullable
    PaddedRsa paddedRsa();

    /**
     * The RSA primitive in either direction.
     *
     * @return as many bytes as the modulus has; null if the input is not below it
     */
    byte @Nullable [] rawRsa(ModuleKey key, byte[] input) throws EngineFault;
}
