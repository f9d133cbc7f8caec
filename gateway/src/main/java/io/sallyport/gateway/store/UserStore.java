package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.StoredCredential;
import io.sallyport.gateway.port.UserPort;

/**
 * Reads the users of all partitions; changes go through the journal. Waits for the database: not
 * for an event loop. Safe for every thread.
 */
public final class UserStore {
    private final DataSource readers;

    /** The users in this store. */
    public UserStore(Store store) {
        readers = store.readers();
    }

    /** Every user. */
    public List<EnrolledUser> users() throws StoreException {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT partition_name, kind, name, verifier, created, administrator,"
                                + " user_id FROM partition_user");
                ResultSet row = select.executeQuery()) {
            List<EnrolledUser> users = new ArrayList<>();
            while (row.next()) {
                users.add(new EnrolledUser(row.getString(1),
                        UserPort.Kind.valueOf(row.getString(2)), row.getString(3),
                        row.getString(4), row.getLong(5), row.getInt(6) == 1,
                        row.getString(7)));
            }
            return List.copyOf(users);
        } catch (SQLException failed) {
            throw new StoreException("The users can't be read.", failed);
        }
    }

    /** Every credential that a client made. */
    public List<StoredCredential> credentials() throws StoreException {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT partition_name, id, kind, verifier, created, user_name"
                                + " FROM partition_credential");
                ResultSet row = select.executeQuery()) {
            List<StoredCredential> credentials = new ArrayList<>();
            while (row.next()) {
                credentials.add(new StoredCredential(row.getString(1), row.getString(2),
                        StoredCredential.Kind.valueOf(row.getString(3)), row.getString(4),
                        row.getLong(5), row.getString(6)));
            }
            return List.copyOf(credentials);
        } catch (SQLException failed) {
            throw new StoreException("The credentials can't be read.", failed);
        }
    }
}
