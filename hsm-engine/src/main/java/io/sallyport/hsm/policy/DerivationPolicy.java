package io.sallyport.hsm.policy;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.policy.ObjectPolicy.Use;

/** Decides what may be derived from what, agreements and encapsulated secrets included. Stateless. */
public final class DerivationPolicy {
    /** Rights to have the key's cipher applied to data that the caller chose. */
    private static final int ENCRYPTING = Use.ENCRYPT.bit() | Use.DECRYPT.bit()
            | Use.WRAP_KEY.bit() | Use.UNWRAP_KEY.bit();

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
            @Nullable StoredForm other, DerivationSpec spec, long now) throws EngineFault {
        boolean agrees = spec.method() == Method.ASYMMETRIC_KEY;
        requireSecret(asked);
        checkKey(key.header(), agrees, now);
        checkMethod(asked, key.header(), spec);
        if (!agrees) {
            List<ObjectHeader> sources = new ArrayList<>(List.of(key.header()));
            if (other != null) {
                checkData(other, spec.method(), now);
                sources.add(other.header());
            }
            ObjectHeader header = ObjectPolicy.admitFrom(asked, sources);
            return isComputedElsewhere(key.header(), spec.method()) ? withoutHistory(header)
                    : header;
        }
        if (other == null) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "An agreement needs the other side's public key.");
        }
        if (other.header().objectType() != ObjectPolicy.PUBLIC_KEY) {
            throw new EngineFault(Reason.POLICY, "The other side of an agreement is a public key.");
        }
        return withoutHistory(
                ObjectPolicy.admitFrom(asked, List.of(key.header(), other.header())));
    }

    /** Where what is derived from a key comes from. */
    public static Origin origin(ObjectHeader key, Method method) {
        return method == Method.ENCRYPT && key.protection().isProtected() ? Origin.RELATED
                : Origin.DERIVED;
    }

    /**
     * The header under which a secret is stored that was encapsulated to a key: no less protected
     * than the key.
     */
    public static ObjectHeader admitShared(ObjectHeader asked, ObjectHeader key)
            throws EngineFault {
        requireSecret(asked);
        return withoutHistory(ObjectPolicy.admitFrom(asked, List.of(key)));
    }

    /**
     * Whether the same bytes may have come out under a copy of the key: what is wrapped and unwrapped
     * has the rights that it is unwrapped with, and with one to make codes or to encrypt gives them.
     */
    private static boolean isComputedElsewhere(ObjectHeader key, Method method) {
        return key.protection().extractable() && switch (method) {
            case HMAC, PBKDF2, NIST800_108_COUNTER, NIST800_108_FEEDBACK,
                    NIST800_108_DOUBLE_PIPELINE, ENCRYPT ->
                true;
            case HASH, HKDF, ASYMMETRIC_KEY -> false;
        };
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

    private static void requireSecret(ObjectHeader asked) throws EngineFault {
        if (!ObjectPolicy.isSecret(asked)) {
            throw new EngineFault(Reason.POLICY,
                    "What is derived is a symmetric key or secret data.");
        }
    }

    /**
     * Whether a protected key may give others in this way. Not if the same bytes come out in clear
     * elsewhere: as the key's digest, which is one of its attributes, or by another of its rights.
     */
    private static void checkMethod(ObjectHeader asked, ObjectHeader key, DerivationSpec spec)
            throws EngineFault {
        if (!key.protection().isProtected()) {
            return;
        }
        switch (spec.method()) {
            case HASH -> {
                if (spec.hash() == HashAlgorithm.SHA_256) {
                    throw new EngineFault(Reason.SENSITIVE, "The SHA-256 digest of a key is known;"
                            + " use another hash, or HMAC.");
                }
            }
            case ENCRYPT -> {
                checkOnly(key, ENCRYPTING);
                checkEncryption(asked, spec.cipher());
            }
            case HMAC, PBKDF2, NIST800_108_COUNTER, NIST800_108_FEEDBACK,
                    NIST800_108_DOUBLE_PIPELINE ->
                checkOnly(key, spec.hash() == null ? Use.MAC_GENERATE.bit() | ENCRYPTING
                        : Use.MAC_GENERATE.bit());
            case HKDF, ASYMMETRIC_KEY -> {
                // What HKDF extracts is a code under the salt and not under the key.
            }
        }
    }

    private static void checkOnly(ObjectHeader key, int others) throws EngineFault {
        if ((key.usageMask() & others) != 0) {
            throw new EngineFault(Reason.SENSITIVE, "The key has another right by which the derived"
                    + " key would be known; derive by HKDF, or from a key that only derives.");
        }
    }

    /** Block by block, the caller would choose which parts of the derived key are equal. */
    private static void checkEncryption(ObjectHeader asked, @Nullable CipherSpec cipher)
            throws EngineFault {
        if (cipher != null && cipher.mode() == CipherSpec.Mode.ECB) {
            throw new EngineFault(Reason.SENSITIVE,
                    "From a protected key nothing is derived by encryption in ECB.");
        }
        ObjectPolicy.requireWithoutStructure(asked);
    }

    /**
     * Whether an object's material may be the data of a derivation. An encryption under a key that
     * the caller knows keeps all of them, only with another label: encrypted twice by a stream
     * cipher, a key comes back with rights that it never had, or with bits changed that the caller
     * chose.
     */
    private static void checkData(StoredForm data, Method method, long now) throws EngineFault {
        if (method == Method.ENCRYPT && data.header().protection().isProtected()) {
            throw new EngineFault(Reason.SENSITIVE,
                    "A key that is sensitive or not extractable is not encrypted to another.");
        }
        ObjectPolicy.checkStays(data.origin());
        ObjectPolicy.checkUse(data.header(), Use.DERIVE_KEY, now);
    }
}
