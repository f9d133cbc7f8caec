package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

/**
 * Which key wraps, encrypts or signs, and how: Encryption Key Information and MAC/Signature Key
 * Information (KMIP 2.1 sections 7.7 and 7.13), which have the same two fields.
 */
public record KeyInformation(UniqueIdentifier uniqueIdentifier,
        @Nullable CryptographicParameters parameters) {}
