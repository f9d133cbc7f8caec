package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

/** Why an object is not to be used any more (since 3.0). */
public record DeactivationReason(Enumerated<DeactivationReasonCode> code,
        @Nullable String message) {}
