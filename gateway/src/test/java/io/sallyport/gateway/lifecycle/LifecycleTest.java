package io.sallyport.gateway.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;

class LifecycleTest {
    private static final long NOW = 1_000_000;

    private static KeyDates dates(@Nullable Long activation, @Nullable Long deactivation) {
        return new KeyDates(NOW - 100, activation, null, null, deactivation, null, null, null);
    }

    private static KeyStatus in(KeyState state) {
        return switch (state) {
            case PRE_ACTIVE -> new KeyStatus(state, dates(null, null));
            case ACTIVE -> new KeyStatus(state, dates(NOW - 50, null));
            case DEACTIVATED -> new KeyStatus(state, dates(NOW - 50, NOW - 10));
            case COMPROMISED, DESTROYED, DESTROYED_COMPROMISED ->
                new KeyStatus(state, dates(NOW - 50, null));
        };
    }

    /** The whole table: from each state, where each transition leads, or that it is refused. */
    @ParameterizedTest
    @EnumSource(KeyState.class)
    void everyTransitionFromEveryState(KeyState from) {
        Set<KeyState> live = EnumSet.of(KeyState.PRE_ACTIVE, KeyState.ACTIVE,
                KeyState.DEACTIVATED, KeyState.COMPROMISED);
        KeyStatus status = in(from);

        assertEquals(from == KeyState.PRE_ACTIVE ? Optional.of(KeyState.ACTIVE) : Optional.empty(),
                Lifecycle.activate(status, NOW).map(KeyStatus::state));
        assertEquals(from == KeyState.ACTIVE ? Optional.of(KeyState.DEACTIVATED)
                : Optional.empty(), Lifecycle.deactivate(status, NOW).map(KeyStatus::state));
        assertEquals(live.contains(from) ? Optional.of(KeyState.COMPROMISED) : Optional.empty(),
                Lifecycle.compromise(status, null, NOW).map(KeyStatus::state));
        Optional<KeyState> destroyed = switch (from) {
            case PRE_ACTIVE, DEACTIVATED -> Optional.of(KeyState.DESTROYED);
            case COMPROMISED -> Optional.of(KeyState.DESTROYED_COMPROMISED);
            case ACTIVE, DESTROYED, DESTROYED_COMPROMISED -> Optional.empty();
        };
        assertEquals(destroyed, Lifecycle.destroy(status, NOW).map(KeyStatus::state));
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void everyDateInEveryState(KeyState state) {
        KeyStatus status = in(state);
        List<LifecycleDate> allowed = new ArrayList<>();
        for (LifecycleDate date : LifecycleDate.values()) {
            if (Lifecycle.withDate(status, date, NOW + 500, NOW).isPresent()) {
                allowed.add(date);
            }
        }
        List<LifecycleDate> expected = switch (state) {
            case PRE_ACTIVE -> List.of(LifecycleDate.values());
            case ACTIVE -> List.of(LifecycleDate.PROCESS_START, LifecycleDate.PROTECT_STOP,
                    LifecycleDate.DEACTIVATION);
            case DEACTIVATED, COMPROMISED, DESTROYED, DESTROYED_COMPROMISED -> List.of();
        };
        assertEquals(expected, allowed);
    }

    @Test
    void datesMoveAKeyOn() {
        assertEquals(KeyState.PRE_ACTIVE, Lifecycle.effective(KeyState.PRE_ACTIVE,
                dates(NOW + 1, null), NOW));
        assertEquals(KeyState.ACTIVE, Lifecycle.effective(KeyState.PRE_ACTIVE,
                dates(NOW, null), NOW));
        assertEquals(KeyState.ACTIVE, Lifecycle.effective(KeyState.ACTIVE,
                dates(NOW - 9, NOW + 1), NOW));
        assertEquals(KeyState.DEACTIVATED, Lifecycle.effective(KeyState.ACTIVE,
                dates(NOW - 9, NOW), NOW));
        assertEquals(KeyState.DEACTIVATED, Lifecycle.effective(KeyState.PRE_ACTIVE,
                dates(NOW - 9, NOW - 1), NOW));
        assertEquals(KeyState.COMPROMISED, Lifecycle.effective(KeyState.COMPROMISED,
                dates(NOW - 9, NOW - 1), NOW));
    }

    @Test
    void aDateInThePastActsAtOnce() {
        KeyStatus preActive = in(KeyState.PRE_ACTIVE);
        assertEquals(KeyState.ACTIVE, Lifecycle
                .withDate(preActive, LifecycleDate.ACTIVATION, NOW - 1, NOW).orElseThrow().state());
        assertEquals(KeyState.DEACTIVATED,
                Lifecycle.withDate(in(KeyState.ACTIVE), LifecycleDate.DEACTIVATION, NOW - 1, NOW)
                        .orElseThrow().state());
        assertEquals(KeyState.ACTIVE, Lifecycle.born(dates(NOW - 3600, null), NOW).state());
        assertEquals(KeyState.PRE_ACTIVE, Lifecycle.born(dates(null, null), NOW).state());
    }

    @Test
    void aReachedProtectStopStays() {
        KeyStatus stopped = new KeyStatus(KeyState.ACTIVE,
                new KeyDates(0, NOW - 9, null, NOW - 5, null, null, null, null));
        assertEquals(Optional.empty(),
                Lifecycle.withDate(stopped, LifecycleDate.PROTECT_STOP, NOW + 5, NOW));
    }

    @Test
    void transitionsSetTheirDates() {
        KeyStatus active = Lifecycle.activate(in(KeyState.PRE_ACTIVE), NOW).orElseThrow();
        assertEquals(NOW, active.dates().activation());
        assertEquals(NOW + 1,
                Lifecycle.deactivate(active, NOW + 1).orElseThrow().dates().deactivation());
        KeyStatus compromised = Lifecycle.compromise(active, 6L, NOW + 2).orElseThrow();
        assertEquals(6L, compromised.dates().compromiseOccurrence());
        assertEquals(NOW + 2, compromised.dates().compromise());
        assertEquals(NOW - 100, Lifecycle.compromise(active, null, NOW).orElseThrow().dates()
                .compromiseOccurrence());
        assertEquals(NOW + 3,
                Lifecycle.destroy(compromised, NOW + 3).orElseThrow().dates().destroy());
    }

    /** A date that is set changes no other one. */
    @ParameterizedTest
    @EnumSource(LifecycleDate.class)
    void aDateIsSetAndTheOthersStay(LifecycleDate which) {
        KeyDates before = new KeyDates(1, NOW + 2, NOW + 3, NOW + 4, NOW + 5, 6L, 7L, 8L);
        KeyDates after = switch (which) {
            case ACTIVATION -> new KeyDates(1, NOW + 9, NOW + 3, NOW + 4, NOW + 5, 6L, 7L, 8L);
            case PROCESS_START -> new KeyDates(1, NOW + 2, NOW + 9, NOW + 4, NOW + 5, 6L, 7L, 8L);
            case PROTECT_STOP -> new KeyDates(1, NOW + 2, NOW + 3, NOW + 9, NOW + 5, 6L, 7L, 8L);
            case DEACTIVATION -> new KeyDates(1, NOW + 2, NOW + 3, NOW + 4, NOW + 9, 6L, 7L, 8L);
        };
        assertEquals(Optional.of(new KeyStatus(KeyState.PRE_ACTIVE, after)), Lifecycle.withDate(
                new KeyStatus(KeyState.PRE_ACTIVE, before), which, NOW + 9, NOW));
    }

    @Test
    void aReachedProcessStartStays() {
        KeyStatus started = new KeyStatus(KeyState.ACTIVE,
                new KeyDates(0, NOW - 9, NOW, null, null, null, null, null));
        assertEquals(Optional.empty(),
                Lifecycle.withDate(started, LifecycleDate.PROCESS_START, NOW + 5, NOW));
    }

    @Test
    void aKeyIsBornCompromisedIfItWasBeforeItsBirth() {
        KeyDates dates = new KeyDates(NOW, NOW - 9, null, null, null, null, NOW - 20, null);
        assertEquals(new KeyStatus(KeyState.COMPROMISED, dates), Lifecycle.born(dates, NOW));
    }

    @Test
    void aKeyThatIsActivatedAfterItsEndIsDeactivatedAtOnce() {
        KeyStatus late = new KeyStatus(KeyState.PRE_ACTIVE, dates(null, NOW - 1));
        assertEquals(new KeyStatus(KeyState.DEACTIVATED, dates(NOW, NOW - 1)),
                Lifecycle.activate(late, NOW).orElseThrow());
    }

    @Test
    void settlingBringsTheStateUpToTheDates() {
        KeyStatus stored = new KeyStatus(KeyState.PRE_ACTIVE, dates(NOW - 9, null));
        assertEquals(new KeyStatus(KeyState.ACTIVE, stored.dates()),
                Lifecycle.settled(stored, NOW));
    }

    @Test
    void theHeaderOfAnObjectTellsItsStatus() {
        KeyDates dates = dates(NOW - 9, null);
        ObjectHeader header = new ObjectHeader("1", "p", 1, 2, 1, 3, 256, 12, KeyState.PRE_ACTIVE,
                dates, Protection.EXTRACTABLE, Sha256.of(new byte[Sha256.BYTES]));
        assertEquals(new KeyStatus(KeyState.PRE_ACTIVE, dates), KeyStatus.of(header));
        assertEquals(KeyState.PRE_ACTIVE, Lifecycle.effective(header, NOW - 10));
        assertEquals(KeyState.ACTIVE, Lifecycle.effective(header, NOW));
    }
}
