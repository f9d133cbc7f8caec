package io.sallyport.gateway.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.sallyport.hsm.object.Sha256;

/** The rows of the log: table {@code audit_bundle}. Stateless. */
public final class AuditLog {
    /** Inserts a bundle; {@link #bind} fills it. */
    public static final String INSERT = """
            INSERT INTO audit_bundle (first_sequence, leaf_count, previous_hash, last_hash, leaves)
            VALUES (?, ?, ?, ?, ?)""";

    private static final String SELECT = """
            SELECT first_sequence, leaf_count, previous_hash, last_hash, leaves FROM audit_bundle
            """;
    private static final String LAST = SELECT + "ORDER BY first_sequence DESC LIMIT 1";
    private static final String HOLDING = SELECT
            + "WHERE first_sequence <= ? ORDER BY first_sequence DESC LIMIT 1";
    private static final String FOLLOWING = SELECT
            + "WHERE first_sequence > ? ORDER BY first_sequence LIMIT ?";

    private AuditLog() {}

    /** Sets the parameters of {@link #INSERT}. */
    public static void bind(PreparedStatement insert, AuditBundle bundle) throws SQLException {
        insert.setLong(1, bundle.firstSequence());
        insert.setInt(2, bundle.count());
        insert.setBytes(3, bundle.previousHash());
        insert.setBytes(4, bundle.lastHash());
        insert.setBytes(5, bundle.leaves());
    }

    /**
     * Where the log of this domain ends. Reads and checks the last bundle only.
     *
     * @throws AuditFlawException if the last bundle is not sound: nothing may follow it
     */
    public static AuditTail tail(Connection connection, String domain)
            throws SQLException, AuditFlawException {
        List<AuditBundle> last = query(connection, LAST);
        if (last.isEmpty()) {
            return origin(domain);
        }
        AuditBundle bundle = last.getFirst();
        AuditTail before = bundle.firstSequence() == 1
                ? origin(domain)
                : new AuditTail(bundle.firstSequence(), hash(bundle.previousHash()));
        return new BundleCheck().check(before, bundle, entry -> {});
    }

    /** Where the log of this domain starts. */
    static AuditTail origin(String domain) {
        return new AuditTail(1, AuditHash.origin(domain));
    }

    /** The bundle in which this sequence lies if it is there; at most one. */
    static List<AuditBundle> holding(Connection connection, long sequence) throws SQLException {
        return query(connection, HOLDING, sequence);
    }

    /** The next bundles that start after this sequence. */
    static List<AuditBundle> following(Connection connection, long sequence, int limit)
            throws SQLException {
        return query(connection, FOLLOWING, sequence, limit);
    }

    /** A stored hash; one of another length equals no hash, so that the check finds it. */
    static Sha256 hash(byte[] stored) {
        return stored.length == Sha256.BYTES
                ? Sha256.of(stored)
                : Sha256.of(new byte[Sha256.BYTES]);
    }

    private static List<AuditBundle> query(Connection connection, String sql, long... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setLong(i + 1, parameters[i]);
            }
            List<AuditBundle> bundles = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    bundles.add(new AuditBundle(rows.getLong(1), rows.getInt(2), rows.getBytes(3),
                            rows.getBytes(4), rows.getBytes(5)));
                }
            }
            return bundles;
        }
    }
}
