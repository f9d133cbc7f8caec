package io.sallyport.gateway.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.ObjectFault;
import io.sallyport.hsm.object.WrappedObject;

/** Under which terms the objects of a store are sealed. Calls wait; safe for every thread. */
public final class TermStore {
    private final DataSource readers;

    /** The terms in this store. */
    public TermStore(Store store) {
        readers = store.readers();
    }

    /**
     * A row with an object under one term.
     *
     * @param seq number of the row
     * @param id the object's identifier, as the row says
     * @param wrapped the object; null if the row's bytes are none, or are one of another term
     */
    public record Row(long seq, String id, @Nullable WrappedObject wrapped) {}

    /** How many objects each term seals, by rising term; tombstones are objects. */
    public SortedMap<Integer, Long> counts() throws SQLException {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("SELECT term, count(*) FROM object GROUP BY term");
                ResultSet rows = select.executeQuery()) {
            SortedMap<Integer, Long> counts = new TreeMap<>();
            while (rows.next()) {
                counts.put(rows.getInt(1), rows.getLong(2));
            }
            return counts;
        }
    }

    /** How many objects this term seals. */
    public long count(int term) throws SQLException {
        return counts().getOrDefault(term, 0L);
    }

    /**
     * The next rows of a term, by rising number.
     *
     * @param after number of the row before
     * @param rowsMax how many, at most
     * @param bytesMax the last of them is the one that exceeds these bytes, if one does
     */
    public List<Row> rows(int term, long after, int rowsMax, int bytesMax) throws SQLException {
        try (Connection connection = readers.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT seq, id, blob FROM object WHERE term = ? AND seq > ?
                        ORDER BY seq LIMIT ?""")) {
            select.setInt(1, term);
            select.setLong(2, after);
            select.setInt(3, rowsMax);
            try (ResultSet rows = select.executeQuery()) {
                List<Row> found = new ArrayList<>();
                long bytes = 0;
                while (bytes <= bytesMax && rows.next()) {
                    byte[] blob = rows.getBytes(3);
                    bytes += blob.length;
                    found.add(new Row(rows.getLong(1), rows.getString(2), object(blob, term)));
                }
                return found;
            }
        }
    }

    private static @Nullable WrappedObject object(byte[] blob, int term) {
        try {
            WrappedObject object = WrappedObject.parse(blob);
            return object.term() == term ? object : null;
        } catch (ObjectFault e) {
            return null;
        }
    }
}
