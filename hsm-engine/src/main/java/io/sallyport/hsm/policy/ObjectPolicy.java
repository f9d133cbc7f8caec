package io.sallyport.hsm.policy;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;

/**
 * Decides on each use of an object. Headers come from objects that were found authentic; {@code
 * now} is the engine's clock in seconds since 1970. Stateless.
 */
public final class ObjectPolicy {
    private static final int SYMMETRIC_KEY = 2;
    private static final int AES = 3;

    private ObjectPolicy() {}

    /** Uses of a key, each with its bit in the usage mask. */
    public enum Use {
        ENCRYPT(0x4, true), DECRYPT(0x8, false), WRAP_KEY(0x10, true);

        private final int bit;
        private final boolean protects;

        Use(int bit, boolean protects) {
            this.bit = bit;
            this.protects = protects;
        }

        /** The bit of the Cryptographic Usage Mask. */
        public int bit() {
            return bit;
        }
    }

    /** The header under which a new object is stored: what its history says is set by us. */
    public static ObjectHeader admit(ObjectHeader header) throws EngineFault {
        if (header.version() != 1) {
            throw new EngineFault(Reason.POLICY, "A new object has version 1.");
        }
        if (header.state().isDestroyed()) {
            throw new EngineFault(Reason.POLICY, "A new object is not destroyed.");
        }
        Protection asked = header.protection();
        return withProtection(header, new Protection(asked.sensitive(), asked.sensitive(),
                asked.extractable(), !asked.extractable()));
    }

    /** Whether a key may be used in this way now. */
    public static void checkUse(ObjectHeader key, Use use, long now) throws EngineFault {
        if (key.objectType() != SYMMETRIC_KEY) {
            throw new EngineFault(Reason.POLICY, "Only a symmetric key can be used so.");
        }
        KeyState state = KeyLifecycle.effective(key, now);
        boolean usable = switch (state) {
            case PRE_ACTIVE, DESTROYED, DESTROYED_COMPROMISED -> false;
            case ACTIVE -> true;
            case DEACTIVATED, COMPROMISED -> !use.protects;
        };
        if (!usable) {
            throw new EngineFault(Reason.KEY_STATE,
                    "The key's state " + state + " forbids " + use + ".");
        }
        boolean tooLate = use.protects && KeyLifecycle.hasCome(key.dates().protectStop(), now);
        boolean tooEarly = !use.protects && isAhead(key.dates().processStart(), now);
        if (tooLate || tooEarly) {
            throw new EngineFault(Reason.KEY_STATE,
                    "The key's dates forbid " + use + " now.");
        }
        if ((key.usageMask() & use.bit) == 0) {
            throw new EngineFault(Reason.POLICY, "The key's usage mask forbids " + use + ".");
        }
    }

    /** Whether material may leave in clear. */
    public static void checkExport(ObjectHeader object) throws EngineFault {
        checkExtractable(object);
        if (object.protection().sensitive()) {
            throw new EngineFault(Reason.SENSITIVE, "The object is sensitive.");
        }
    }

    /**
     * Whether material may leave under this wrapping key. A sensitive object needs a wrapping key
     * that nobody outside can know and that can't decrypt what it wrapped.
     */
    public static void checkWrap(ObjectHeader object, ObjectHeader wrappingKey, Origin origin,
            long now) throws EngineFault {
        checkExtractable(object);
        if (!object.partition().equals(wrappingKey.partition())) {
            throw new EngineFault(Reason.POLICY, "The wrapping key is in another partition.");
        }
        checkUse(wrappingKey, Use.WRAP_KEY, now);
        if (wrappingKey.algorithm() != AES) {
            throw new EngineFault(Reason.UNSUPPORTED, "Only AES keys wrap.");
        }
        if (object.algorithm() == AES && object.lengthBits() > wrappingKey.lengthBits()) {
            throw new EngineFault(Reason.POLICY,
                    "The wrapping key is weaker than the key to wrap.");
        }
        boolean trusted = origin == Origin.GENERATED
                && wrappingKey.protection().alwaysSensitive()
                && (wrappingKey.usageMask() & Use.DECRYPT.bit) == 0;
        if (object.protection().sensitive() && !trusted) {
            throw new EngineFault(Reason.SENSITIVE, "A sensitive object leaves only under a"
                    + " generated, always sensitive key without the right to decrypt.");
        }
    }

    private static void checkExtractable(ObjectHeader object) throws EngineFault {
        if (object.state().isDestroyed()) {
            throw new EngineFault(Reason.KEY_STATE, "The object is destroyed.");
        }
        if (!object.protection().extractable()) {
            throw new EngineFault(Reason.NOT_EXTRACTABLE, "The object is not extractable.");
        }
    }

    static ObjectHeader withProtection(ObjectHeader header, Protection protection) {
        return new ObjectHeader(header.id(), header.partition(), header.version(),
                header.objectType(), header.keyFormat(), header.algorithm(), header.lengthBits(),
                header.usageMask(), header.state(), header.dates(), protection,
                header.attributesDigest());
    }

    private static boolean isAhead(@Nullable Long date, long now) {
        return date != null && date > now;
    }
}
