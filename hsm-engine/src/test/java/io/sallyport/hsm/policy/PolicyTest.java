package io.sallyport.hsm.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.Samples;

class PolicyTest {
    private static final long NOW = 5000;
    private static final ObjectHeader KEY = Samples.aes("k", 256, 12, Protection.EXTRACTABLE);

    /** Rows and columns in the order of {@link KeyState}. */
    private static final Map<KeyState, String> EDGES = new EnumMap<>(Map.of(
            KeyState.PRE_ACTIVE, "11.11.", KeyState.ACTIVE, ".111..",
            KeyState.DEACTIVATED, "..111.", KeyState.COMPROMISED, "...1.1",
            KeyState.DESTROYED, ".....1", KeyState.DESTROYED_COMPROMISED, "......"));

    private static ObjectHeader header(KeyState state, KeyDates dates, int mask) {
        return new ObjectHeader("k", "tenant", 1, 2, 1, 3, 256, mask, state, dates,
                Protection.EXTRACTABLE, KEY.attributesDigest());
    }

    private static KeyDates dates(@Nullable Long activation, @Nullable Long deactivation) {
        return new KeyDates(1, activation, null, null, deactivation, null, null, null);
    }

    private static boolean admits(ObjectHeader from, ObjectHeader to) {
        try {
            AmendPolicy.admit(from, to, NOW);
            return true;
        } catch (EngineFault e) {
            return false;
        }
    }

    @Test
    void everyPairOfStatesIsDecidedByTheTable() {
        for (KeyState from : KeyState.values()) {
            StringBuilder row = new StringBuilder();
            for (KeyState to : KeyState.values()) {
                ObjectHeader present = header(from, dates(null, null), 12);
                row.append(admits(present, Samples.next(present, to)) ? '1' : '.');
            }
            assertThat(row.toString()).as("from %s", from).isEqualTo(EDGES.get(from));
        }
    }

