package io.sallyport.hsm.command;

import org.jspecify.annotations.Nullable;

/**
 * How to compute a message authentication code, apart from any key.
 *
 * @param hash the hash of HMAC; null for CMAC with the key's block cipher
 */
public record MacSpec(@Nullable HashAlgorithm hash) {
    /** CMAC with the key's block cipher (SP 800-38B). */
    public static final MacSpec CMAC = new MacSpec(null);
}
