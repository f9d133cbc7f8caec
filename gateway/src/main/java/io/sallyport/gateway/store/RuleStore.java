package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.sallyport.gateway.port.RuleKind;
import io.sallyport.gateway.port.StoredRule;

/**
 * Reads the rules for new objects of all partitions; changes go through the journal. Waits for the
 * database: not for an event loop. Safe for every thread.
 */
public final class RuleStore {
    private final DataSource readers;

    /** The rules in this store. */
    public RuleStore(Store store) {
        readers = store.readers();
    }

    /** Every rule. */
    public List<StoredRule> rules() throws StoreException {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("SELECT partition_name, kind, rules FROM partition_rule");
                ResultSet row = select.executeQuery()) {
            List<StoredRule> rules = new ArrayList<>();
            while (row.next()) {
                rules.add(new StoredRule(row.getString(1), RuleKind.valueOf(row.getString(2)),
                        row.getString(3)));
            }
            return List.copyOf(rules);
        } catch (SQLException failed) {
            throw new StoreException("The rules of the partitions can't be read.", failed);
        }
    }
}
