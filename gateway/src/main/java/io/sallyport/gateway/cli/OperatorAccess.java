package io.sallyport.gateway.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

import io.sallyport.gateway.admin.AdminClient;
import io.sallyport.gateway.admin.AdminException;
import io.sallyport.gateway.admin.Administration;
import io.sallyport.gateway.admin.LocalAdministration;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.HomeException;
import io.sallyport.gateway.home.HomeLock;
import io.sallyport.gateway.identity.ClientRegistry;
import io.sallyport.gateway.identity.TokenRegistry;
import io.sallyport.gateway.identity.UserRegistry;
import io.sallyport.gateway.journal.Journal;
import io.sallyport.gateway.journal.JournalLimits;
import io.sallyport.gateway.store.ClientStore;
import io.sallyport.gateway.store.ObjectCache;
import io.sallyport.gateway.store.Store;
import io.sallyport.gateway.store.StoreException;
import io.sallyport.gateway.store.TokenStore;
import io.sallyport.gateway.store.UserStore;

/** The way of a command to a home: through the gateway that runs on it, or else by itself. */
final class OperatorAccess {
    private OperatorAccess() {}

    /** What a command does with a home. */
    @FunctionalInterface
    interface Act<T> {
        T run(Administration administration)
                throws AdminException, CommandException, IOException;
    }

    /** The gateway that runs on this home, or nothing. */
    static Optional<AdminClient> running(Home home) throws IOException {
        return home.holder().map(holder -> new AdminClient(Home.adminSocket(holder.sockets())));
    }

    /** The gateway that runs on this home. */
    static AdminClient required(Home home) throws IOException, CommandException {
        return running(home).orElseThrow(() -> new CommandException("No gateway runs on "
                + home.path() + "; start it with 'sallyport serve --home " + home.path() + "'."));
    }

    /** Acts through the running gateway, or on the store of a home that nobody holds. */
    static <T> T administer(Home home, Act<T> act) throws AdminException, CommandException,
            HomeException, StoreException, IOException {
        Optional<AdminClient> running = running(home);
        if (running.isPresent()) {
            return act.run(running.get());
        }
        try (HomeLock _ = home.lock(home.path());
                Store store = Store.open(home.path(Home.Place.STORE),
                        home.config().domain().toString());
                Journal journal = Journal.open(store, new ObjectCache(0),
                        home.config().node().toString(), JournalLimits.DEFAULT, _ -> {})) {
            Clock clock = Clock.systemUTC();
            ClientRegistry registry = new ClientRegistry(new ClientStore(store).certificates(),
                    clock);
            try (UserRegistry users = new UserRegistry(new UserStore(store).users(), clock)) {
                return act.run(new LocalAdministration(store, journal, registry, users,
                        new TokenRegistry(new TokenStore(store).tokens(), clock), clock));
            }
        }
    }
}
