package io.sallyport.kmip.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * The input of Derive Key beside the key (KMIP 2.1 section 7.9).
 *
 * @param parameters the pseudorandom function or the cipher
 * @param data what is hashed or encrypted; several values from 2.0, one before
 */
public record DerivationParameters(@Nullable CryptographicParameters parameters,
        @Nullable ByteSlice initializationVector, List<ByteSlice> data, @Nullable ByteSlice salt,
        @Nullable Integer iterationCount) {

    public DerivationParameters {
        data = List.copyOf(data);
    }
}
