package io.sallyport.hsm.command;

import org.jspecify.annotations.Nullable;

/**
 * How to derive material from other material, apart from both.
 *
 * @param hash the hash of the method's pseudo-random function; null for CMAC in the methods of SP
 *        800-108, and where the method has no hash
 * @param cipher how {@link Method#ENCRYPT} encrypts, else null
 * @param iterations rounds of PBKDF2, else 0
 */
public record DerivationSpec(Method method, @Nullable HashAlgorithm hash,
        @Nullable CipherSpec cipher, int iterations) {

    /** A method that needs a hash, or CMAC, alone. */
    public DerivationSpec(Method method, @Nullable HashAlgorithm hash) {
        this(method, hash, null, 0);
    }

    /** KMIP Derivation Methods that are served, with their codes. */
    public enum Method {
        /** RFC 8018: the key is the password. */
        PBKDF2(1),
        /** The hash of the key's material and the derivation data behind it. */
        HASH(2),
        /** HMAC under the key of the derivation data. */
        HMAC(3),
        /** Encryption of the derivation data under the key. */
        ENCRYPT(4),
        /** SP 800-108 counter mode: 32 bits of counter before the derivation data. */
        NIST800_108_COUNTER(5),
        /** SP 800-108 feedback mode; the IV is the first feedback. */
        NIST800_108_FEEDBACK(6),
        /** SP 800-108 double pipeline mode. */
        NIST800_108_DOUBLE_PIPELINE(7),
        /**
         * Agreement of the private key with the other object, a public key (SP 800-56A): the
         * secret itself, or, with a hash, the one-step derivation of SP 800-56C from it.
         */
        ASYMMETRIC_KEY(8),
        /** RFC 5869; the derivation data are the info. */
        HKDF(10);

        private final int code;

        Method(int code) {
            this.code = code;
        }

        /** KMIP Derivation Method. */
        public int code() {
            return code;
        }
    }
}
