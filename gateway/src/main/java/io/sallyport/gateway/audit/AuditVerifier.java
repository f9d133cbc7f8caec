package io.sallyport.gateway.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.Sha256;

/**
 * Walks the whole log, from its origin to its end: docs/spec/audit-log.md, section 5. Safe for
 * every thread; may run while the log grows. A log whose end was cut off is still a sound log:
 * only a hash noted elsewhere shows the cut.
 */
public final class AuditVerifier {
    private static final int BUNDLES_PER_READ = 64;

    private final DataSource store;
    private final String domain;

    /** A verifier of this domain's log. */
    public AuditVerifier(DataSource store, String domain) {
        this.store = store;
        this.domain = domain;
    }

    /** Verifies all entries until the end or the first flaw. */
    public AuditReport verify() throws SQLException {
        Walk walk = new Walk(AuditLog.origin(domain));
        try (Connection connection = store.getConnection()) {
            long after = 0;
            List<AuditBundle> bundles = AuditLog.following(connection, after, BUNDLES_PER_READ);
            while (!bundles.isEmpty()) {
                for (AuditBundle bundle : bundles) {
                    walk.follow(bundle);
                    after = bundle.firstSequence();
                }
                bundles = AuditLog.following(connection, after, BUNDLES_PER_READ);
            }
        } catch (AuditFlawException flawed) {
            return walk.report(flawed.flaw());
        }
        return walk.report(null);
    }

    private static final class Walk {
        private final BundleCheck check = new BundleCheck();
        private AuditTail tail;
        private long linked;
        private @Nullable Sha256 firstHash;
        private @Nullable Sha256 lastHash;

        Walk(AuditTail origin) {
            tail = origin;
        }

        void follow(AuditBundle bundle) throws AuditFlawException {
            tail = check.check(tail, bundle, this::link);
            lastHash = tail.hash();
            if (firstHash == null) {
                firstHash = lastHash;
            }
        }

        private void link(AuditEntry entry) {
            linked = entry.sequence();
            if (linked == 2) {
                firstHash = entry.previous();
            }
        }

        AuditReport report(@Nullable AuditFlaw flaw) {
            return flaw == null
                    ? new AuditReport(linked, firstHash, lastHash, null)
                    : new AuditReport(Math.min(linked, flaw.sequence() - 1), null, null, flaw);
        }
    }
}
