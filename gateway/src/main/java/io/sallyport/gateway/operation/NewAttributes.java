package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvType;

/**
 * The attributes that a client gives to an object at its birth: checked against the attribute
 * table, split into those that the header holds and those that are stored beside it.
 *
 * <p>Attributes of a later version than the request's are taken as well. What the object itself
 * says better (Object Type, Certificate Type and Length, Unique Identifier) is passed over.
 */
public final class NewAttributes {
    private final AttributeList given;
    private final AttributeList stored;

    private NewAttributes(AttributeList given, AttributeList stored) {
        this.given = given;
        this.stored = stored;
    }

    /**
     * Checks them.
     *
     * @throws OperationFault for an attribute that is unknown, not the client's to set, of another
     *         type, or there twice
     */
    public static NewAttributes of(AttributeList given, KmipVersion version) throws OperationFault {
        List<Attribute> stored = new ArrayList<>();
        Set<AttributeType> seen = new HashSet<>();
        Map<AttributeName, Integer> indices = new HashMap<>();
        for (Attribute attribute : given.attributes()) {
            check(attribute, seen, version);
            if (isStored(attribute)) {
                int index = indices.merge(attribute.name(), 1, Integer::sum) - 1;
                stored.add(UsageAllocation.whole(Detached.copy(attribute.withIndex(index))));
            }
        }
        return new NewAttributes(given, new AttributeList(stored));
    }

    /**
     * Checks the attributes of a template. All of them are stored: the header of a template is not
     * that of the objects made from it.
     *
     * @throws OperationFault as {@link #of}
     */
    public static NewAttributes ofTemplate(AttributeList given, KmipVersion version)
            throws OperationFault {
        List<Attribute> stored = new ArrayList<>();
        Set<AttributeType> seen = new HashSet<>();
        Map<AttributeName, Integer> indices = new HashMap<>();
        for (Attribute attribute : given.attributes()) {
            check(attribute, seen, version);
            int index = indices.merge(attribute.name(), 1, Integer::sum) - 1;
            stored.add(Detached.copy(attribute.withIndex(index)));
        }
        return new NewAttributes(AttributeList.EMPTY, new AttributeList(stored));
    }

    /** Those that are stored beside the header. */
    public AttributeList stored() {
        return stored;
    }

    /** The code of the Cryptographic Algorithm, 0 if none was given. */
    public int algorithm() {
        return orZero(given.enumerationCode(AttributeType.CRYPTOGRAPHIC_ALGORITHM));
    }

    /** The Cryptographic Length in bits, 0 if none was given. */
    public int lengthBits() {
        return orZero(given.integer(AttributeType.CRYPTOGRAPHIC_LENGTH));
    }

    /** The Cryptographic Usage Mask with all its bits, known or not; 0 if none was given. */
    public int usageMask() {
        return orZero(given.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK));
    }

    /** Whether the material may leave. */
    public Protection protection() {
        boolean sensitive = Boolean.TRUE.equals(given.bool(AttributeType.SENSITIVE));
        boolean extractable = !Boolean.FALSE.equals(given.bool(AttributeType.EXTRACTABLE));
        return Protection.ofNew(sensitive, extractable, null);
    }

    /**
     * State and dates of an object that is born now.
     *
     * @throws OperationFault if the dates contradict each other
     */
    public KeyStatus status(long now) throws OperationFault {
        Long activation = given.date(AttributeType.ACTIVATION_DATE);
        Long deactivation = given.date(AttributeType.DEACTIVATION_DATE);
        if (activation != null && deactivation != null && deactivation < activation) {
            throw Faults.invalidField("The deactivation date is before the activation date.");
        }
        KeyDates dates = new KeyDates(now, activation,
                given.date(AttributeType.PROCESS_START_DATE),
                given.date(AttributeType.PROTECT_STOP_DATE), deactivation, null, null, null);
        return Lifecycle.born(dates, now);
    }

    /** Checks one attribute that a client wants to give an object, at its birth or later. */
    public static void checkType(Attribute attribute, KmipVersion version) throws OperationFault {
        AttributeType type = switch (attribute.name()) {
            case AttributeName.Standard(AttributeType standard) -> standard;
            case AttributeName.Vendor vendor -> {
                if (Internal.isInternal(vendor)) {
                    throw Faults.readOnly(version);
                }
                yield null;
            }
            case AttributeName.Unknown _ -> throw Faults.unknownAttribute(version);
        };
        if (type != null && !fits(attribute, type)) {
            throw Faults.invalidAttributeValue(version);
        }
    }

    private static void check(Attribute attribute, Set<AttributeType> seen, KmipVersion version)
            throws OperationFault {
        checkType(attribute, version);
        if (!(attribute.name() instanceof AttributeName.Standard(AttributeType type))) {
            return;
        }
        if (!type.clientSets() && !isSaidByTheObject(type)) {
            throw Faults.readOnly(version);
        }
        if (!type.multiple() && !seen.add(type)) {
            throw Faults.singleValued(version);
        }
    }

    private static boolean fits(Attribute attribute, AttributeType type) {
        TtlvType actual = attribute.value().type();
        boolean extended = type.itemType() == TtlvType.DATE_TIME
                && actual == TtlvType.DATE_TIME_EXTENDED;
        // A link of the draft names its object by identifier or by name.
        boolean byName = type.itemType() == TtlvType.REFERENCE
                && actual == TtlvType.NAME_REFERENCE;
        if (actual != type.itemType() && !extended && !byName) {
            return false;
        }
        return switch (type) {
            case NAME -> Items.childText(attribute.value(), Tag.NAME_VALUE) != null;
            case USAGE_LIMITS -> UsageAllocation.isWellFormed(attribute.value());
            default -> true;
        };
    }

    private static boolean isSaidByTheObject(AttributeType type) {
        return switch (type) {
            case OBJECT_TYPE, CERTIFICATE_TYPE, CERTIFICATE_LENGTH, UNIQUE_IDENTIFIER -> true;
            default -> false;
        };
    }

    private static boolean isStored(Attribute attribute) {
        return !(attribute.name() instanceof AttributeName.Standard(AttributeType type))
                || !(isSaidByTheObject(type) || isInHeader(type));
    }

    /** Whether the header holds it, so that it is not stored a second time. */
    public static boolean isInHeader(AttributeType type) {
        return switch (type) {
            case UNIQUE_IDENTIFIER, OBJECT_TYPE, CRYPTOGRAPHIC_ALGORITHM, CRYPTOGRAPHIC_LENGTH,
                    CRYPTOGRAPHIC_USAGE_MASK, STATE, INITIAL_DATE, ACTIVATION_DATE,
                    PROCESS_START_DATE, PROTECT_STOP_DATE, DEACTIVATION_DATE, DESTROY_DATE,
                    COMPROMISE_OCCURRENCE_DATE, COMPROMISE_DATE, SENSITIVE, ALWAYS_SENSITIVE,
                    EXTRACTABLE, NEVER_EXTRACTABLE, KEY_FORMAT_TYPE, DIGEST,
                    SHORT_UNIQUE_IDENTIFIER, LEASE_TIME, PROTECTION_STORAGE_MASK ->
                true;
            default -> false;
        };
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
