package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

/** Why an object was revoked (KMIP 2.1 section 4.48). */
public record RevocationReason(Enumerated<RevocationReasonCode> code, @Nullable String message) {}
