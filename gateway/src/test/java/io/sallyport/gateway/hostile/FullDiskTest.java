package io.sallyport.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.vertx.core.json.JsonObject;

/** The real gateway on a disk that is really full. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FullDiskTest {
    private static final int MEGABYTES = 12;
    private static final int CLIENTS = 3;

    @TempDir
    Path folder;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource
    void nothingIsAcknowledgedThatIsNotKeptAndRoomIsAllItTakesToGoOn(SmallDisk.Kind kind)
            throws Exception {
        try (SmallDisk disk = SmallDisk.mount(kind, folder.resolve("disk"),
                folder.resolve("image"), MEGABYTES);
                GatewayProcess gateway = GatewayProcess.init(disk.folder().resolve("home"))
                        .logTo(folder.resolve("serve.err"))) {
            gateway.start();
            Path client = gateway.addClient("database");
            try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
                create(connection);
            }
            fillWhileClientsWork(disk, gateway, client);
            refusesEverythingAndSaysWhy(gateway, client);

            long before = gateway.pid();
            disk.makeRoom();
            try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
                create(connection);
            }
            assertThat(gateway.pid()).isEqualTo(before);
            assertThat(command(gateway, "status").exitCode()).isZero();
            everythingAcknowledgedIsThere(gateway, client);

            fillWhileClientsWork(disk, gateway, client);
            gateway.killHard();
            disk.makeRoom();
            gateway.start();
            everythingAcknowledgedIsThere(gateway, client);

            disk.fill();
            assertThat(gateway.stop()).isZero();
            disk.fill();
            CommandResult refused = command(gateway, "serve", "--kmip-port", "0", "--https-port",
                    "0");
            assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().lines().filter(line -> line.startsWith("sallyport: ")))
                    .singleElement().asString().containsAnyOf("No space left on device", "full");
            disk.makeRoom();
            gateway.start();
            everythingAcknowledgedIsThere(gateway, client);
        }
    }

    /** Fills the disk under working clients, until each of them was refused. */
    private void fillWhileClientsWork(SmallDisk disk, GatewayProcess gateway, Path client)
            throws Exception {
        int port = gateway.kmipPort();
        int before = acknowledged.size();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofPlatform().start(() -> createUntilRefused(port, client)));
        }
        disk.fill();
        for (Thread one : clients) {
            one.join();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(before);
    }

    private void createUntilRefused(int port, Path client) {
        try (RawConnection connection = RawConnection.open(port, client)) {
            while (true) {
                create(connection);
            }
        } catch (IOException closed) {
            // No answer leaves that can't be audited: the connection is closed instead.
            return;
        }
    }

    private void create(RawConnection connection) throws IOException {
        byte[] answer = connection.exchange(Requests.createKey());
        assertThat(status(answer)).isEqualTo(ResultStatus.SUCCESS.code());
        acknowledged.add(Requests.textOf(answer, Tag.UNIQUE_IDENTIFIER));
    }

    private void refusesEverythingAndSaysWhy(GatewayProcess gateway, Path client)
            throws IOException {
        for (byte[] request : List.of(Requests.createKey(),
                Requests.ofObject(Operation.GET, acknowledged.element()))) {
            assertThatThrownBy(() -> {
                try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
                    connection.exchange(request);
                }
            }).isInstanceOf(IOException.class);
        }
        CommandResult created = command(gateway, "key", "create");
        assertThat(created.exitCode()).isEqualTo(1);
        assertThat(created.err()).hasLineCount(1).contains(
                "Nothing was changed, because it can't be audited: The disk of the store is full");
        CommandResult status = command(gateway, "status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.err()).contains("The disk of the store is full");
        assertThat(status.out()).contains("free on its disk");
        assertThat(gateway.log()).contains("The disk of the store is full; nothing was stored.");
        CommandResult verified = command(gateway, "audit", "verify");
        assertThat(verified.exitCode()).as("verifying is audited too").isEqualTo(1);
    }

    private void everythingAcknowledgedIsThere(GatewayProcess gateway, Path client)
            throws IOException {
        assertThat(acknowledged).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
            for (String id : acknowledged) {
                byte[] answer = connection
                        .exchange(Requests.ofObject(Operation.GET_ATTRIBUTES, id));
                assertThat(status(answer)).as(id).isEqualTo(ResultStatus.SUCCESS.code());
            }
        }
        CommandResult verified = command(gateway, "audit", "verify", "--output", "json");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
        assertThat(new JsonObject(verified.out()).getBoolean("intact")).isTrue();
    }

    private static CommandResult command(GatewayProcess gateway, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", gateway.home().toString()));
        return GatewayProcess.command(all.toArray(String[]::new));
    }

    private static int status(byte[] answer) {
        return Requests.enumeration(answer, Tag.RESULT_STATUS);
    }
}
