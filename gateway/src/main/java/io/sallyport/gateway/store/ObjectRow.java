package io.sallyport.gateway.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.Rewrapped;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.ObjectFault;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/**
 * One row of table {@code object}. Its columns only repeat the blob's header for searching: they
 * are written from it, and a row is refused when they no longer agree. Immutable.
 */
public final class ObjectRow {
    private static final List<String> HEADER_COLUMNS = List.of("id", "partition_name", "version",
            "object_type", "key_format", "algorithm", "length_bits", "usage_mask", "state",
            "initial_date", "activation_date", "process_start_date", "protect_stop_date",
            "deactivation_date", "destroy_date", "compromise_occurrence_date", "compromise_date",
            "sensitive", "always_sensitive", "extractable", "never_extractable");
    private static final int ATTRIBUTES = HEADER_COLUMNS.size() + 1;
    private static final int BLOB = ATTRIBUTES + 1;
    private static final int TERM = BLOB + 1;
    private static final String COLUMNS =
            String.join(", ", HEADER_COLUMNS) + ", attributes, blob, term";

    /** Inserts a row; {@link #bind} fills it. */
    public static final String INSERT = "INSERT INTO object (" + COLUMNS + ") VALUES ("
            + String.join(", ", Collections.nCopies(TERM, "?")) + ")";
    /**
     * Replaces the row of an object's previous version; {@link #bind} fills it but for the last
     * three parameters, which {@link #bindPrevious} fills.
     */
    public static final String UPDATE = "UPDATE object SET "
            + String.join(" = ?, ", HEADER_COLUMNS)
            + " = ?, attributes = ?, blob = ?, term = ?"
            + " WHERE id = ? AND partition_name = ? AND version = ?";

    /** Replaces what a row holds by the same sealed anew; {@link #bindRewrap} fills it. */
    public static final String REWRAP = "UPDATE object SET blob = ?, term = ?"
            + " WHERE seq = ? AND version = ? AND term = ?";

    /** Deletes a row of a known version: id, partition, version. */
    public static final String DELETE =
            "DELETE FROM object WHERE id = ? AND partition_name = ? AND version = ?";

    static final String SELECT = "SELECT " + COLUMNS + " FROM object"
            + " WHERE partition_name = ? AND id = ?";

    private final WrappedObject wrapped;
    private final byte[] attributes;

    /** A row; the attributes are in their stored form and are not copied. */
    public ObjectRow(WrappedObject wrapped, byte[] attributes) {
        this.wrapped = wrapped;
        this.attributes = attributes;
    }

    /** The engine's form. */
    public WrappedObject wrapped() {
        return wrapped;
    }

    /** The stored form of the attributes. Not a copy. */
    public byte[] attributes() {
        return attributes;
    }

    /** Sets the columns of {@link #INSERT} or {@link #UPDATE}. */
    public void bind(PreparedStatement statement) throws SQLException {
        List<@Nullable Object> values = headerValues(wrapped.header());
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case null -> statement.setNull(i + 1, Types.BIGINT);
                case Long number -> statement.setLong(i + 1, number);
                case Object text -> statement.setString(i + 1, text.toString());
            }
        }
        statement.setBytes(ATTRIBUTES, attributes);
        statement.setBytes(BLOB, wrapped.blob());
        statement.setInt(TERM, wrapped.term());
    }

    /** Sets the condition of {@link #UPDATE}. */
    public void bindPrevious(PreparedStatement update) throws SQLException {
        ObjectHeader header = wrapped.header();
        update.setString(TERM + 1, header.id());
        update.setString(TERM + 2, header.partition());
        update.setLong(TERM + 3, header.version() - 1);
    }

    /** Sets the parameters of {@link #REWRAP}. */
    public static void bindRewrap(PreparedStatement statement, Rewrapped one)
            throws SQLException {
        statement.setBytes(1, one.next().blob());
        statement.setInt(2, one.next().term());
        statement.setLong(3, one.row());
        statement.setLong(4, one.next().header().version());
        statement.setInt(5, one.termBefore());
    }

    /**
     * The row under the cursor of {@link #SELECT}.
     *
     * @throws EngineFault if columns, blob and attributes are not those that were stored together;
     *         whether the blob itself is authentic is for the engine to say
     */
    static ObjectRow read(ResultSet row, String id) throws SQLException, EngineFault {
        WrappedObject wrapped;
        try {
            wrapped = WrappedObject.parse(bytes(row, BLOB));
        } catch (ObjectFault fault) {
            throw notAuthentic(id, Objects.toString(fault.getMessage()));
        }
        List<@Nullable Object> expected = headerValues(wrapped.header());
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(row, i + 1, expected.get(i))) {
                throw notAuthentic(id, "The column " + HEADER_COLUMNS.get(i)
                        + " is not what the wrapped object says.");
            }
        }
        if (!matches(row, TERM, (long) wrapped.term())) {
            throw notAuthentic(id, "The column term is not what the wrapped object says.");
        }
        byte[] attributes = bytes(row, ATTRIBUTES);
        if (!AttributeForm.digest(attributes).equals(wrapped.header().attributesDigest())) {
            throw notAuthentic(id, "The attributes are not those that were wrapped with it.");
        }
        return new ObjectRow(wrapped, attributes);
    }

    static EngineFault notAuthentic(String id, String why) {
        return new EngineFault(Reason.NOT_AUTHENTIC,
                "The stored object " + id + " was changed. " + why);
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    private static boolean matches(ResultSet row, int column, @Nullable Object expected)
            throws SQLException {
        if (expected instanceof Long number) {
            return row.getLong(column) == number && !row.wasNull();
        }
        return Objects.equals(row.getString(column), expected);
    }

    /** The values of {@link #HEADER_COLUMNS}, in their order: texts, Longs and nulls. */
    private static List<@Nullable Object> headerValues(ObjectHeader header) {
        KeyDates dates = header.dates();
        Protection protection = header.protection();
        return Arrays.asList(header.id(), header.partition(), header.version(),
                (long) header.objectType(), (long) header.keyFormat(), (long) header.algorithm(),
                (long) header.lengthBits(), (long) header.usageMask(),
                (long) header.state().code(), dates.initial(), dates.activation(),
                dates.processStart(), dates.protectStop(), dates.deactivation(), dates.destroy(),
                dates.compromiseOccurrence(), dates.compromise(), flag(protection.sensitive()),
                flag(protection.alwaysSensitive()), flag(protection.extractable()),
                flag(protection.neverExtractable()));
    }

    private static Long flag(boolean set) {
        return set ? 1L : 0L;
    }
}
