package io.sallyport.gateway.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Reads entries of the log in order. Safe for every thread. */
public final class AuditReader {
    private final DataSource store;
    private final String domain;

    /** A reader of this domain's log. */
    public AuditReader(DataSource store, String domain) {
        this.store = store;
        this.domain = domain;
    }

    /** Where the log ends now. */
    public AuditTail tail() throws SQLException, AuditFlawException {
        try (Connection connection = store.getConnection()) {
            return AuditLog.tail(connection, domain);
        }
    }

    /**
     * The entries from a sequence on, oldest first.
     *
     * @param limit how many at most
     * @return fewer than {@code limit} only at the end of the log
     * @throws AuditFlawException if a bundle is not sound in itself; the verifier says whether
     *         the bundles follow each other
     */
    public List<AuditEntry> page(long from, int limit) throws SQLException, AuditFlawException {
        BundleCheck check = new BundleCheck();
        List<AuditEntry> page = new ArrayList<>();
        try (Connection connection = store.getConnection()) {
            List<AuditBundle> bundles = AuditLog.holding(connection, from);
            if (bundles.isEmpty()) {
                bundles = AuditLog.following(connection, from, 1);
            }
            while (!bundles.isEmpty() && page.size() < limit) {
                AuditBundle bundle = bundles.getFirst();
                AuditTail before = new AuditTail(bundle.firstSequence(),
                        AuditLog.hash(bundle.previousHash()));
                check.check(before, bundle, entry -> {
                    if (entry.sequence() >= from && page.size() < limit) {
                        page.add(entry);
                    }
                });
                bundles = AuditLog.following(connection, bundle.firstSequence(), 1);
            }
        }
        return page;
    }
}
