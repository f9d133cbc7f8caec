package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;

/** How a key is to be used (KMIP 2.1 section 4.16); each field may be missing. */
public record CryptographicParameters(@Nullable Enumerated<BlockCipherMode> mode,
        @Nullable Enumerated<PaddingMethod> padding, @Nullable Enumerated<HashingAlgorithm> hashing,
        @Nullable Enumerated<KeyRoleType> keyRole,
        @Nullable Enumerated<DigitalSignatureAlgorithm> digitalSignatureAlgorithm,
        @Nullable Enumerated<CryptographicAlgorithm> algorithm, @Nullable Boolean randomIv,
        @Nullable Integer ivLength, @Nullable Integer tagLength, @Nullable Integer fixedFieldLength,
        @Nullable Integer invocationFieldLength, @Nullable Integer counterLength,
        @Nullable Integer initialCounterValue, @Nullable Integer saltLength,
        @Nullable Enumerated<MaskGenerator> maskGenerator,
        @Nullable Enumerated<HashingAlgorithm> maskGeneratorHashing, @Nullable ByteSlice pSource,
        @Nullable Integer trailerField) {

    /** The parameters of a block cipher; null leaves a field out. */
    public static CryptographicParameters of(@Nullable CryptographicAlgorithm algorithm,
            @Nullable BlockCipherMode mode, @Nullable PaddingMethod padding,
            @Nullable Boolean randomIv, @Nullable Integer tagLength) {
        return new CryptographicParameters(mode == null ? null : Enumerated.of(mode),
                padding == null ? null : Enumerated.of(padding), null, null, null,
                algorithm == null ? null : Enumerated.of(algorithm), randomIv, null, tagLength,
                null, null, null, null, null, null, null, null, null);
    }
}
