package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectGroupMember;
import io.sallyport.kmip.model.StorageStatusMask;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What a Locate asks for, split into what the store can check and the rest.
 *
 * @param filters for the store
 * @param residual for the objects that the store finds
 * @param nothing whether nothing can match, because no storage is to be searched
 */
record LocateConditions(List<Filter> filters, List<Residual> residual, boolean nothing) {
    private static final long MICROS = 1_000_000L;

    /** A condition on the attributes of an object: a value, or a range of dates. */
    record Residual(AttributeName name, Attribute from, @Nullable Attribute to) {

        boolean holds(List<Attribute> attributes) {
            for (Attribute attribute : attributes) {
                if (attribute.name().equals(name) && holds(attribute)) {
                    return true;
                }
            }
            return false;
        }

        private boolean holds(Attribute attribute) {
            if (to == null) {
                return attribute.sameValue(from);
            }
            long value = seconds(attribute);
            return Math.min(seconds(from), seconds(to)) <= value
                    && value <= Math.max(seconds(from), seconds(to));
        }
    }

    /**
     * Reads a request.
     *
     * @throws OperationFault for an attribute that is unknown or of another type
     */
    static LocateConditions of(Locate.Request payload, KmipVersion version)
            throws OperationFault {
        List<Filter> filters = new ArrayList<>();
        List<Residual> residual = new ArrayList<>();
        Map<AttributeType, Attribute> dates = new EnumMap<>(AttributeType.class);
        boolean asksState = false;
        for (Attribute attribute : payload.filter().attributes()) {
            NewAttributes.checkType(attribute, version);
            if (attribute.name() instanceof AttributeName.Standard(AttributeType type)
                    && attribute.value() instanceof TtlvItem.DateTimeItem) {
                Attribute first = dates.putIfAbsent(type, attribute);
                if (first != null) {
                    dates.remove(type);
                    date(type, first, attribute, filters, residual);
                }
            } else {
                asksState |= isDestroyedState(attribute);
                add(attribute, filters, residual);
            }
        }
        dates.forEach((type, attribute) -> date(type, attribute, attribute, filters, residual));
        if (payload.objectGroupMember() != null
                && payload.objectGroupMember().is(ObjectGroupMember.GROUP_MEMBER_FRESH)) {
            fresh(payload.filter().attributes(), filters);
        }
        boolean nothing = storage(payload.storageStatusMask(), asksState, filters);
        return new LocateConditions(filters, residual, nothing);
    }

    /** Leaves out objects that a client already got; the members of a group that are left. */
    private static void fresh(List<Attribute> asked, List<Filter> filters) {
        filters.add(AttributeIndex.fresh());
        for (Attribute attribute : asked) {
            if (attribute.is(AttributeType.OBJECT_GROUP)) {
                filters.remove(AttributeIndex.fresh());
                filters.remove(AttributeIndex.filter(attribute));
                filters.add(AttributeIndex.freshMember(attribute));
            }
        }
    }

    /**
     * Adds the filters for the storage; true if nothing is kept there. Without a mask only what is
     * on-line is searched (1.4 section 4.9).
     */
    private static boolean storage(@Nullable Integer mask, boolean asksState,
            List<Filter> filters) {
        boolean onLine = mask == null || (mask & StorageStatusMask.ON_LINE_STORAGE) != 0;
        boolean archived = mask != null && (mask & StorageStatusMask.ARCHIVAL_STORAGE) != 0;
        boolean destroyed = mask == null
                ? asksState
                : (mask & StorageStatusMask.DESTROYED_STORAGE) != 0;
        if (!onLine && !archived && !destroyed) {
            return true;
        }
        filters.add(new Filter.Storage(onLine, archived, destroyed));
        return false;
    }

    private static boolean isDestroyedState(Attribute attribute) {
        return attribute.is(AttributeType.STATE)
                && attribute.value() instanceof TtlvItem.EnumerationItem(int _, int code)
                && (code == KeyState.DESTROYED.code()
                        || code == KeyState.DESTROYED_COMPROMISED.code());
    }

