package io.sallyport.kmip.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a client wants a key wrapped (KMIP 2.1 section 7.9).
 *
 * @param attributeNames attributes to wrap with the key
 */
public record KeyWrappingSpecification(Enumerated<WrappingMethod> method,
        @Nullable KeyInformation encryptionKey, @Nullable KeyInformation macSignatureKey,
        List<AttributeName> attributeNames, @Nullable Enumerated<EncodingOption> encodingOption) {

    public KeyWrappingSpecification {
        attributeNames = List.copyOf(attributeNames);
    }
}
