package io.sallyport.gateway.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.admin.AdminClient;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.HomeException;
import io.sallyport.gateway.rewrap.Progress;
import io.sallyport.gateway.testing.Acknowledged;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.KeyLife;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.gateway.testing.SealedKeys;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultStatus;

/**
 * Kills gateway or engine, again and again, while objects are sealed anew and clients make and use
 * keys. Re-wrapping goes on where it was, every object and whatever a client was told is there
 * after the old term was retired, and the audit log is whole.
 */
@Tag("chaos")
class RewrapKillTest {
    private static final int OBJECTS = Integer.getInteger("sallyport.chaos.objects", 40_000);
    private static final int KILLS = 6;
    private static final int WORKERS = 2;
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void goesOnWhereItWas(@TempDir Path folder) throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Acknowledged acknowledged = new Acknowledged();
        AtomicBoolean goOn = new AtomicBoolean(true);
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            SealedKeys.fill(gateway.home(), OBJECTS);
            gateway.start();
            Path client = gateway.addClient("load");
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(Thread.ofPlatform().start(
                        new KeyLife(gateway.kmipPort(), client, acknowledged, goOn::get)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.operations() > 0);
            admin(gateway).rotateTerm();
            for (int kill = 1; kill <= KILLS; kill++) {
                long enough = OBJECTS - (long) OBJECTS * kill / (KILLS + 2);
                await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5))
                        .until(() -> term(gateway, 1) <= enough);
                if (kill == 1 || random.nextBoolean()) {
                    gateway.killHard();
                    assertThat(term(gateway, 1)).as("killed in the middle").isPositive();
                    gateway.start();
                } else {
                    gateway.engine().destroyForcibly();
                }
            }
            await().atMost(Duration.ofMinutes(3)).ignoreExceptions()
                    .until(() -> isDone(admin(gateway).rewrapProgress()));
            goOn.set(false);
            for (Thread worker : workers) {
                worker.join();
            }
            admin(gateway).retireTerm(1);
            everyObjectIsThere(gateway, client);
            KillTest.everyAcknowledgedKeyIsThere(gateway, client, acknowledged);
            assertThat(gateway.stop()).isZero();
            CommandResult verified = GatewayProcess.command("audit", "verify", "--home",
                    gateway.home().toString());
            assertThat(verified.exitCode()).as(verified.toString()).isZero();
            System.out.printf("%d objects sealed anew, %d kills; clients were told of %d operations"
                    + " and %d keys meanwhile; lost: 0%n", OBJECTS, KILLS,
                    acknowledged.operations(), acknowledged.keys().size());
        } finally {
            goOn.set(false);
        }
    }

    /** How many objects the term seals, asked in the store itself. */
    private static long term(GatewayProcess gateway, int term) throws SQLException {
        try (Connection store = DriverManager.getConnection(
                "jdbc:sqlite:" + gateway.home().resolve("store/sallyport.db"));
                PreparedStatement select = store
                        .prepareStatement("SELECT count(*) FROM object WHERE term = ?")) {
            select.setInt(1, term);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static boolean isDone(Progress progress) {
        return !progress.running() && progress.left() == 0;
    }

    private static AdminClient admin(GatewayProcess gateway) throws IOException, HomeException {
        return new AdminClient(Home.adminSocket(
                Home.open(gateway.home()).holder().orElseThrow().sockets()));
    }

    private static void everyObjectIsThere(GatewayProcess gateway, Path client)
            throws IOException {
        try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
            for (int i = 0; i < OBJECTS; i++) {
                byte[] answer = connection
                        .exchange(Requests.ofObject(Operation.GET, SealedKeys.id(i)));
                assertThat(Requests.enumeration(answer,
                        io.sallyport.kmip.model.Tag.RESULT_STATUS)).as(SealedKeys.id(i))
                        .isEqualTo(ResultStatus.SUCCESS.code());
            }
        }
    }
}
