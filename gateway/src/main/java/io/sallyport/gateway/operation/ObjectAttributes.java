package io.sallyport.gateway.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.HashingAlgorithm;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectClass;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ProtectionStorageMask;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * All attributes of an object as a version of the protocol knows them: those of the header, those
 * that follow from it, and the stored ones. Stateless.
 */
public final class ObjectAttributes {
    /** How long a client may keep what it got before it should ask again, in seconds. */
    public static final int LEASE_SECONDS = 3600;

    private ObjectAttributes() {}

    /**
     * Every attribute that the version defines, the standard ones before the custom ones.
     *
     * @param now in seconds since 1970; decides the state
     */
    public static List<Attribute> all(StoredObject object, KmipVersion version, long now) {
        List<Attribute> all = new ArrayList<>(24);
        ofHeader(object.header(), object.attributes(), now, all);
        derived(object, version, all);
        for (Attribute attribute : LinkForms.of(object.attributes().attributes(), version)) {
            if (!Internal.isInternal(attribute.name()) && !attribute.is(AttributeType.DIGEST)) {
                all.add(attribute);
            }
        }
        all.removeIf(attribute -> !isDefined(attribute.name(), version));
        return all;
    }

    /** The values of one attribute; empty if the object has none in this version. */
    public static List<Attribute> named(StoredObject object, AttributeName name,
            KmipVersion version,
            long now) {
        List<Attribute> found = new ArrayList<>(1);
        for (Attribute attribute : all(object, version, now)) {
            if (attribute.name().equals(name)) {
                found.add(attribute);
            }
        }
        return found;
    }

    /** Whether the object was never given to a client (2.1 section 4.24). */
    static boolean isFresh(StoredObject object) {
        return !Boolean.FALSE.equals(object.attributes().bool(AttributeType.FRESH));
    }

    private static boolean isDefined(AttributeName name, KmipVersion version) {
        return switch (name) {
            case AttributeName.Standard(AttributeType type) -> type.definedIn(version);
            case AttributeName.Vendor _ -> true;
            case AttributeName.Unknown _ -> false;
        };
    }

    /**
     * What a client may do with the object, as it was registered. The header of a key that is kept
     * wrapped, or whose value is kept elsewhere, allows nothing: the engine can't use it.
     */
    public static int usageMask(StoredObject object) {
        return usageMask(object.header(), object.attributes());
    }

    private static int usageMask(ObjectHeader header, AttributeList attributes) {
        Integer kept = Internal.USAGE_MASK.in(attributes);
        return kept != null ? kept : header.usageMask();
    }

    /** Whether the value of the key is kept here; if not, nothing but attributes is. */
    public static boolean isValuePresent(StoredObject object) {
        return !Boolean.FALSE.equals(object.attributes().bool(AttributeType.KEY_VALUE_PRESENT));
    }

