package io.sallyport.gateway.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import io.sallyport.gateway.audit.AuditEntry;
import io.sallyport.gateway.audit.AuditReader;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;

/** The audit log of a home, read beside the gateway that writes it. */
final class AuditTrail {
    private static final int ENTRIES_MAX = 100_000;

    private final AuditReader reader;

    private AuditTrail(AuditReader reader) {
        this.reader = reader;
    }

    /** The log of this home. */
    static AuditTrail of(Path home) throws Exception {
        Home opened = Home.open(home);
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource store = new SQLiteDataSource(config);
        store.setUrl("jdbc:sqlite:" + opened.path(Place.STORE));
        return new AuditTrail(new AuditReader(store, opened.config().domain().toString()));
    }

    /** What was refused or failed with this reason, oldest first. */
    List<AuditEvent> refusals(String reason) throws Exception {
        List<AuditEvent> events = new ArrayList<>();
        for (AuditEntry entry : reader.page(1, ENTRIES_MAX)) {
            AuditEvent event = entry.event();
            if (event.outcome() != Outcome.SUCCESS && reason.equals(event.reason())) {
                events.add(event);
            }
        }
        return events;
    }
}
