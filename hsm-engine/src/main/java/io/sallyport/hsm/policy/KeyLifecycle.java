package io.sallyport.hsm.policy;

import static io.sallyport.hsm.object.KeyState.ACTIVE;
import static io.sallyport.hsm.object.KeyState.COMPROMISED;
import static io.sallyport.hsm.object.KeyState.DEACTIVATED;
import static io.sallyport.hsm.object.KeyState.DESTROYED;
import static io.sallyport.hsm.object.KeyState.DESTROYED_COMPROMISED;
import static io.sallyport.hsm.object.KeyState.PRE_ACTIVE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;

/**
 * The states of an object and the edges between them (KMIP 2.1 section 4.57, figure 1). Stateless.
 */
public final class KeyLifecycle {
    /** A state may stay as it is, except that nothing more happens to a destroyed object. */
    private static final Map<KeyState, Set<KeyState>> NEXT = new EnumMap<>(Map.of(
            PRE_ACTIVE, EnumSet.of(PRE_ACTIVE, ACTIVE, COMPROMISED, DESTROYED),
            ACTIVE, EnumSet.of(ACTIVE, DEACTIVATED, COMPROMISED),
            DEACTIVATED, EnumSet.of(DEACTIVATED, COMPROMISED, DESTROYED),
            COMPROMISED, EnumSet.of(COMPROMISED, DESTROYED_COMPROMISED),
            DESTROYED, EnumSet.of(DESTROYED_COMPROMISED),
            DESTROYED_COMPROMISED, EnumSet.noneOf(KeyState.class)));

    private KeyLifecycle() {}

    /** The state that the dates have led to by now, in seconds since 1970. */
    public static KeyState effective(ObjectHeader header, long now) {
        KeyState state = header.state();
        if (state == PRE_ACTIVE && hasCome(header.dates().activation(), now)) {
            state = ACTIVE;
        }
        if (state == ACTIVE && hasCome(header.dates().deactivation(), now)) {
            state = DEACTIVATED;
        }
        return state;
    }

    /** Whether one command may lead from one state to the other. */
    public static boolean mayBecome(KeyState from, KeyState to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether a date is set and not in the future. */
    static boolean hasCome(@Nullable Long date, long now) {
        return date != null && date <= now;
    }
}
