package io.sallyport.gateway.port;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A search in one partition.
 *
 * @param filters all must hold
 * @param offset ids to skip
 * @param limit ids to return at most
 * @param newestFirst whether the newest objects come first, or the oldest
 * @param counted whether it matters how many match in all: it costs more than the page does
 */
public record LocateQuery(String partition, List<Filter> filters, int offset, int limit,
        boolean newestFirst, boolean counted) {

    public LocateQuery {
        filters = List.copyOf(filters);
    }

    /** Whether it is about objects of known identifiers. */
    public boolean byIdentifier() {
        return filters.stream()
                .anyMatch(filter -> filter instanceof Filter.Id || filter instanceof Filter.AnyId);
    }

    /** A search that gives the newest first, and counts nothing. */
    public LocateQuery(String partition, List<Filter> filters, int offset, int limit) {
        this(partition, filters, offset, limit, true, false);
    }

    /** One condition on an object. */
    public sealed interface Filter {

        /**
         * A numeric property of the header equals a value; flags are 0 or 1. The state is the one
         * that the dates have brought about by now.
         */
        record PropertyEquals(Property property, long value) implements Filter {}

        /** A date property lies within bounds, both inclusive, in seconds since 1970. */
        record DateRange(Property property, long from, long to) implements Filter {}

        /** Every bit of the mask is set in the object's usage mask. */
        record UsageMask(int bits) implements Filter {}

        /** The object has this unique identifier. */
        record Id(String id) implements Filter {}

        /** The object has one of these unique identifiers; none has one of an empty set. */
        record AnyId(Set<String> ids) implements Filter {
            /** A copy. */
            public AnyId {
                ids = Set.copyOf(ids);
            }
        }

        /** Whether the material is gone and only a tombstone is kept. */
        record Destroyed(boolean destroyed) implements Filter {}

        /**
         * The object is in one of these storages: destroyed, or archived because it has an Archive
         * Date, or else on-line.
         */
        record Storage(boolean onLine, boolean archived,
                boolean destroyed) implements Filter {}

        /**
         * The object has an attribute with this name whose value has this canonical encoding.
         *
         * @param name attribute name, in the canonical form of the store's attribute index
         * @param value value, in the same form
         */
        record HasAttribute(String name, String value) implements Filter {}

        /**
         * The object has no attribute of this name, or only with this value: the owner, for one.
         *
         * @param name as in {@link HasAttribute}
         * @param value as in {@link HasAttribute}; null if it may have none at all
         */
        record NoOtherValue(String name, @Nullable String value) implements Filter {}
    }

    /** Properties of the header that are columns of the store. */
    public enum Property {
        OBJECT_TYPE, STATE, ALGORITHM, LENGTH_BITS, KEY_FORMAT, INITIAL_DATE, ACTIVATION_DATE,
        PROCESS_START_DATE, PROTECT_STOP_DATE, DEACTIVATION_DATE, DESTROY_DATE,
        COMPROMISE_DATE, COMPROMISE_OCCURRENCE_DATE, SENSITIVE, EXTRACTABLE, ALWAYS_SENSITIVE,
        NEVER_EXTRACTABLE
    }
}
