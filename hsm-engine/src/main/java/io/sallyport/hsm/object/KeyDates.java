package io.sallyport.hsm.object;

import org.jspecify.annotations.Nullable;

/**
 * The dates that move a key through its states, in seconds since 1970-01-01T00:00Z; absent means
 * not set.
 *
 * @param initial when the object was made or registered
 */
public record KeyDates(long initial, @Nullable Long activation, @Nullable Long processStart,
        @Nullable Long protectStop, @Nullable Long deactivation, @Nullable Long destroy,
        @Nullable Long compromiseOccurrence, @Nullable Long compromise) {}
