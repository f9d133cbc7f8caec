package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.hsm.object.KeyState;

/**
 * A search as SQL. Whatever a client sent becomes a parameter, never a part of the text; every
 * part of the text is a constant of ours.
 *
 * <p>An attribute or an identifier leads to its few objects. Without one there is a walk for each
 * stored state, along an index that ends with the order of the pages, and the walks are merged: so
 * the first page is read without visiting the rest, and without sorting.
 */
final class LocateSql {
    private static final String BY_STATE = """
            SELECT o.initial_date AS initial_date, o.seq AS seq FROM object o
            WHERE o.partition_name = ? AND o.state =\s""";
    private static final String BY_ID = """
            SELECT o.initial_date AS initial_date, o.seq AS seq FROM object o
            WHERE o.partition_name = ?""";
    /** A cross join keeps its order: the index leads to the objects. */
    private static final String BY_ATTRIBUTE = """
            SELECT a.initial_date AS initial_date, a.object_seq AS seq
            FROM object_attribute a CROSS JOIN object o
            WHERE a.partition_name = ? AND a.name = ? AND a.value = ? AND o.seq = a.object_seq
              AND o.partition_name = ?""";
    private static final String NOTHING =
            "SELECT o.initial_date AS initial_date, o.seq AS seq FROM object o WHERE 1 = 0";

    private final LocateQuery query;
    private final long now;
    private final Filter.@Nullable HasAttribute leading;

    private LocateSql(LocateQuery query, long now, Filter.@Nullable HasAttribute leading) {
        this.query = query;
        this.now = now;
        this.leading = leading;
    }

    /** Where a page ended: what follows is the next page. */
    record Position(long initialDate, long seq) {}

    /**
     * The SQL of a search.
     *
     * @param now in seconds since 1970; decides the state of keys whose dates have passed
     * @param leading the attribute of the query that the fewest objects have; null if it has none,
     *        or is about one identifier
     */
    static LocateSql of(LocateQuery query, long now, Filter.@Nullable HasAttribute leading) {
        return new LocateSql(query, now, leading);
    }

    /** Counts who has an attribute, but never further than the bound. */
    static Statement having(String partition, Filter.HasAttribute attribute, int bound) {
        return new Statement("""
                SELECT COUNT(*) FROM (SELECT 1 FROM object_attribute
                    WHERE partition_name = ? AND name = ? AND value = ? LIMIT ?) counted""",
                List.of(partition, attribute.name(), attribute.value(), (long) bound));
    }

    /**
     * Selects id, initial date and number of the page, in any order.
     *
     * @param after where the page before it ended; null to skip the query's offset instead
     */
    Statement page(@Nullable Position after) {
        LocateWhere walks = walks(after);
        String order = query.newestFirst()
                ? "initial_date DESC, seq DESC"
                : "initial_date, seq";
        List<Object> all = new ArrayList<>(walks.parameters());
        all.add((long) query.limit());
        all.add(after == null ? (long) query.offset() : 0L);
        return new Statement("SELECT o.id, p.initial_date, p.seq FROM (" + walks.text()
                + "ORDER BY " + order
                + " LIMIT ? OFFSET ?) p CROSS JOIN object o WHERE o.seq = p.seq", all);
    }

    /** Selects how many match in all, but never counts further than the bound. */
    Statement count(int bound) {
        LocateWhere walks = walks(null);
        List<Object> all = new ArrayList<>(walks.parameters());
        all.add((long) bound);
        return new Statement(
                "SELECT COUNT(*) FROM (" + walks.text() + "LIMIT ?) counted", all);
    }

    private LocateWhere walks(@Nullable Position after) {
        Set<KeyState> states = StoredStates.of(query.filters());
        LocateWhere sql = new LocateWhere(query.partition(), now);
        if (states.isEmpty()) {
            sql.text(NOTHING);
        } else if (leading != null) {
            sql.text(BY_ATTRIBUTE, query.partition(), leading.name(), leading.value(),
                    query.partition());
            conditions(sql, states, "a.initial_date, a.object_seq", after);
        } else if (query.byIdentifier()) {
            sql.text(BY_ID, query.partition());
            conditions(sql, states, "o.initial_date, o.seq", after);
        } else {
            String between = "";
            for (KeyState state : states) {
                sql.text(between + BY_STATE + state.code(), query.partition());
                sql.reachedFrom(state, query.filters());
                conditions(sql, Set.of(state), "o.initial_date, o.seq", after);
                between = "UNION ALL ";
            }
        }
        return sql;
    }

    private void conditions(LocateWhere sql, Set<KeyState> states, String place,
            @Nullable Position after) {
        if (states.size() > 1) {
            sql.inStates(states);
        }
        for (Filter filter : query.filters()) {
            if (!filter.equals(leading)) {
                sql.add(filter, states);
            }
        }
        if (after != null) {
            sql.text("AND (" + place + ")" + (query.newestFirst() ? " < " : " > ") + "(?, ?)",
                    after.initialDate(), after.seq());
        }
    }

    /** A text with its parameters, which are texts and Longs. */
    record Statement(String sql, List<Object> parameters) {

        PreparedStatement prepare(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return statement;
        }
    }
}
