package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.sallyport.gateway.port.EnrolledUser;
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
                        "SELECT partition_name, kind, name, verifier, created FROM partition_user");
                ResultSet row = select.executeQuery()) {
            List<EnrolledUser> users = new ArrayList<>();
            while (row.next()) {
                users.add(new EnrolledUser(row.getString(1),
                        UserPort.Kind.valueOf(row.getString(2)), row.getString(3),
                        row.getString(4), row.getLong(5)));
            }
            return List.copyOf(users);
        } catch (SQLException failed) {
            throw new StoreException("The users can't be read.", failed);
        }
    }
}
