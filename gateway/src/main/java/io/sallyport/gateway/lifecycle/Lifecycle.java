package io.sallyport.gateway.lifecycle;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;

/**
 * The states of an object and the ways between them (KMIP 2.1 section 4.57, NIST SP 800-57 part 1
 * section 7). Times are in seconds since 1970. A transition that the present state does not allow
 * is an empty result. Stateless.
 */
public final class Lifecycle {

    private Lifecycle() {}

    /** The state into which its dates have brought an object by now. */
    public static KeyState effective(KeyState stored, KeyDates dates, long now) {
        return switch (stored) {
            case PRE_ACTIVE -> reached(dates.activation(), now)
                    ? effective(KeyState.ACTIVE, dates, now)
                    : KeyState.PRE_ACTIVE;
            case ACTIVE -> reached(dates.deactivation(), now)
                    ? KeyState.DEACTIVATED
                    : KeyState.ACTIVE;
            case DEACTIVATED, COMPROMISED, DESTROYED, DESTROYED_COMPROMISED -> stored;
        };
    }

    /** The state of the object with this header by now. */
    public static KeyState effective(ObjectHeader header, long now) {
        return effective(header.state(), header.dates(), now);
    }

    /** An object at its creation: its dates alone decide its state. */
    public static KeyStatus born(KeyDates dates, long now) {
        KeyState state = dates.compromiseOccurrence() == null
                ? KeyState.PRE_ACTIVE
                : KeyState.COMPROMISED;
        return new KeyStatus(effective(state, dates, now), dates);
    }

    /** Activate: only from Pre-Active. */
    public static Optional<KeyStatus> activate(KeyStatus status, long now) {
        return switch (effective(status.state(), status.dates(), now)) {
            case PRE_ACTIVE -> {
                KeyDates d = status.dates();
                KeyDates dates = new KeyDates(d.initial(), now, d.processStart(), d.protectStop(),
                        d.deactivation(), d.destroy(), d.compromiseOccurrence(), d.compromise());
                yield Optional.of(new KeyStatus(effective(KeyState.ACTIVE, dates, now), dates));
            }
            case ACTIVE, DEACTIVATED, COMPROMISED, DESTROYED, DESTROYED_COMPROMISED ->
                Optional.empty();
        };
    }

    /** Revoke for a reason other than a compromise: only from Active. */
    public static Optional<KeyStatus> deactivate(KeyStatus status, long now) {
        return switch (effective(status.state(), status.dates(), now)) {
            case ACTIVE -> {
                KeyDates d = status.dates();
                yield Optional.of(new KeyStatus(KeyState.DEACTIVATED,
                        new KeyDates(d.initial(), d.activation(), d.processStart(),
                                d.protectStop(), now, d.destroy(), d.compromiseOccurrence(),
                                d.compromise())));
            }
            case PRE_ACTIVE, DEACTIVATED, COMPROMISED, DESTROYED, DESTROYED_COMPROMISED ->
                Optional.empty();
        };
    }

    /**
     * Revoke because of a compromise: from every state in which there is still material.
     *
     * @param occurrence when it happened, as the client says; otherwise it may have been as early
     *        as the initial date
     */
    public static Optional<KeyStatus> compromise(KeyStatus status, @Nullable Long occurrence,
            long now) {
        return switch (effective(status.state(), status.dates(), now)) {
            case PRE_ACTIVE, ACTIVE, DEACTIVATED, COMPROMISED -> {
                KeyDates d = status.dates();
                long since = occurrence != null ? occurrence : d.initial();
                yield Optional.of(new KeyStatus(KeyState.COMPROMISED,
                        new KeyDates(d.initial(), d.activation(), d.processStart(),
                                d.protectStop(), d.deactivation(), d.destroy(), since, now)));
            }
            case DESTROYED, DESTROYED_COMPROMISED -> Optional.empty();
        };
    }

    /** Destroy: not while Active. */
    public static Optional<KeyStatus> destroy(KeyStatus status, long now) {
        return switch (effective(status.state(), status.dates(), now)) {
            case PRE_ACTIVE, DEACTIVATED -> Optional.of(destroyed(KeyState.DESTROYED, status, now));
            case COMPROMISED ->
                Optional.of(destroyed(KeyState.DESTROYED_COMPROMISED, status, now));
            case ACTIVE, DESTROYED, DESTROYED_COMPROMISED -> Optional.empty();
        };
    }

    /**
     * A client sets a date. The activation date can be set while Pre-Active, the others until the
     * key is deactivated; process start and protect stop only as long as they are not reached.
     */
    public static Optional<KeyStatus> withDate(KeyStatus status, LifecycleDate which, long value,
            long now) {
        KeyState state = effective(status.state(), status.dates(), now);
        KeyDates d = status.dates();
        boolean preActive = state == KeyState.PRE_ACTIVE;
        boolean usable = preActive || state == KeyState.ACTIVE;
        boolean allowed = switch (which) {
            case ACTIVATION -> preActive;
            case PROCESS_START -> usable && !reached(d.processStart(), now);
            case PROTECT_STOP -> usable && !reached(d.protectStop(), now);
            case DEACTIVATION -> usable;
        };
        if (!allowed) {
            return Optional.empty();
        }
        KeyDates next = switch (which) {
            case ACTIVATION -> new KeyDates(d.initial(), value, d.processStart(), d.protectStop(),
                    d.deactivation(), d.destroy(), d.compromiseOccurrence(), d.compromise());
            case PROCESS_START -> new KeyDates(d.initial(), d.activation(), value,
                    d.protectStop(), d.deactivation(), d.destroy(), d.compromiseOccurrence(),
                    d.compromise());
            case PROTECT_STOP -> new KeyDates(d.initial(), d.activation(), d.processStart(), value,
                    d.deactivation(), d.destroy(), d.compromiseOccurrence(), d.compromise());
            case DEACTIVATION -> new KeyDates(d.initial(), d.activation(), d.processStart(),
                    d.protectStop(), value, d.destroy(), d.compromiseOccurrence(),
                    d.compromise());
        };
        return Optional.of(new KeyStatus(effective(state, next, now), next));
    }

    /** The same object with its state brought up to its dates. */
    public static KeyStatus settled(KeyStatus status, long now) {
        return new KeyStatus(effective(status.state(), status.dates(), now), status.dates());
    }

    private static KeyStatus destroyed(KeyState state, KeyStatus status, long now) {
        KeyDates d = status.dates();
        return new KeyStatus(state, new KeyDates(d.initial(), d.activation(), d.processStart(),
                d.protectStop(), d.deactivation(), now, d.compromiseOccurrence(),
                d.compromise()));
    }

    private static boolean reached(@Nullable Long date, long now) {
        return date != null && date <= now;
    }
}
