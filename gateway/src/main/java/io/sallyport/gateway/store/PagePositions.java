package io.sallyport.gateway.store;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.gateway.store.LocateSql.Position;

/**
 * Where pages ended, so that the next page begins there and does not skip all before it. A position
 * holds until an object of the partition changes: what it saves is time, never another answer. Safe
 * for every thread.
 */
final class PagePositions {
    private static final long KEPT_BYTES_MAX = 4L << 20;
    private static final int FILTER_BYTES = 128;

    private final Cache<LocateQuery, Reached> reached = Caffeine.newBuilder()
            .executor(Runnable::run).maximumWeight(KEPT_BYTES_MAX)
            .<LocateQuery, Reached>weigher((query, end) -> weight(query)).build();

    private record Reached(long changes, Position position) {}

    /**
     * Where the page before the query's page ended, if that is known.
     *
     * @param changes how often the partition changed until now
     */
    @Nullable
    Position before(LocateQuery query, long changes) {
        if (query.offset() == 0) {
            return null;
        }
        Reached end = reached.getIfPresent(key(query, query.offset()));
        return end == null || end.changes() != changes ? null : end.position();
    }

    /**
     * Keeps the end of the query's page, which is full.
     *
     * @param changes how often the partition had changed before the page was read
     */
    void reached(LocateQuery query, long changes, Position end) {
        long next = (long) query.offset() + query.limit();
        if (next <= Integer.MAX_VALUE && !movesWithTime(query)) {
            reached.put(key(query, (int) next), new Reached(changes, end));
        }
    }

    /** A state comes about without a change. */
    private static boolean movesWithTime(LocateQuery query) {
        return query.filters().stream()
                .anyMatch(filter -> filter instanceof Filter.PropertyEquals equals
                        && equals.property() == Property.STATE);
    }

    /** Names come from clients and may be long. */
    private static int weight(LocateQuery query) {
        int bytes = FILTER_BYTES;
        for (Filter filter : query.filters()) {
            bytes += FILTER_BYTES + 2 * filter.toString().length();
        }
        return bytes;
    }

    private static LocateQuery key(LocateQuery query, int offset) {
        return new LocateQuery(query.partition(), query.filters(), offset, 0,
                query.newestFirst(), false);
    }
}
