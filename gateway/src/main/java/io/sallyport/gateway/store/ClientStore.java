package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.EnrolledCertificate;

/**
 * Reads the registry of clients; changes go through the journal. Waits for the database: not for
 * an event loop. Safe for every thread.
 */
public final class ClientStore {
    private static final String SELECT = """
            SELECT c.name, c.partition_name, c.role, c.profile, e.fingerprint, e.serial,
                   e.not_after, e.created, COALESCE(e.revoked_at, c.revoked_at)
            FROM client c JOIN client_certificate e ON e.client_name = c.name
            """;
    private static final String ORDER = "ORDER BY c.name, e.created, e.fingerprint";

    private final DataSource readers;

    /** The registry in this store. */
    public ClientStore(Store store) {
        readers = store.readers();
    }

    /** Every certificate ever enrolled, by name of the client and time of enrolment. */
    public List<EnrolledCertificate> certificates() throws StoreException {
        return select(SELECT + ORDER, null);
    }

    /** The certificates of one client; empty if it is not known. */
    public List<EnrolledCertificate> certificatesOf(String client) throws StoreException {
        return select(SELECT + "WHERE c.name = ? " + ORDER, client);
    }

    /**
     * The certificate with this fingerprint, revoked or not.
     *
     * @param fingerprint SHA-256 in lower-case hexadecimal
     */
    public Optional<EnrolledCertificate> certificate(String fingerprint) throws StoreException {
        return select(SELECT + "WHERE e.fingerprint = ?", fingerprint).stream().findFirst();
    }

    private List<EnrolledCertificate> select(String sql, @Nullable String parameter)
            throws StoreException {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (parameter != null) {
                select.setString(1, parameter);
            }
            List<EnrolledCertificate> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(certificate(row));
                }
            }
            return List.copyOf(found);
        } catch (SQLException failed) {
            throw new StoreException("The registry of clients can't be read.", failed);
        }
    }

    private static EnrolledCertificate certificate(ResultSet row) throws SQLException {
        long revokedAt = row.getLong(9);
        boolean revoked = !row.wasNull();
        return new EnrolledCertificate(row.getString(1), row.getString(2), row.getString(3),
                row.getString(4), row.getString(5), row.getString(6), row.getLong(7),
                row.getLong(8), revoked ? revokedAt : null);
    }
}