    @Test
    void datesMoveTheState_andPastDatesStay() {
        ObjectHeader ended = header(KeyState.ACTIVE, dates(10L, 20L), 12);
        assertThat(KeyLifecycle.effective(ended, 19)).isEqualTo(KeyState.ACTIVE);
        assertThat(KeyLifecycle.effective(ended, 20)).isEqualTo(KeyState.DEACTIVATED);
        ObjectHeader revived = header(KeyState.ACTIVE, dates(10L, null), 12);
        assertThat(admits(ended, Samples.next(revived, KeyState.ACTIVE))).isFalse();
        ObjectHeader waiting = header(KeyState.PRE_ACTIVE, dates(NOW + 1, null), 12);
        assertThat(KeyLifecycle.effective(waiting, NOW)).isEqualTo(KeyState.PRE_ACTIVE);
        assertThat(KeyLifecycle.effective(waiting, NOW + 1)).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    void aKeyThatWaitsEndsOnlyThroughActivation() throws EngineFault {
        ObjectHeader waiting = header(KeyState.PRE_ACTIVE, dates(null, null), 12);
        ObjectHeader through = Samples.next(
                header(KeyState.PRE_ACTIVE, dates(10L, 20L), 12), KeyState.DEACTIVATED);
        assertThat(AmendPolicy.admit(waiting, through, NOW)).isEqualTo(through);
        ObjectHeader byDates = Samples.next(
                header(KeyState.PRE_ACTIVE, dates(NOW, NOW), 12), KeyState.PRE_ACTIVE);
        assertThat(AmendPolicy.admit(waiting, byDates, NOW)).isEqualTo(byDates);
        for (KeyDates never : List.of(dates(null, null), dates(null, 20L), dates(NOW + 1, 20L))) {
            assertThat(admits(waiting, Samples.next(header(KeyState.PRE_ACTIVE, never, 12),
                    KeyState.DEACTIVATED))).as("%s", never).isFalse();
        }
        ObjectHeader compromised = header(KeyState.COMPROMISED, dates(null, null), 12);
        assertThat(admits(compromised, through)).isFalse();
    }

    @Test
    void usesFollowStateAndMask() {
        for (KeyState state : KeyState.values()) {
            ObjectHeader key = header(state, dates(null, null), 12);
            boolean encrypts = state == KeyState.ACTIVE;
            boolean decrypts = encrypts || state == KeyState.DEACTIVATED
                    || state == KeyState.COMPROMISED;
            assertUse(key, Use.ENCRYPT, encrypts);
            assertUse(key, Use.DECRYPT, decrypts);
            assertUse(key, Use.WRAP_KEY, false);
            assertUse(header(state, dates(null, null), 0), Use.DECRYPT, false);
        }
    }

    @Test
    void everyUseNeedsItsBitItsTypeAndALivingKey() {
        Map<Use, List<Integer>> types = new EnumMap<>(Map.of(Use.SIGN, List.of(4), Use.VERIFY,
                List.of(3), Use.ENCRYPT, List.of(2, 3), Use.DECRYPT, List.of(2, 4), Use.WRAP_KEY,
                List.of(2, 3), Use.UNWRAP_KEY, List.of(2, 4), Use.MAC_GENERATE, List.of(2, 7),
                Use.MAC_VERIFY, List.of(2, 7), Use.DERIVE_KEY, List.of(2, 4, 7),
                Use.KEY_AGREEMENT, List.of(3, 4)));
        types.put(Use.ENCAPSULATE, List.of(3));
        types.put(Use.DECAPSULATE, List.of(4));
        List<Use> processes = List.of(Use.VERIFY, Use.DECRYPT, Use.UNWRAP_KEY, Use.MAC_VERIFY,
                Use.DECAPSULATE);
        for (Use use : Use.values()) {
            for (int type = 0; type <= 40; type++) {
                boolean has = types.getOrDefault(use, List.of()).contains(type);
                for (KeyState state : KeyState.values()) {
                    boolean alive = state == KeyState.ACTIVE || (processes.contains(use)
                            && (state == KeyState.DEACTIVATED || state == KeyState.COMPROMISED));
                    assertUse(ofType(type, state, use.bit()), use, has && alive);
                    assertUse(ofType(type, state, ~use.bit()), use, false);
                }
            }
        }
    }

    private static ObjectHeader ofType(int type, KeyState state, int mask) {
        return new ObjectHeader("k", "tenant", 1, type, 1, 3, 256, mask, state, dates(null, null),
                Protection.EXTRACTABLE, KEY.attributesDigest());
    }

    private static void assertUse(ObjectHeader key, Use use, boolean allowed) {
        if (allowed) {
            assertThatCode(() -> ObjectPolicy.checkUse(key, use, NOW)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> ObjectPolicy.checkUse(key, use, NOW))
                    .isInstanceOf(EngineFault.class);
        }
    }

    @Test
    void nothingWidens() {
        Protection strict = new Protection(true, false, false, false);
        ObjectHeader hard = Samples.aes("k", 256, 12, strict);
        List<ObjectHeader> wider = List.of(Samples.next(hard, KeyState.ACTIVE, 28, strict),
                Samples.next(hard, KeyState.ACTIVE, 12, new Protection(false, false, false, false)),
                Samples.next(hard, KeyState.ACTIVE, 12, new Protection(true, false, true, false)),
                Samples.next(Samples.aes("other", 256, 12, strict), KeyState.ACTIVE),
                Samples.next(Samples.aes("k", 128, 12, strict), KeyState.ACTIVE), hard);
        for (ObjectHeader next : wider) {
            assertThat(admits(hard, next)).isFalse();
        }
        assertThat(admits(hard, Samples.next(hard, KeyState.ACTIVE, 8, strict))).isTrue();
    }

    @Test
    void historyIsNotTheClientsToTell() throws EngineFault {
        ObjectHeader next = Samples.next(KEY, KeyState.ACTIVE, 12,
                new Protection(true, true, false, true));
        assertThat(AmendPolicy.admit(KEY, next, NOW).protection())
                .isEqualTo(new Protection(true, false, false, false));
    }
}
