package io.sallyport.gateway.lifecycle;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.KeyDates;

/**
 * The dates of a key that replaces another one (2.1 section 6.1.44, table Computing New Dates from
 * Offset): without an offset those of the old key; with one, the new key becomes active that long
 * after its birth, and its other dates move along. Times are in seconds since 1970. Stateless.
 */
public final class ReplacementDates {

    private ReplacementDates() {}

    /**
     * The dates of the new key.
     *
     * @param offset seconds between the birth and the activation of the new key, or null
     */
    public static KeyDates of(KeyDates old, long now, @Nullable Integer offset) {
        Long activation = old.activation();
        long shift = 0;
        if (offset != null && activation != null) {
            long next = now + Integer.toUnsignedLong(offset);
            shift = next - activation;
            activation = next;
        }
        return new KeyDates(now, activation, moved(old.processStart(), shift),
                moved(old.protectStop(), shift), moved(old.deactivation(), shift), null, null,
                null);
    }

    private static @Nullable Long moved(@Nullable Long date, long shift) {
        return date == null ? null : Long.valueOf(date + shift);
    }
}
