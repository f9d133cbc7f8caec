package io.sallyport.hsm.policy;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;

/** Decides which change of a header is a narrowing one. Stateless. */
public final class AmendPolicy {
    private AmendPolicy() {}

    /**
     * The header under which a changed object is stored. What the object's history says (always
     * sensitive, never extractable) is taken from the present header, whatever the next one says.
     *
     * @throws EngineFault with {@link Reason#KEY_STATE} for a state or date that can't follow,
     *         with {@link Reason#POLICY} for any other change that is not allowed
     */
    public static ObjectHeader admit(ObjectHeader present, ObjectHeader next, long now)
            throws EngineFault {
        checkIdentity(present, next);
        checkState(present, next, now);
        checkDates(present.dates(), next.dates(), now);
        if ((next.usageMask() & ~present.usageMask()) != 0) {
            throw new EngineFault(Reason.POLICY, "A usage mask does not grow.");
        }
        Protection was = present.protection();
        Protection will = next.protection();
        if ((was.sensitive() && !will.sensitive())
                || (!was.extractable() && will.extractable())) {
            throw new EngineFault(Reason.POLICY, "Protection is not taken away.");
        }
        if (was.family() != null && was.family() != will.family()) {
            throw new EngineFault(Reason.POLICY, "The family of a key's mechanisms stays.");
        }
        ObjectHeader admitted = ObjectPolicy.withProtection(next,
                new Protection(will.sensitive(), was.alwaysSensitive(), will.extractable(),
                        was.neverExtractable(), will.family()));
        MechanismPolicy.admit(admitted);
        return admitted;
    }

    private static void checkIdentity(ObjectHeader present, ObjectHeader next)
            throws EngineFault {
        boolean same = present.id().equals(next.id())
                && present.partition().equals(next.partition())
                && present.objectType() == next.objectType()
                && present.keyFormat() == next.keyFormat()
                && present.algorithm() == next.algorithm()
                && present.lengthBits() == next.lengthBits()
                && present.dates().initial() == next.dates().initial();
        if (!same) {
            throw new EngineFault(Reason.POLICY, "An object's identity does not change.");
        }
        if (next.version() != present.version() + 1) {
            throw new EngineFault(Reason.POLICY, "A change makes the next version.");
        }
    }

    private static void checkState(ObjectHeader present, ObjectHeader next, long now)
            throws EngineFault {
        KeyState from = KeyLifecycle.effective(present, now);
        KeyState to = KeyLifecycle.effective(next, now);
        // Activation and its end may both be set in one change, or both come true at once.
        boolean throughActive = from == KeyState.PRE_ACTIVE && to == KeyState.DEACTIVATED
                && KeyLifecycle.hasCome(next.dates().activation(), now);
        if (!KeyLifecycle.mayBecome(from, to) && !throughActive) {
            throw new EngineFault(Reason.KEY_STATE,
                    "The state " + from + " is not followed by " + to + ".");
        }
    }

    private static void checkDates(KeyDates was, KeyDates will, long now) throws EngineFault {
        keepPast(was.activation(), will.activation(), now);
        keepPast(was.processStart(), will.processStart(), now);
        keepPast(was.protectStop(), will.protectStop(), now);
        keepPast(was.deactivation(), will.deactivation(), now);
        keepPast(was.destroy(), will.destroy(), now);
        keepPast(was.compromise(), will.compromise(), now);
        keepPast(was.compromiseOccurrence(), will.compromiseOccurrence(), now);
    }

    private static void keepPast(@Nullable Long was, @Nullable Long will, long now)
            throws EngineFault {
        if (KeyLifecycle.hasCome(was, now) && !Objects.equals(was, will)) {
            throw new EngineFault(Reason.KEY_STATE, "A date that has come does not change.");
        }
    }
}
