package io.sallyport.gateway.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.sallyport.gateway.port.AttributeIndex;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.AttributeType;

/** The conditions of a search, text and parameters side by side. Not for several threads. */
final class LocateWhere {
    /** The state that the dates have brought about since it was stored (KMIP 2.1, 4.57). */
    private static final String STATE_NOW = """
            AND CASE WHEN (o.state = 2 OR (o.state = 1 AND o.activation_date <= ?))
                      AND o.deactivation_date <= ? THEN 3
                 WHEN o.state = 1 AND o.activation_date <= ? THEN 2
                 ELSE o.state END = ?""";
    /** Where nothing of the partition is archived, which is asked once, no row is asked. */
    private static final String ARCHIVED = """
            (EXISTS (SELECT 1 FROM object_attribute d
                     WHERE d.partition_name = ? AND d.name = ?)
             AND EXISTS (SELECT 1 FROM object_attribute d
                         WHERE d.object_seq = o.seq AND d.name = ?))""";
    private static final String HAS_ATTRIBUTE = """
            AND EXISTS (SELECT 1 FROM object_attribute h
                WHERE h.object_seq = o.seq AND h.name = ? AND h.value = ?)""";
    private static final String NO_OTHER_VALUE = """
            AND NOT (EXISTS (SELECT 1 FROM object_attribute w
                             WHERE w.partition_name = ? AND w.name = ?)
                     AND EXISTS (SELECT 1 FROM object_attribute w
                                 WHERE w.object_seq = o.seq AND w.name = ? AND w.value <> ?))""";
    private static final String ARCHIVE_DATE = AttributeIndex.name(AttributeType.ARCHIVE_DATE);

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final String partition;
    private final long now;

    LocateWhere(String partition, long now) {
        this.partition = partition;
        this.now = now;
    }

    String text() {
        return text.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    void text(String more, Object... values) {
        text.append(more).append(' ');
        parameters.addAll(List.of(values));
    }

    /** The row's state is one of these. */
    void inStates(Set<KeyState> states) {
        text("AND o.state IN " + codes(states));
    }

    /**
     * Says of the dates what {@link #add} says of the state, so that only rows with dates are
     * visited.
     *
     * @param stored the state of the rows
     */
    void reachedFrom(KeyState stored, List<Filter> filters) {
        for (Filter filter : filters) {
            if (filter instanceof Filter.PropertyEquals(Property property, long wanted)
                    && property == Property.STATE && stored.code() < wanted) {
                text(stored == KeyState.PRE_ACTIVE
                        ? "AND o.activation_date <= ?"
                        : "AND o.deactivation_date <= ?", now);
            }
        }
    }

    /** A condition on rows that are in one of these states. */
    void add(Filter filter, Set<KeyState> states) {
        switch (filter) {
            case Filter.PropertyEquals(Property property, long value) -> {
                if (property == Property.STATE) {
                    text(STATE_NOW, now, now, now, value);
                } else {
                    text("AND " + column(property) + " = ?", value);
                }
            }
            case Filter.DateRange(Property property, long from, long to) ->
                text("AND " + column(property) + " BETWEEN ? AND ?", from, to);
            case Filter.UsageMask(int bits) ->
                text("AND (o.usage_mask & ?) = ?", (long) bits, (long) bits);
            case Filter.Id(String id) -> text("AND o.id = ?", id);
            case Filter.Destroyed _ -> {
                // the states say it
            }
            case Filter.Storage storage -> add(storage, states);
            case Filter.HasAttribute(String name, String value) ->
                text(HAS_ATTRIBUTE, name, value);
            case Filter.NoOtherValue(String name, String value) ->
                text(NO_OTHER_VALUE, partition, name, name, value == null ? "" : value);
        }
    }

    /** Whether it is destroyed, the states say. */
    private void add(Filter.Storage storage, Set<KeyState> states) {
        Set<KeyState> destroyed = states.stream().filter(KeyState::isDestroyed)
                .collect(Collectors.toSet());
        if (storage.onLine() == storage.archived() || destroyed.equals(states)) {
            return;
        }
        text("AND (" + (destroyed.isEmpty() ? "" : "o.state IN " + codes(destroyed) + " OR ")
                + (storage.archived() ? "" : "NOT ") + ARCHIVED + ")",
                partition, ARCHIVE_DATE, ARCHIVE_DATE);
    }

    private static String codes(Set<KeyState> states) {
        return states.stream().map(state -> String.valueOf(state.code())).sorted()
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String column(Property property) {
        return switch (property) {
            case OBJECT_TYPE -> "o.object_type";
            case STATE -> "o.state";
            case ALGORITHM -> "o.algorithm";
            case LENGTH_BITS -> "o.length_bits";
            case KEY_FORMAT -> "o.key_format";
            case INITIAL_DATE -> "o.initial_date";
            case ACTIVATION_DATE -> "o.activation_date";
            case PROCESS_START_DATE -> "o.process_start_date";
            case PROTECT_STOP_DATE -> "o.protect_stop_date";
            case DEACTIVATION_DATE -> "o.deactivation_date";
            case DESTROY_DATE -> "o.destroy_date";
            case COMPROMISE_DATE -> "o.compromise_date";
            case COMPROMISE_OCCURRENCE_DATE -> "o.compromise_occurrence_date";
            case SENSITIVE -> "o.sensitive";
            case EXTRACTABLE -> "o.extractable";
            case ALWAYS_SENSITIVE -> "o.always_sensitive";
            case NEVER_EXTRACTABLE -> "o.never_extractable";
        };
    }
}
