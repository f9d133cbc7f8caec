package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

/**
 * How much may be done (KMIP 2.1 section 4.63).
 *
 * @param total allowed from the beginning, in the unit
 * @param count still allowed, in the unit; absent where a client sets limits
 */
public record UsageLimits(long total, @Nullable Long count, Enumerated<UsageLimitsUnit> unit) {}
