package io.sallyport.hsm.crypto;

/** What a key of a pair computes with. */
public enum KeyKind {
    RSA, EC, ED25519, ED448, X25519, X448;

    /** Whether its keys sign data themselves and not their hash (RFC 8032). */
    boolean isEdwards() {
        return this == ED25519 || this == ED448;
    }

    /** Whether its keys only agree on secrets (RFC 7748). */
    boolean isMontgomery() {
        return this == X25519 || this == X448;
    }
}