    /** Adds the attributes that the header of an object holds. */
    static void ofHeader(ObjectHeader header, AttributeList attributes, long now,
            List<Attribute> out) {
        out.add(Attribute.text(AttributeType.UNIQUE_IDENTIFIER, header.id()));
        out.add(Attribute.of(AttributeType.SHORT_UNIQUE_IDENTIFIER, Items.bytes(
                AttributeType.SHORT_UNIQUE_IDENTIFIER.tag(), shortIdentifier(header.id()))));
        out.add(enumeration(AttributeType.OBJECT_TYPE, header.objectType()));
        if (header.algorithm() != 0) {
            out.add(enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM, header.algorithm()));
        }
        if (header.lengthBits() != 0) {
            out.add(Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, header.lengthBits()));
        }
        if (isCryptographic(header)) {
            out.add(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                    usageMask(header, attributes)));
            out.add(enumeration(AttributeType.STATE, Lifecycle.effective(header, now).code()));
        }
        if (header.keyFormat() != 0) {
            out.add(enumeration(AttributeType.KEY_FORMAT_TYPE, header.keyFormat()));
        }
        dates(header.dates(), out);
        if (header.objectType() != ObjectType.TEMPLATE.code()) {
            protection(header.protection(), out);
        }
    }

    private static void dates(KeyDates dates, List<Attribute> out) {
        out.add(Attribute.date(AttributeType.INITIAL_DATE, dates.initial()));
        date(AttributeType.ACTIVATION_DATE, dates.activation(), out);
        date(AttributeType.PROCESS_START_DATE, dates.processStart(), out);
        date(AttributeType.PROTECT_STOP_DATE, dates.protectStop(), out);
        date(AttributeType.DEACTIVATION_DATE, dates.deactivation(), out);
        date(AttributeType.DESTROY_DATE, dates.destroy(), out);
        date(AttributeType.COMPROMISE_OCCURRENCE_DATE, dates.compromiseOccurrence(), out);
        date(AttributeType.COMPROMISE_DATE, dates.compromise(), out);
    }

    private static void date(AttributeType type, @Nullable Long value, List<Attribute> out) {
        if (value != null) {
            out.add(Attribute.date(type, value));
        }
    }

    private static void protection(Protection protection, List<Attribute> out) {
        out.add(Attribute.bool(AttributeType.SENSITIVE, protection.sensitive()));
        out.add(Attribute.bool(AttributeType.ALWAYS_SENSITIVE, protection.alwaysSensitive()));
        out.add(Attribute.bool(AttributeType.EXTRACTABLE, protection.extractable()));
        out.add(Attribute.bool(AttributeType.NEVER_EXTRACTABLE, protection.neverExtractable()));
    }

    private static void derived(StoredObject object, KmipVersion version, List<Attribute> out) {
        ObjectHeader header = object.header();
        out.add(Attribute.of(AttributeType.LEASE_TIME,
                new TtlvItem.IntervalItem(AttributeType.LEASE_TIME.tag(), LEASE_SECONDS)));
        if (header.objectType() == ObjectType.TEMPLATE.code()) {
            return;
        }
        if (!version.atLeast(KmipVersion.V1_4)
                && header.objectType() == ObjectType.CERTIFICATE.code()) {
            out.removeIf(attribute -> attribute.is(AttributeType.CRYPTOGRAPHIC_ALGORITHM));
        }
        AttributeList stored = object.attributes();
        Sha256 digest = object.digest() != null ? object.digest() : lastDigest(stored);
        out.add(Attribute.enumeration(AttributeType.OBJECT_CLASS, ObjectClass.USER));
        if (digest != null && isValuePresent(object)) {
            out.add(digest(digest, header.keyFormat(), version));
        }
        if (!stored.has(AttributeType.FRESH)) {
            out.add(Attribute.bool(AttributeType.FRESH, true));
        }
        out.add(Attribute.integer(AttributeType.PROTECTION_STORAGE_MASK,
                ProtectionStorageMask.SOFTWARE));
    }

    /**
     * The digest to keep when an object is destroyed: that of a generated key, which nobody can
     * find by trying; null for all others.
     */
    static @Nullable Attribute digestToKeep(StoredObject object) {
        Sha256 digest = object.digest();
        return digest != null && Internal.GENERATED.in(object.attributes()) != null
                ? digest(digest, object.header().keyFormat(), KmipVersion.V1_1)
                : null;
    }

    private static @Nullable Sha256 lastDigest(AttributeList stored) {
        return stored.first(AttributeType.DIGEST)
                .map(attribute -> Items.child(attribute.value(), Tag.DIGEST_VALUE))
                .map(item -> item instanceof TtlvItem.ByteStringItem bytes
                        ? Sha256.of(bytes.value().toByteArray())
                        : null)
                .orElse(null);
    }

    private static Attribute digest(Sha256 digest, int keyFormat, KmipVersion version) {
        List<TtlvItem> parts = new ArrayList<>(3);
        parts.add(Items.enumeration(Tag.HASHING_ALGORITHM, HashingAlgorithm.SHA_256));
        parts.add(Items.bytes(Tag.DIGEST_VALUE, digest.toByteArray()));
        if (keyFormat != 0 && version.atLeast(KmipVersion.V1_1)) {
            parts.add(new TtlvItem.EnumerationItem(Tag.KEY_FORMAT_TYPE, keyFormat));
        }
        return Attribute.of(AttributeType.DIGEST, new TtlvItem.Structure(Tag.DIGEST, parts));
    }

    /** Whether it is a Managed Cryptographic Object, which has a state and a usage mask. */
    public static boolean isCryptographic(ObjectHeader header) {
        return header.objectType() != ObjectType.OPAQUE_OBJECT.code()
                && header.objectType() != ObjectType.TEMPLATE.code();
    }

    private static Attribute enumeration(AttributeType type, int code) {
        return Attribute.of(type, new TtlvItem.EnumerationItem(type.tag(), code));
    }

    private static byte[] shortIdentifier(String id) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", absent);
        }
    }
}