    private static void add(Attribute attribute, List<Filter> filters, List<Residual> residual) {
        if (!(attribute.name() instanceof AttributeName.Standard(AttributeType type))) {
            filters.add(AttributeIndex.filter(attribute));
            return;
        }
        Property property = property(type);
        if (property != null) {
            filters.add(new Filter.PropertyEquals(property, number(attribute.value())));
        } else if (type == AttributeType.UNIQUE_IDENTIFIER
                && attribute.value() instanceof TtlvItem.TextStringItem id) {
            filters.add(new Filter.Id(id.text()));
        } else if (type == AttributeType.CRYPTOGRAPHIC_USAGE_MASK
                && attribute.value() instanceof TtlvItem.IntegerItem(int _, int bits)) {
            filters.add(new Filter.UsageMask(bits));
        } else if (type == AttributeType.FRESH
                && attribute.value() instanceof TtlvItem.BooleanItem(int _, boolean fresh)
                && fresh) {
            filters.add(AttributeIndex.fresh());
        } else if (NewAttributes.isInHeader(type)) {
            residual.add(new Residual(attribute.name(), attribute, null));
        } else {
            filters.add(AttributeIndex.filter(attribute));
        }
    }

    private static void date(AttributeType type, Attribute first, Attribute second,
            List<Filter> filters, List<Residual> residual) {
        Property property = property(type);
        if (property == null) {
            residual.add(new Residual(first.name(), first, second));
        } else {
            long a = seconds(first);
            long b = seconds(second);
            filters.add(new Filter.DateRange(property, Math.min(a, b), Math.max(a, b)));
        }
    }

    private static @Nullable Property property(AttributeType type) {
        return switch (type) {
            case OBJECT_TYPE -> Property.OBJECT_TYPE;
            case STATE -> Property.STATE;
            case CRYPTOGRAPHIC_ALGORITHM -> Property.ALGORITHM;
            case CRYPTOGRAPHIC_LENGTH -> Property.LENGTH_BITS;
            case KEY_FORMAT_TYPE -> Property.KEY_FORMAT;
            case INITIAL_DATE -> Property.INITIAL_DATE;
            case ACTIVATION_DATE -> Property.ACTIVATION_DATE;
            case PROCESS_START_DATE -> Property.PROCESS_START_DATE;
            case PROTECT_STOP_DATE -> Property.PROTECT_STOP_DATE;
            case DEACTIVATION_DATE -> Property.DEACTIVATION_DATE;
            case DESTROY_DATE -> Property.DESTROY_DATE;
            case COMPROMISE_DATE -> Property.COMPROMISE_DATE;
            case COMPROMISE_OCCURRENCE_DATE -> Property.COMPROMISE_OCCURRENCE_DATE;
            case SENSITIVE -> Property.SENSITIVE;
            case EXTRACTABLE -> Property.EXTRACTABLE;
            case ALWAYS_SENSITIVE -> Property.ALWAYS_SENSITIVE;
            case NEVER_EXTRACTABLE -> Property.NEVER_EXTRACTABLE;
            default -> null;
        };
    }

    private static long number(TtlvItem value) {
        return switch (value) {
            case TtlvItem.EnumerationItem(int _, int code) -> code;
            case TtlvItem.IntegerItem(int _, int number) -> number;
            case TtlvItem.BooleanItem(int _, boolean flag) -> flag ? 1 : 0;
            default -> throw new IllegalArgumentException("not a number: " + value.type());
        };
    }

    private static long seconds(Attribute attribute) {
        return switch (attribute.value()) {
            case TtlvItem.DateTimeItem(int _, long seconds) -> seconds;
            case TtlvItem.DateTimeExtendedItem(int _, long micros) ->
                Math.floorDiv(micros, MICROS);
            default -> throw new IllegalArgumentException("not a date");
        };
    }
}
