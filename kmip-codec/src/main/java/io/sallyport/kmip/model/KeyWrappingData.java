package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;

/** How the value of a key block is wrapped (KMIP 2.1 section 3.1.5). */
public record KeyWrappingData(Enumerated<WrappingMethod> method,
        @Nullable KeyInformation encryptionKey, @Nullable KeyInformation macSignatureKey,
        @Nullable ByteSlice macSignature, @Nullable ByteSlice ivCounterNonce,
        @Nullable Enumerated<EncodingOption> encodingOption) {}
