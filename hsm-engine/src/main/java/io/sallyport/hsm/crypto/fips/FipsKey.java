package io.sallyport.hsm.crypto.fips;

import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.crypto.KeyKind;
import io.sallyport.hsm.crypto.ModuleKey;

/** A key of the provider. Immutable. */
final class FipsKey implements ModuleKey {
    private static final int ED25519_BITS = 256;
    private static final int ED448_BITS = 456;

    private final Key key;
    private final KeyKind kind;
    private final @Nullable ASN1ObjectIdentifier curve;

    FipsKey(Key key, KeyKind kind, @Nullable ASN1ObjectIdentifier curve) {
        this.key = key;
        this.kind = kind;
        this.curve = curve;
    }

    static PrivateKey privateKey(ModuleKey key) {
        return (PrivateKey) ((FipsKey) key).key;
    }

    static PublicKey publicKey(ModuleKey key) {
        return (PublicKey) ((FipsKey) key).key;
    }

    byte[] encoded() {
        return key.getEncoded();
    }

    @Override
    public KeyKind kind() {
        return kind;
    }

    @Override
    public boolean isPrivate() {
        return key instanceof PrivateKey;
    }

    @Override
    public int bits() {
        return switch (kind) {
            case RSA -> ((RSAKey) key).getModulus().bitLength();
            case EC -> ((ECKey) key).getParams().getCurve().getField().getFieldSize();
            case ED25519 -> ED25519_BITS;
            case ED448 -> ED448_BITS;
            case X25519, X448 -> 0;
        };
    }

    @Override
    public @Nullable ASN1ObjectIdentifier curve() {
        return curve;
    }
}
