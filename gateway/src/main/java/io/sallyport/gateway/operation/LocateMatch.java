package io.sallyport.gateway.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.AttributeType;

/** Says whether an object in memory matches a search, as the store says it of rows. Stateless. */
public final class LocateMatch {

    private LocateMatch() {}

    /**
     * Whether the object is in the partition and every filter holds.
     *
     * @param now in seconds since 1970
     */
    public static boolean matches(LocateQuery query, StoredObject object, long now) {
        if (!object.partition().equals(query.partition())) {
            return false;
        }
        for (Filter filter : query.filters()) {
            if (!holds(filter, object, now)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Filter filter, StoredObject object, long now) {
        ObjectHeader header = object.header();
        return switch (filter) {
            case Filter.PropertyEquals(Property property, long value) -> {
                Long actual = property(property, header, now);
                yield actual != null && actual == value;
            }
            case Filter.DateRange(Property property, long from, long to) -> {
                Long actual = property(property, header, now);
                yield actual != null && from <= actual && actual <= to;
            }
            case Filter.UsageMask(int bits) -> (header.usageMask() & bits) == bits;
            case Filter.Id(String id) -> header.id().equals(id);
            case Filter.AnyId(Set<String> ids) -> ids.contains(header.id());
            case Filter.Destroyed(boolean destroyed) ->
                header.state().isDestroyed() == destroyed;
            case Filter.Storage storage -> header.state().isDestroyed()
                    ? storage.destroyed()
                    : object.attributes().has(AttributeType.ARCHIVE_DATE)
                            ? storage.archived()
                            : storage.onLine();
            case Filter.HasAttribute(String name, String value) ->
                AttributeIndex.rows(object.attributes()).stream()
                        .anyMatch(row -> row.name().equals(name) && row.value().equals(value));
            case Filter.NoOtherValue(String name, String value) ->
                AttributeIndex.rows(object.attributes()).stream()
                        .noneMatch(row -> row.name().equals(name) && !row.value().equals(value));
        };
    }

    private static @Nullable Long property(Property property, ObjectHeader header, long now) {
        KeyDates dates = header.dates();
        return switch (property) {
            case OBJECT_TYPE -> (long) header.objectType();
            case STATE -> (long) Lifecycle.effective(header, now).code();
            case ALGORITHM -> (long) header.algorithm();
            case LENGTH_BITS -> (long) header.lengthBits();
            case KEY_FORMAT -> (long) header.keyFormat();
            case INITIAL_DATE -> dates.initial();
            case ACTIVATION_DATE -> dates.activation();
            case PROCESS_START_DATE -> dates.processStart();
            case PROTECT_STOP_DATE -> dates.protectStop();
            case DEACTIVATION_DATE -> dates.deactivation();
            case DESTROY_DATE -> dates.destroy();
            case COMPROMISE_DATE -> dates.compromise();
            case COMPROMISE_OCCURRENCE_DATE -> dates.compromiseOccurrence();
            case SENSITIVE -> flag(header.protection().sensitive());
            case EXTRACTABLE -> flag(header.protection().extractable());
            case ALWAYS_SENSITIVE -> flag(header.protection().alwaysSensitive());
            case NEVER_EXTRACTABLE -> flag(header.protection().neverExtractable());
        };
    }

    private static long flag(boolean value) {
        return value ? 1 : 0;
    }
}
