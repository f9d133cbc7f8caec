package io.sallyport.hsm.crypto.bc;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.crypto.KeyKind;
import io.sallyport.hsm.crypto.ModuleKey;

/** A key of the lightweight API. Immutable. */
final class BouncyKey implements ModuleKey {
    private static final int ED25519_BITS = 256;
    private static final int ED448_BITS = 456;

    private final AsymmetricKeyParameter parameter;
    private final KeyKind kind;

    /**
     * Wraps a key.
     *
     * @throws IllegalArgumentException if it is of another algorithm
     */
    BouncyKey(AsymmetricKeyParameter parameter) {
        this.parameter = parameter;
        this.kind = kind(parameter);
    }

    /** The key that another method of this module made. */
    static AsymmetricKeyParameter parameter(ModuleKey key) {
        return ((BouncyKey) key).parameter;
    }

    @Override
    public KeyKind kind() {
        return kind;
    }

    @Override
    public boolean isPrivate() {
        return parameter.isPrivate();
    }

    @Override
    public int bits() {
        return switch (kind) {
            case RSA -> ((RSAKeyParameters) parameter).getModulus().bitLength();
            case EC -> ((ECKeyParameters) parameter).getParameters().getCurve().getFieldSize();
            case ED25519 -> ED25519_BITS;
            case ED448 -> ED448_BITS;
            case X25519, X448 -> 0;
        };
    }

    @Override
    public @Nullable ASN1ObjectIdentifier curve() {
        return parameter instanceof ECKeyParameters key
                && key.getParameters() instanceof ECNamedDomainParameters named ? named.getName()
                        : null;
    }

    private static KeyKind kind(AsymmetricKeyParameter parameter) {
        return switch (parameter) {
            case RSAKeyParameters _ -> KeyKind.RSA;
            case ECKeyParameters _ -> KeyKind.EC;
            case Ed25519PrivateKeyParameters _ -> KeyKind.ED25519;
            case Ed25519PublicKeyParameters _ -> KeyKind.ED25519;
            case Ed448PrivateKeyParameters _ -> KeyKind.ED448;
            case Ed448PublicKeyParameters _ -> KeyKind.ED448;
            case X25519PrivateKeyParameters _ -> KeyKind.X25519;
            case X25519PublicKeyParameters _ -> KeyKind.X25519;
            case X448PrivateKeyParameters _ -> KeyKind.X448;
            case X448PublicKeyParameters _ -> KeyKind.X448;
            default -> throw new IllegalArgumentException("The key is of another algorithm.");
        };
    }
}
