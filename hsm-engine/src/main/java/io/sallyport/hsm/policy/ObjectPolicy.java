package io.sallyport.hsm.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.StoredForm;

/**
 * Decides on each use of an object. Headers come from objects that were found authentic; {@code
 * now} is the engine's clock in seconds since 1970. Stateless.
 */
public final class ObjectPolicy {
    private static final int CERTIFICATE = 1;
    private static final int SYMMETRIC_KEY = 2;
    /** KMIP Object Type of a public key. */
    public static final int PUBLIC_KEY = 3;
    /** KMIP Object Type of a private key. */
    public static final int PRIVATE_KEY = 4;
    /** KMIP Object Type of a part of a split key. */
    public static final int SPLIT_KEY = 5;

    private static final int SECRET_DATA = 7;
    private static final int AES = 3;
    private static final int DES3 = 2;

    private ObjectPolicy() {}

    /** Uses of a key, each with its bit in the usage mask and the object types that have it. */
    public enum Use {
        SIGN(0x1, true, PRIVATE_KEY), VERIFY(0x2, false, PUBLIC_KEY),
        ENCRYPT(0x4, true, SYMMETRIC_KEY, PUBLIC_KEY),
        DECRYPT(0x8, false, SYMMETRIC_KEY, PRIVATE_KEY),
        WRAP_KEY(0x10, true, SYMMETRIC_KEY, PUBLIC_KEY),
        UNWRAP_KEY(0x20, false, SYMMETRIC_KEY, PRIVATE_KEY),
        MAC_GENERATE(0x80, true, SYMMETRIC_KEY, SECRET_DATA),
        MAC_VERIFY(0x100, false, SYMMETRIC_KEY, SECRET_DATA),
        DERIVE_KEY(0x200, true, SYMMETRIC_KEY, SECRET_DATA, PRIVATE_KEY),
        KEY_AGREEMENT(0x800, true, PRIVATE_KEY, PUBLIC_KEY),
        ENCAPSULATE(0x800, true, PUBLIC_KEY), DECAPSULATE(0x800, false, PRIVATE_KEY);

        private final int bit;
        private final boolean protects;
        private final int types;

        Use(int bit, boolean protects, int... types) {
            this.bit = bit;
            this.protects = protects;
            int set = 0;
            for (int type : types) {
                set |= 1 << type;
            }
            this.types = set;
        }

        /** The bit of the Cryptographic Usage Mask. */
        public int bit() {
            return bit;
        }

        private boolean isOf(int type) {
            return type > 0 && type < Integer.SIZE && (types & 1 << type) != 0;
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
        MechanismPolicy.admit(header);
        Protection asked = header.protection();
        return withProtection(header,
                Protection.ofNew(asked.sensitive(), asked.extractable(), asked.family()));
    }

