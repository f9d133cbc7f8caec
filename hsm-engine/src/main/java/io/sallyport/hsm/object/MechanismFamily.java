package io.sallyport.hsm.object;

import org.jspecify.annotations.Nullable;

/**
 * What a key is for, if it is for one thing only: mechanisms that can't be played off against each
 * other. Which rights and which mechanisms belong to a family is the engine's policy.
 */
public enum MechanismFamily {
    /** Ciphers that verify: GCM, CCM, ChaCha20-Poly1305. */
    AUTHENTICATED_ENCRYPTION(1),
    /** Ciphers that don't: CBC, CTR, CFB, OFB, XTS and the like. */
    ENCRYPTION(2),
    /** NIST key wrap, with and without padding. */
    KEY_WRAP(3),
    /** HMAC and CMAC. */
    MAC(4),
    /** Derivation of other keys. */
    DERIVATION(5),
    /** Signatures. */
    SIGNATURE(6),
    /** Encryption of data with a public key. */
    PUBLIC_KEY_ENCRYPTION(7),
    /** Encryption of keys with a public key. */
    KEY_TRANSPORT(8),
    /** Agreement on a secret. */
    KEY_AGREEMENT(9);

    private final int code;

    MechanismFamily(int code) {
        this.code = code;
    }

    /** Number of the family in a stored header. */
    public int code() {
        return code;
    }

    /** The family with this number, or null if there is none. */
    public static @Nullable MechanismFamily of(int code) {
        for (MechanismFamily family : values()) {
            if (family.code == code) {
                return family;
            }
        }
        return null;
    }
}
