package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.testing.Acknowledged;
import io.sallyport.gateway.testing.KeyLife;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.gateway.testing.SealedKeys;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.vertx.core.json.JsonObject;

/** Domain keys of a gateway that serves: rotated, objects sealed anew, old terms retired. */
final class EngineCommandTest {
    private static final int OBJECTS = 3_000;
    private static final int WORKERS = 2;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path home = folder;
    private Path client = folder;

    /** A row as it was before it was sealed anew. */
    @SuppressWarnings("ArrayRecordComponent")
    private record OldRow(int term, byte[] blob) {}

    @BeforeEach
    void init() {
        home = folder.resolve("home");
        client = folder.resolve("client");
        succeed("init", "--home", home);
        succeed("client", "add", "load", "--home", home, "--out", client);
    }

    private static String succeed(Object... words) {
        Ran ran = Ran.command(words);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    private static String refused(Object... words) {
        Ran ran = Ran.command(words);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).startsWith("sallyport: ").hasLineCount(1);
        return ran.err();
    }

    private JsonObject status() {
        return new JsonObject(succeed("engine", "status", "--home", home, "--output", "json"));
    }

    private JsonObject term(int index) {
        return status().getJsonArray("terms").getJsonObject(index);
    }

    private Connection store() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("store/sallyport.db"));
    }

    private OldRow row(String id) throws Exception {
        try (Connection store = store();
                PreparedStatement select = store
                        .prepareStatement("SELECT term, blob FROM object WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return new OldRow(row.getInt(1), row.getBytes(2));
            }
        }
    }

    private void put(String id, OldRow row) throws Exception {
        try (Connection store = store();
                PreparedStatement update = store
                        .prepareStatement("UPDATE object SET term = ?, blob = ? WHERE id = ?")) {
            update.setInt(1, row.term());
            update.setBytes(2, row.blob());
            update.setString(3, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static boolean gets(RawConnection connection, String id) throws Exception {
        byte[] answer = connection.exchange(Requests.ofObject(Operation.GET, id));
        return Requests.enumeration(answer, Tag.RESULT_STATUS) == ResultStatus.SUCCESS.code();
    }

    @Test
    void withoutAGatewayItSaysHowToStartOne() {
        for (String command : List.of("status", "rotate", "rewrap")) {
            assertThat(refused("engine", command, "--home", home)).contains("No gateway runs on");
        }
        assertThat(refused("engine", "retire", "1", "--home", home)).contains("No gateway runs");
        assertThat(Ran.command("engine").code()).isEqualTo(2);
        assertThat(Ran.command("engine", "retire", "x", "--home", home).code()).isEqualTo(2);
    }

    @Test
    void aTermIsRotatedUnderLoadAndRetired() throws Exception {
        // The last one is asked for by nobody: a Get makes a new version of a fresh object.
        SealedKeys.fill(home, OBJECTS + 1);
        OldRow old = row(SealedKeys.id(OBJECTS));
        Acknowledged acknowledged = new Acknowledged();
        AtomicBoolean goOn = new AtomicBoolean(true);
        List<Thread> workers = new ArrayList<>();
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home))) {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(Thread.ofPlatform().start(
                        new KeyLife(gateway.kmipPort(), client, acknowledged, goOn::get)));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.operations() > 30);
            assertThat(term(0).getInteger("objects")).isGreaterThan(OBJECTS);
            assertThat(refused("engine", "retire", "1", "--yes", "--home", home))
                    .contains("The term 1 is in force");
            assertThat(refused("engine", "retire", "9", "--yes", "--home", home))
                    .contains("There is no term 9");
            assertThat(succeed("engine", "rotate", "--home", home))
                    .startsWith("The term 2 is in force");
            JsonObject done = new JsonObject(succeed("engine", "rewrap", "--wait", "--home", home,
                    "--output", "json"));
            assertThat(done.getLong("left")).isZero();
            assertThat(term(0).getInteger("objects")).isZero();
            assertThat(refused("engine", "retire", "1", "--home", home))
                    .contains("Backups of the store").contains("repeat the command with --yes");
            assertThat(succeed("engine", "retire", "1", "--yes", "--home", home))
                    .startsWith("The key of the term 1 is destroyed.");
            long after = acknowledged.operations();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> acknowledged.operations() > after + 30);
            goOn.set(false);
            for (Thread worker : workers) {
                worker.join();
            }
            assertThat(status().getJsonArray("terms")).hasSize(1);
            assertThat(succeed("engine", "status", "--home", home)).contains("PROTECTION",
                    "in force", "nothing is under way").doesNotContain("NO KEY");
            everythingIsThere(gateway.kmipPort(), acknowledged);
            assertThat(succeed("audit", "verify", "--home", home)).startsWith("intact");
        } finally {
            goOn.set(false);
        }
        put(SealedKeys.id(OBJECTS), old);
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home))) {
            try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
                assertThat(gets(connection, SealedKeys.id(OBJECTS))).isFalse();
                assertThat(gets(connection, SealedKeys.id(8))).isTrue();
            }
            assertThat(succeed("engine", "status", "--home", home)).contains("NO KEY");
            assertThat(Ran.command("engine", "rewrap", "--wait", "--home", home).err())
                    .contains("1 objects can't be sealed anew");
        }
    }

    @Test
    void aTermThatSealsAnObjectIsNotRetired() throws Exception {
        SealedKeys.fill(home, 1);
        OldRow old = row(SealedKeys.id(0));
        try (Gateway gateway = Gateway.start(GatewayOptions.loopback(home))) {
            assertThat(gateway.kmipPort()).isPositive();
            succeed("engine", "rotate", "--home", home);
            succeed("engine", "rewrap", "--wait", "--home", home);
            put(SealedKeys.id(0), old);
            assertThat(refused("engine", "retire", "1", "--yes", "--home", home))
                    .contains("The term 1 still seals 1 objects");
            succeed("engine", "rewrap", "--wait", "--home", home);
            succeed("engine", "retire", "1", "--yes", "--home", home);
        }
    }

    private void everythingIsThere(int port, Acknowledged acknowledged) throws Exception {
        try (RawConnection connection = RawConnection.open(port, client)) {
            for (int i = 0; i < OBJECTS; i++) {
                assertThat(gets(connection, SealedKeys.id(i))).as(SealedKeys.id(i)).isTrue();
            }
            int decrypted = 0;
            for (Acknowledged.Key key : acknowledged.keys()) {
                if (key.plaintext.length > 0) {
                    byte[] answer = connection.exchange(KeyLife.decrypt(key));
                    assertThat(KeyLife.bytesOf(answer, Tag.DATA)).isEqualTo(key.plaintext);
                    decrypted++;
                }
            }
            assertThat(decrypted).isPositive();
        }
    }
}
