package io.sallyport.hsm.crypto;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A private or public key as the cryptographic module holds it, which has checked its numbers.
 * Another module can't take it. Immutable.
 */
public interface ModuleKey {
    /** What it computes with. */
    KeyKind kind();

    /** Whether it is the private one of its pair. */
    boolean isPrivate();

    /** Length of the modulus or of the curve's field in bits; 0 for the curves of RFC 7748. */
    int bits();

    /** The name of the curve of an EC key, else null. */
    @Nullable
    ASN1ObjectIdentifier curve();
}
