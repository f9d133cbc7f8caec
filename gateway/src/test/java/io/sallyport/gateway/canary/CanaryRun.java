package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.CanaryGateway;
import io.sallyport.gateway.CanaryGateway.Habit;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.HomeException;
import io.sallyport.gateway.testing.Acknowledged;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.KeyLife;

/**
 * A gateway in a process of its own through which known keys went, and the search for them in its
 * memory and in what it wrote. One thread.
 */
final class CanaryRun implements AutoCloseable {
    private static final int LOADING_CLIENTS = 2;
    private static final Pattern COLLECTIONS = Pattern.compile("(?m)^collections (\\d+)$");

    private final GatewayProcess gateway;
    private final KnownKeys keys;
    private final Path loader;
    private final Acknowledged load = new Acknowledged();

    private CanaryRun(GatewayProcess gateway) throws IOException {
        this.gateway = gateway;
        this.loader = gateway.addClient("load");
        this.keys = new KnownKeys(gateway.kmipPort(), gateway.addClient("canary"));
    }

    /**
     * Starts it in a new folder. Its heap is as large as it can get from the start: memory that
     * went back to the system could not be searched.
     *
     * @param habit what it does around each message; null for the gateway just as it is
     * @param collector options that choose the garbage collector
     */
    static CanaryRun start(Path folder, @Nullable Habit habit, String... collector)
            throws IOException {
        GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"));
        List<String> jvmOptions = new ArrayList<>(List.of(collector));
        jvmOptions.addAll(List.of("-Xms256m", "-Xmx256m"));
        if (habit != null) {
            gateway.servedBy(CanaryGateway.class);
            jvmOptions.add("-D" + CanaryGateway.HABIT + "=" + habit.name());
        }
        boolean complete = false;
        try {
            gateway.start(jvmOptions.toArray(String[]::new));
            CanaryRun run = new CanaryRun(gateway);
            complete = true;
            return run;
        } finally {
            if (!complete) {
                gateway.close();
            }
        }
    }

    /** The client whose keys are looked for; its connection stays open. */
    KnownKeys keys() {
        return keys;
    }

    /** Leads known keys through their lives while other clients make, activate and use theirs. */
    void underLoad(int lives) throws IOException, GeneralSecurityException, InterruptedException {
        AtomicBoolean goOn = new AtomicBoolean(true);
        List<Thread> others = new ArrayList<>();
        try {
            for (int i = 0; i < LOADING_CLIENTS; i++) {
                others.add(Thread.ofPlatform().start(
                        new KeyLife(gateway.kmipPort(), loader, load, goOn::get)));
            }
            for (int i = 0; i < lives; i++) {
                keys.oneLife();
            }
        } finally {
            goOn.set(false);
            for (Thread other : others) {
                other.join();
            }
        }
        assertThat(load.operations()).as("operations of other clients").isPositive();
    }

    long gatewayPid() {
        return gateway.pid();
    }

    long enginePid() {
        return gateway.engine().pid();
    }

    Path home() {
        return gateway.home();
    }

    /** The folder of the engine's socket. */
    Path sockets() throws IOException {
        try {
            return Home.open(home()).holder().orElseThrow().sockets();
        } catch (HomeException e) {
            throw new IOException(e);
        }
    }

    /** Searches the memory of the running gateway. */
    Findings memory() throws IOException {
        return MemoryScan.of(gateway.pid(), keys.needles());
    }

    /** Searches every file in the home: store with its log, certificates, what was logged. */
    Findings files() throws IOException {
        return FileScan.below(gateway.home(), keys.needles());
    }

    /** Stops the gateway, and searches its rows, the audit log among them, and the files again. */
    Findings afterStop() throws IOException, SQLException {
        assertThat(gateway.stop()).isZero();
        Path store = gateway.home().resolve("store/sallyport.db");
        return FileScan.rows(store, keys.needles()).plus(files());
    }

    /** What was done; after the gateway was stopped also how often it collected garbage. */
    String figures() throws IOException {
        Matcher collections = COLLECTIONS
                .matcher(Files.readString(gateway.home().resolve("serve.err")));
        return keys.secrets() + " secrets, " + keys.requests() + " requests with them, "
                + load.operations() + " of other clients, "
                + (collections.find() ? collections.group(1) : "0") + " forced collections";
    }

    @Override
    public void close() throws IOException {
        keys.close();
        gateway.close();
    }
}
