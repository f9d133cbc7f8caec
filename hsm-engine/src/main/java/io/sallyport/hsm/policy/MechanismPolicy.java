package io.sallyport.hsm.policy;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.MechanismFamily;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.policy.ObjectPolicy.Use;

/**
 * What belongs to each family of mechanisms: rights of the usage mask, and ciphers. A key of one
 * family can't be turned against itself: who wraps with it can't decrypt with it, and no cipher
 * without a tag decrypts what one with a tag encrypted. What is made with or from such a key has
 * one family too, so that nothing gets out of the rule by a detour. Stateless.
 */
public final class MechanismPolicy {
    private static final int CONTENT_COMMITMENT = 0x400;
    private static final int CERTIFICATE_SIGN = 0x1000;
    private static final int CRL_SIGN = 0x2000;

    private MechanismPolicy() {}

    /** Whether a header with this family may be stored. */
    static void admit(ObjectHeader header) throws EngineFault {
        MechanismFamily family = header.protection().family();
        if (family == null) {
            return;
        }
        if ((header.usageMask() & ~rights(family)) != 0) {
            throw new EngineFault(Reason.POLICY,
                    "The usage mask has rights of another family of mechanisms than " + family
                            + ".");
        }
        boolean unwraps = (header.usageMask() & Use.UNWRAP_KEY.bit()) != 0;
        boolean known = header.objectType() != ObjectPolicy.PUBLIC_KEY
                && !header.protection().sensitive();
        if (known && (unwraps || family == MechanismFamily.KEY_WRAP)) {
            throw new EngineFault(Reason.POLICY,
                    "A key that is there for wrapping alone is sensitive.");
        }
    }

    /** Whether what is made with or from a key keeps to the rule that the key keeps to. */
    static void checkInherited(ObjectHeader made, ObjectHeader source) throws EngineFault {
        if (source.protection().family() != null && made.protection().family() == null
                && made.usageMask() != 0) {
            throw new EngineFault(Reason.POLICY,
                    "A key of one family of mechanisms goes together with such keys alone.");
        }
    }

    /**
     * What is made with or from a key that has a family and asks for no right: it is of that family,
     * or parts of it would be of none.
     */
    static ObjectHeader inherit(ObjectHeader made, ObjectHeader source) throws EngineFault {
        checkInherited(made, source);
        MechanismFamily family = source.protection().family();
        return family == null || made.protection().family() != null ? made
                : ObjectPolicy.withProtection(made, made.protection().with(family));
    }

    /** Whether a part of a key, or what parts give, is of the family that the key is of. */
    static void checkKept(ObjectHeader made, ObjectHeader source) throws EngineFault {
        MechanismFamily family = source.protection().family();
        if (family != null && made.protection().family() != family) {
            throw new EngineFault(Reason.POLICY, "A key and its parts are of one family: "
                    + family + ".");
        }
    }

    /** Whether a key may be used with this cipher. */
    public static void checkCipher(ObjectHeader key, CipherSpec spec) throws EngineFault {
        MechanismFamily family = key.protection().family();
        if (family != null && !includes(family, spec)) {
            throw new EngineFault(Reason.POLICY, "The key is for " + family + " alone.");
        }
    }

    /** The rights of the usage mask that a key of this family may have. */
    public static int rights(MechanismFamily family) {
        return switch (family) {
            case AUTHENTICATED_ENCRYPTION, ENCRYPTION, PUBLIC_KEY_ENCRYPTION ->
                Use.ENCRYPT.bit() | Use.DECRYPT.bit();
            case KEY_WRAP, KEY_TRANSPORT -> Use.WRAP_KEY.bit() | Use.UNWRAP_KEY.bit();
            case MAC -> Use.MAC_GENERATE.bit() | Use.MAC_VERIFY.bit();
            case DERIVATION -> Use.DERIVE_KEY.bit();
            case SIGNATURE -> Use.SIGN.bit() | Use.VERIFY.bit() | CONTENT_COMMITMENT
                    | CERTIFICATE_SIGN | CRL_SIGN;
            case KEY_AGREEMENT -> Use.KEY_AGREEMENT.bit() | Use.DERIVE_KEY.bit();
        };
    }

    private static boolean includes(MechanismFamily family, CipherSpec spec) {
        return switch (family) {
            case AUTHENTICATED_ENCRYPTION -> verifies(spec);
            case ENCRYPTION -> isPlain(spec);
            case KEY_WRAP -> ObjectPolicy.isKeyWrap(spec);
            case PUBLIC_KEY_ENCRYPTION, KEY_TRANSPORT -> spec.padding() == Padding.OAEP;
            case MAC, DERIVATION, SIGNATURE, KEY_AGREEMENT -> false;
        };
    }

    /** Whether what this cipher encrypted can't be changed. */
    static boolean verifies(CipherSpec spec) {
        return switch (spec.mode()) {
            case GCM, CCM -> true;
            case NONE -> spec.tagLengthBytes() > 0;
            case CBC, CTR, ECB, CFB, OFB, XTS, PCBC, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> false;
        };
    }

    /** ECB is in no family: a key that is used so hides nothing. */
    private static boolean isPlain(CipherSpec spec) {
        boolean isRsa = spec.padding() == Padding.OAEP || spec.padding() == Padding.PKCS1_V1_5;
        return switch (spec.mode()) {
            case CBC, CTR, CFB, OFB, XTS, PCBC -> true;
            case NONE -> spec.tagLengthBytes() == 0 && !isRsa;
            case GCM, CCM, ECB, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> false;
        };
    }
}
