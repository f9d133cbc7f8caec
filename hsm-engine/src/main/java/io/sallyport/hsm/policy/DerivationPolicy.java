package io.sallyport.hsm.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.policy.ObjectPolicy.Use;

/** Decides what may be derived from what, agreements and encapsulated secrets included. Stateless. */
public final class DerivationPolicy {
    private DerivationPolicy() {}

    /**
     * The header under which derived material is stored.
     *
     * @param asked what the client asks for
     * @param key the key from which it is derived, or a side's private key
     * @param other the object that has the data, or the other side's public key; null if the data
     *        are the client's
     */
    public static ObjectHeader admit(ObjectHeader asked, StoredForm key,
            @Nullable StoredForm other, Method method, long now) throws EngineFault {
        boolean agrees = method == Method.ASYMMETRIC_KEY;
        checkKey(key.header(), agrees, now);
        if (other == null) {
            return ObjectPolicy.admitFrom(asked, List.of(key.header()));
        }
        if (!agrees) {
            checkData(other, method, now);
            return ObjectPolicy.admitFrom(asked, List.of(key.header(), other.header()));
        }
        if (other.header().objectType() != ObjectPolicy.PUBLIC_KEY) {
            throw new EngineFault(Reason.POLICY, "The other side of an agreement is a public key.");
        }
        return withoutHistory(
                ObjectPolicy.admitFrom(asked, List.of(key.header(), other.header())));
    }

    /**
     * The header under which a secret is stored that was encapsulated to a key: no less protected
     * than the key.
     */
    public static ObjectHeader admitShared(ObjectHeader asked, ObjectHeader key)
            throws EngineFault {
        return withoutHistory(ObjectPolicy.admitFrom(asked, List.of(key)));
    }

    /** Whoever is on the other side knows a secret, and has known it from the start. */
    private static ObjectHeader withoutHistory(ObjectHeader header) {
        Protection protection = header.protection();
        return ObjectPolicy.withProtection(header, new Protection(protection.sensitive(), false,
                protection.extractable(), false, protection.family()));
    }

    /** Whether material may be derived from a key; an agreement needs the right to either. */
    private static void checkKey(ObjectHeader key, boolean agrees, long now)
            throws EngineFault {
        boolean byAgreement = agrees && (key.usageMask() & Use.KEY_AGREEMENT.bit()) != 0;
        if (agrees != (key.objectType() == ObjectPolicy.PRIVATE_KEY)) {
            throw new EngineFault(Reason.POLICY,
                    "Private keys agree on secrets, others derive them.");
        }
        ObjectPolicy.checkUse(key, byAgreement ? Use.KEY_AGREEMENT : Use.DERIVE_KEY, now);
    }

    /**
     * Whether an object's material may be the data of a derivation. An encryption under a key that
     * the caller knows keeps all of them, only with another label: encrypted twice by a stream
     * cipher, a key comes back with rights that it never had, or with bits changed that the caller
     * chose.
     */
    private static void checkData(StoredForm data, Method method, long now) throws EngineFault {
        Protection protection = data.header().protection();
        boolean isProtected = protection.sensitive() || !protection.extractable();
        if (method == Method.ENCRYPT && isProtected) {
            throw new EngineFault(Reason.SENSITIVE,
                    "A key that is sensitive or not extractable is not encrypted to another.");
        }
        ObjectPolicy.checkStays(data.origin());
        ObjectPolicy.checkUse(data.header(), Use.DERIVE_KEY, now);
    }
}