    /** Whether a key may be used in this way now. */
    public static void checkUse(ObjectHeader key, Use use, long now) throws EngineFault {
        if (!use.isOf(key.objectType())) {
            throw new EngineFault(Reason.POLICY, "No object of this type can be used so.");
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
        if (isKeptOnly(key.algorithm())) {
            throw new EngineFault(Reason.UNSUPPORTED,
                    "Keys of this algorithm are kept for their owner and not used.");
        }
    }

    /** Whether keys of an algorithm are stored without the engine knowing how to use them. */
    private static boolean isKeptOnly(int algorithm) {
        Algorithm known = Algorithm.of(algorithm);
        return known != null && known.kind() == Algorithm.Kind.KEPT;
    }

    /** Whether material may leave in clear. */
    public static void checkExport(ObjectHeader object) throws EngineFault {
        checkExtractable(object);
        if (object.protection().sensitive()) {
            throw new EngineFault(Reason.SENSITIVE, "The object is sensitive.");
        }
    }

    /**
     * Whether a private key may leave in a PKCS#12 container under this password. It could as well
     * leave in clear: a container is as strong as its password, and can be tried without us. A
     * password that may not leave is not to be found by trying either.
     */
    public static void checkPkcs12(ObjectHeader key, ObjectHeader password)
            throws EngineFault {
        if (key.objectType() != PRIVATE_KEY) {
            throw new EngineFault(Reason.POLICY, "The key of a container is a private key.");
        }
        checkExport(key);
        checkPartition(key, password);
    }

    /** Whether a secret may be the password of a PKCS#12 container now. */
    public static void checkPassword(ObjectHeader password, long now) throws EngineFault {
        if (password.objectType() != SECRET_DATA) {
            throw new EngineFault(Reason.POLICY, "The password of a container is a secret.");
        }
        checkUse(password, Use.DERIVE_KEY, now);
        checkExport(password);
    }

    /** Whether an object is a certificate that may be put in a container. */
    public static void checkCertificate(ObjectHeader certificate, ObjectHeader password)
            throws EngineFault {
        if (certificate.objectType() != CERTIFICATE) {
            throw new EngineFault(Reason.POLICY, "The object is no certificate.");
        }
        checkPartition(password, certificate);
        checkExport(certificate);
    }

    /**
     * Whether material may leave under this wrapping key and method. A sensitive object needs a
     * wrapping key that nobody outside can know and that never could decrypt what it wrapped, and a
     * method whose result can't be changed. Such a wrapping key itself never leaves.
     */
    public static void checkWrap(StoredForm stored, StoredForm wrapping, CipherSpec method,
            long now) throws EngineFault {
        ObjectHeader object = stored.header();
        ObjectHeader wrappingKey = wrapping.header();
        checkExtractable(object);
        checkStays(stored.origin());
        checkPartition(object, wrappingKey);
        MechanismPolicy.checkInherited(wrappingKey, object);
        MechanismPolicy.checkCipher(wrappingKey, method);
        checkUse(wrappingKey, Use.WRAP_KEY, now);
        boolean symmetric = wrappingKey.objectType() == SYMMETRIC_KEY;
        if (symmetric && wrappingKey.algorithm() != AES) {
            throw new EngineFault(Reason.UNSUPPORTED, "Of symmetric keys only AES keys wrap.");
        }
        if (symmetric && object.algorithm() == AES
                && object.lengthBits() > wrappingKey.lengthBits()) {
            throw new EngineFault(Reason.POLICY,
                    "The wrapping key is weaker than the key to wrap.");
        }
        boolean trusted = symmetric && wrapping.origin() == Origin.GENERATED_TO_WRAP;
        if (object.protection().sensitive() && !(trusted && isKeyWrap(method))) {
            throw new EngineFault(Reason.SENSITIVE, "A sensitive object leaves only by key wrap,"
                    + " under a key that was generated as sensitive and without the right to"
                    + " decrypt.");
        }
    }

    /**
     * Whether material may leave the object that it is in. One that sensitive keys are wrapped under
     * may not: unwrapped, joined or decrypted, it could be given the right to decrypt them. Nor may
     * one that the caller related to others: as a key of another kind it would tell what it is.
     */
    static void checkStays(Origin origin) throws EngineFault {
        switch (origin) {
            case GENERATED_TO_WRAP -> throw new EngineFault(Reason.SENSITIVE,
                    "A key that wraps sensitive keys is not made into another one.");
            case RELATED -> throw new EngineFault(Reason.SENSITIVE,
                    "A key that was joined of protected parts, or derived by encryption, is not"
                            + " made into another one.");
            case GENERATED, IMPORTED, DERIVED -> {
            }
        }
    }

    /**
     * What kind of key a generated one is. A right that it has at first counts for ever: whoever has
     * the object of before the change still has the right.
     *
     * @param header as admitted
     */
    public static Origin ofGenerated(ObjectHeader header) {
        boolean wraps = header.objectType() == SYMMETRIC_KEY && header.protection().sensitive()
                && (header.usageMask() & Use.WRAP_KEY.bit) != 0
                && (header.usageMask() & Use.DECRYPT.bit) == 0;
        return wraps ? Origin.GENERATED_TO_WRAP : Origin.GENERATED;
    }

    /**
     * The header under which unwrapped material is stored. What a sensitive key unwraps stays
     * sensitive, or wrapping it and unwrapping it would lay it bare; its history is unknown.
     */
    public static ObjectHeader admitUnwrapped(ObjectHeader asked, StoredForm wrapping,
            CipherSpec method, long now) throws EngineFault {
        ObjectHeader header = admit(asked);
        ObjectHeader wrappingKey = wrapping.header();
        checkPartition(header, wrappingKey);
        checkUse(wrappingKey, Use.UNWRAP_KEY, now);
        if (wrappingKey.protection().sensitive() && !header.protection().sensitive()) {
            throw new EngineFault(Reason.SENSITIVE,
                    "What a sensitive key unwraps is stored as sensitive.");
        }
        header = MechanismPolicy.inherit(header, wrappingKey);
        MechanismPolicy.checkCipher(wrappingKey, method);
        checkUnwrapping(wrapping, method);
        return withProtection(header, new Protection(header.protection().sensitive(), false,
                header.protection().extractable(), false, header.protection().family()));
    }

    /**
     * Whether a key may be unwrapped in this way. Under a sensitive key only what can't have been
     * changed: else whoever has the ciphertext turns over bits of the key in it and sees what they do,
     * or learns from a padding, or from the length of what came out, what its blocks decrypt to. A key
     * that wraps sensitive keys unwraps by key wrap alone. PKCS#1 v1.5 is asked the same way
     * (Bleichenbacher), without the right to decrypt.
     */
    private static void checkUnwrapping(StoredForm wrapping, CipherSpec method)
            throws EngineFault {
        if (method.padding() == CipherSpec.Padding.PKCS1_V1_5) {
            throw new EngineFault(Reason.SENSITIVE,
                    "What was wrapped with RSA is unwrapped by OAEP alone.");
        }
        if (wrapping.origin() == Origin.GENERATED_TO_WRAP && !isKeyWrap(method)) {
            throw new EngineFault(Reason.SENSITIVE,
                    "A key that wraps sensitive keys unwraps by key wrap alone.");
        }
        boolean isWhole = isKeyWrap(method) || MechanismPolicy.verifies(method)
                || method.padding() == CipherSpec.Padding.OAEP;
        if (wrapping.header().protection().sensitive() && !isWhole) {
            throw new EngineFault(Reason.SENSITIVE, "A sensitive key unwraps by key wrap, by a"
                    + " cipher with a tag, or by OAEP.");
        }
    }

    /**
     * Whether protected material that the caller may have related to other material can be a key of
     * this kind. Of two keys of 3DES that differ in their first third alone, one encrypts and the
     * other decrypts, and what is left is DES under that third: it is found by trying, and the
     * others after it. Of a private key to which one bit was added the public key is the old one and
     * a multiple of the generator, which tells the bit.
     */
    static void requireWithoutStructure(ObjectHeader made) throws EngineFault {
        if (!isSecret(made) || made.algorithm() == DES3) {
            throw new EngineFault(Reason.SENSITIVE, "Protected material is joined or encrypted to"
                    + " secret data and symmetric keys alone, not of 3DES.");
        }
    }

    /** Whether material is kept as a secret: a symmetric key or secret data. */
    static boolean isSecret(ObjectHeader header) {
        return header.objectType() == SYMMETRIC_KEY || header.objectType() == SECRET_DATA;
    }

    /**
     * The header under which material is stored that was made from that of objects: no less protected
     * than any of them, with no better history, and in the same partition.
     */
    public static ObjectHeader admitFrom(ObjectHeader asked, List<ObjectHeader> sources)
            throws EngineFault {
        ObjectHeader header = admit(asked);
        Protection protection = header.protection();
        boolean alwaysSensitive = protection.alwaysSensitive();
        boolean neverExtractable = protection.neverExtractable();
        for (ObjectHeader source : sources) {
            checkFrom(header, source);
            header = MechanismPolicy.inherit(header, source);
            alwaysSensitive &= source.protection().alwaysSensitive();
            neverExtractable &= source.protection().neverExtractable();
        }
        return withProtection(header, new Protection(protection.sensitive(), alwaysSensitive,
                protection.extractable(), neverExtractable, header.protection().family()));
    }

    private static void checkFrom(ObjectHeader header, ObjectHeader source) throws EngineFault {
        checkPartition(header, source);
        if (source.state().isDestroyed()) {
            throw new EngineFault(Reason.KEY_STATE, "The object is destroyed.");
        }
        if (source.protection().sensitive() && !header.protection().sensitive()) {
            throw new EngineFault(Reason.SENSITIVE,
                    "What is made of a sensitive object is sensitive.");
        }
        if (!source.protection().extractable() && header.protection().extractable()) {
            throw new EngineFault(Reason.NOT_EXTRACTABLE,
                    "What is made of an object that is not extractable is not extractable.");
        }
    }

    /** Whether two headers are those of a private key and its public key. */
    public static void checkPair(ObjectHeader privateKey, ObjectHeader publicKey)
            throws EngineFault {
        checkPartition(privateKey, publicKey);
        boolean pair = privateKey.objectType() == PRIVATE_KEY
                && publicKey.objectType() == PUBLIC_KEY
                && privateKey.algorithm() == publicKey.algorithm()
                && privateKey.lengthBits() == publicKey.lengthBits()
                && !privateKey.id().equals(publicKey.id());
        if (!pair) {
            throw new EngineFault(Reason.POLICY, "The headers are not those of a key pair.");
        }
    }

    /** Whether two objects have one owner. */
    public static void checkPartition(ObjectHeader object, ObjectHeader other)
            throws EngineFault {
        if (!object.partition().equals(other.partition())) {
            throw new EngineFault(Reason.POLICY, "The other object is in another partition.");
        }
    }

    static boolean isKeyWrap(CipherSpec method) {
        return method.mode() == CipherSpec.Mode.NIST_KEY_WRAP
                || method.mode() == CipherSpec.Mode.AES_KEY_WRAP_PADDING;
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
