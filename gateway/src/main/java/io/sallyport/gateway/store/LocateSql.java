package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.AttributeType;

/**
 * A search as SQL. Whatever a client sent becomes a parameter, never a part of the text; every
 * part of the text is a constant of this class.
 */
final class LocateSql {
    /** The state that the dates have brought about since it was stored (KMIP 2.1, 4.57). */
    private static final String STATE_NOW = """
            CASE WHEN (state = 2 OR (state = 1 AND activation_date <= ?))
                      AND deactivation_date <= ? THEN 3
                 WHEN state = 1 AND activation_date <= ? THEN 2
                 ELSE state END""";
    private static final int STATE_NOW_DATES = 3;

    private static final String FROM_ALL = "FROM object o WHERE o.partition_name = ?";
    /** A cross join keeps its order: the few rows of the index lead to the objects. */
    private static final String FROM_ATTRIBUTE = """
            FROM object_attribute a CROSS JOIN object o
            WHERE a.partition_name = ? AND a.name = ? AND a.value = ? AND o.id = a.object_id
              AND o.partition_name = ?""";

    private static final String DESTROYED = "state IN (?, ?)";
    private static final String NOT_DESTROYED = "state NOT IN (?, ?)";
    private static final List<Object> DESTROYED_STATES = List.of(
            (long) KeyState.DESTROYED.code(), (long) KeyState.DESTROYED_COMPROMISED.code());
    private static final String ARCHIVED = """
            EXISTS (SELECT 1 FROM object_attribute d WHERE d.object_id = o.id
                    AND d.partition_name = o.partition_name AND d.name = ?)""";

    private final StringBuilder where = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final LocateQuery query;
    private final long now;

    private LocateSql(LocateQuery query, long now) {
        this.query = query;
        this.now = now;
        List<Filter> rest = new ArrayList<>(query.filters());
        Filter.HasAttribute leading = leading(rest);
        if (leading == null) {
            where.append(FROM_ALL);
        } else {
            where.append(FROM_ATTRIBUTE);
            parameters.addAll(List.of(query.partition(), leading.name(), leading.value()));
            rest.remove(leading);
        }
        parameters.add(query.partition());
        rest.forEach(this::add);
    }

    private static Filter.@Nullable HasAttribute leading(List<Filter> filters) {
        for (Filter filter : filters) {
            if (filter instanceof Filter.HasAttribute attribute) {
                return attribute;
            }
        }
        return null;
    }

    /**
     * The SQL of a search.
     *
     * @param now in seconds since 1970; decides the state of keys whose dates have passed
     */
    static LocateSql of(LocateQuery query, long now) {
        return new LocateSql(query, now);
    }

    /** Selects the ids of the page. */
    Statement page() {
        List<Object> all = new ArrayList<>(parameters);
        all.add((long) query.limit());
        all.add((long) query.offset());
        return new Statement(
                "SELECT o.id " + where + (query.newestFirst()
                        ? " ORDER BY initial_date DESC, seq DESC"
                        : " ORDER BY initial_date, seq") + " LIMIT ? OFFSET ?",
                all);
    }

    /** Selects how many match in all, but never counts further than the bound. */
    Statement count(int bound) {
        List<Object> all = new ArrayList<>(parameters);
        all.add((long) bound);
        return new Statement("SELECT COUNT(*) FROM (SELECT 1 " + where + " LIMIT ?) counted",
                all);
    }

    private void add(Filter filter) {
        switch (filter) {
            case Filter.PropertyEquals(Property property, long value) -> {
                if (property == Property.STATE) {
                    and(STATE_NOW + " = ?");
                    for (int i = 0; i < STATE_NOW_DATES; i++) {
                        parameters.add(now);
                    }
                } else {
                    and(column(property) + " = ?");
                }
                parameters.add(value);
            }
            case Filter.DateRange(Property property, long from, long to) ->
                and(column(property) + " BETWEEN ? AND ?", from, to);
            case Filter.UsageMask(int bits) ->
                and("(usage_mask & ?) = ?", (long) bits, (long) bits);
            case Filter.Id(String id) -> and("o.id = ?", id);
            case Filter.AnyId(Set<String> ids) when ids.isEmpty() -> and("1 = 0");
            case Filter.AnyId(Set<String> ids) -> and(
                    "o.id IN (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                    ids.toArray());
            case Filter.Destroyed(boolean destroyed) ->
                and(destroyed ? DESTROYED : NOT_DESTROYED, DESTROYED_STATES.toArray());
            case Filter.Storage storage -> add(storage);
            case Filter.HasAttribute(String name, String value) -> and("""
                    o.id IN (SELECT object_id FROM object_attribute
                             WHERE partition_name = ? AND name = ? AND value = ?)""",
                    query.partition(), name, value);
            case Filter.NoOtherValue(String name, String value) -> and("""
                    NOT EXISTS (SELECT 1 FROM object_attribute w WHERE w.object_id = o.id
                                AND w.partition_name = o.partition_name
                                AND w.name = ? AND w.value <> ?)""", name,
                    value == null ? "" : value);
        }
    }

    private void add(Filter.Storage storage) {
        List<String> any = new ArrayList<>(3);
        List<Object> values = new ArrayList<>();
        if (storage.onLine()) {
            any.add("(" + NOT_DESTROYED + " AND NOT " + ARCHIVED + ")");
            values.addAll(DESTROYED_STATES);
            values.add(AttributeIndex.name(AttributeType.ARCHIVE_DATE));
        }
        if (storage.archived()) {
            any.add("(" + NOT_DESTROYED + " AND " + ARCHIVED + ")");
            values.addAll(DESTROYED_STATES);
            values.add(AttributeIndex.name(AttributeType.ARCHIVE_DATE));
        }
        if (storage.destroyed()) {
            any.add(DESTROYED);
            values.addAll(DESTROYED_STATES);
        }
        and("(" + String.join(" OR ", any) + ")", values.toArray());
    }

    private void and(String condition, Object... values) {
        where.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
    }

    private static String column(Property property) {
        return switch (property) {
            case OBJECT_TYPE -> "object_type";
            case STATE -> "state";
            case ALGORITHM -> "algorithm";
            case LENGTH_BITS -> "length_bits";
            case KEY_FORMAT -> "key_format";
            case INITIAL_DATE -> "initial_date";
            case ACTIVATION_DATE -> "activation_date";
            case PROCESS_START_DATE -> "process_start_date";
            case PROTECT_STOP_DATE -> "protect_stop_date";
            case DEACTIVATION_DATE -> "deactivation_date";
            case DESTROY_DATE -> "destroy_date";
            case COMPROMISE_DATE -> "compromise_date";
            case COMPROMISE_OCCURRENCE_DATE -> "compromise_occurrence_date";
            case SENSITIVE -> "sensitive";
            case EXTRACTABLE -> "extractable";
            case ALWAYS_SENSITIVE -> "always_sensitive";
            case NEVER_EXTRACTABLE -> "never_extractable";
        };
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
