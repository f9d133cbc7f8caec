package io.sallyport.gateway.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.object.KeyDates;

class ReplacementDatesTest {
    private static final long NOW = 1_000_000;
    private static final long ACTIVATION = 500;

    private static KeyDates old(@Nullable Long activation) {
        return new KeyDates(400, activation, 600L, 700L, 800L, 900L, 950L, 960L);
    }

    @Test
    void withoutAnOffsetTheDatesAreThoseOfTheOldKeyAndItsEndIsNot() {
        assertEquals(new KeyDates(NOW, ACTIVATION, 600L, 700L, 800L, null, null, null),
                ReplacementDates.of(old(ACTIVATION), NOW, null));
    }

    @Test
    void withAnOffsetAllDatesMoveAlong() {
        assertEquals(new KeyDates(NOW, NOW + 30, NOW + 130, NOW + 230, NOW + 330, null, null, null),
                ReplacementDates.of(old(ACTIVATION), NOW, 30));
    }

    @Test
    void anOffsetIsUnsigned() {
        KeyDates dates = new KeyDates(400, ACTIVATION, null, null, null, null, null, null);
        assertEquals(NOW + 0xFFFF_FFFFL, ReplacementDates.of(dates, NOW, -1).activation());
    }

    @Test
    void aKeyThatWasNeverActiveHasNothingToMove() {
        assertEquals(new KeyDates(NOW, null, 600L, 700L, 800L, null, null, null),
                ReplacementDates.of(old(null), NOW, 30));
    }
}
