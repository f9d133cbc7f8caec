package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.StoredToken;

/**
 * Reads the tokens; changes go through the journal. Waits for the database: not for an event loop.
 * Safe for every thread.
 */
public final class TokenStore {
    private final DataSource readers;

    /** The tokens in this store. */
    public TokenStore(Store store) {
        readers = store.readers();
    }

    /** Every token that was ever made. */
    public List<StoredToken> tokens() throws StoreException {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT name, partition_name, mounts, read_only, digest, created, expires,"
                                + " revoked_at FROM access_token ORDER BY name");
                ResultSet row = select.executeQuery()) {
            List<StoredToken> tokens = new ArrayList<>();
            while (row.next()) {
                tokens.add(new StoredToken(row.getString(1), row.getString(2),
                        List.of(row.getString(3).split("\n", -1)), row.getInt(4) == 1,
                        row.getString(5), row.getLong(6), number(row, 7), number(row, 8)));
            }
            return List.copyOf(tokens);
        } catch (SQLException failed) {
            throw new StoreException("The tokens can't be read.", failed);
        }
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
