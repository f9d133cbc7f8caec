package io.sallyport.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;

/** Rows that somebody changed in SQLite, before the real engine. */
class ChangedRowTest {
    private static final String SOUND = "sound";

    @TempDir
    Path folder;

    /** How one row is changed, and by which identifier its key is then asked for. */
    private record Tampering(String change, boolean renamed) {}

    @Test
    void aRowWhoseBytesIdOrVersionWasChangedIsRefusedAndTheOthersAreServed() throws Exception {
        List<Tampering> all = List.of(new Tampering("version = version + 1", false),
                new Tampering("id = id || 'x'", true), new Tampering("blob = ?", false),
                new Tampering("blob = (SELECT blob FROM object WHERE id = '" + SOUND + "')",
                        false));
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            gateway.start();
            Path client = gateway.addClient("database");
            List<String> ids = new ArrayList<>();
            for (int i = 0; i <= all.size(); i++) {
                ids.add(create(gateway, client));
            }
            String sound = ids.removeLast();
            assertThat(gateway.stop()).isZero();
            for (int i = 0; i < ids.size(); i++) {
                change(gateway.home(), ids.get(i), all.get(i).change().replace(SOUND, sound));
            }
            gateway.start();
            for (int i = 0; i < ids.size(); i++) {
                String id = all.get(i).renamed() ? ids.get(i) + "x" : ids.get(i);
                byte[] answer = get(gateway, client, id);
                assertThat(Requests.enumeration(answer, Tag.RESULT_STATUS))
                        .as(all.get(i).change()).isEqualTo(ResultStatus.OPERATION_FAILED.code());
                assertThat(Requests.enumeration(answer, Tag.RESULT_REASON))
                        .as(all.get(i).change()).isEqualTo(ResultReason.GENERAL_FAILURE.code());
                assertThat(Requests.textOf(answer, Tag.RESULT_MESSAGE))
                        .isEqualTo("The stored object is not authentic.");
                assertThat(Requests.enumeration(get(gateway, client, sound), Tag.RESULT_STATUS))
                        .isEqualTo(ResultStatus.SUCCESS.code());
            }
            CommandResult verified = GatewayProcess.command("audit", "verify", "--home",
                    gateway.home().toString());
            assertThat(verified.exitCode()).as(verified.toString()).isZero();
        }
    }

    private static String create(GatewayProcess gateway, Path client) throws IOException {
        try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
            return Requests.textOf(connection.exchange(Requests.createKey()),
                    Tag.UNIQUE_IDENTIFIER);
        }
    }

    private static byte[] get(GatewayProcess gateway, Path client, String id)
            throws IOException {
        try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
            return connection.exchange(Requests.ofObject(Operation.GET, id));
        }
    }

    /** A parameter of the change is the row's own blob with one byte of its material changed. */
    private static void change(Path home, String id, String change) throws Exception {
        try (Connection store = DriverManager
                .getConnection("jdbc:sqlite:" + home.resolve("store/sallyport.db"));
                PreparedStatement update = store
                        .prepareStatement("UPDATE object SET " + change + " WHERE id = ?")) {
            int next = 1;
            if (change.contains("?")) {
                byte[] blob = blob(store, id);
                blob[blob.length - 20] ^= 1;
                update.setBytes(next++, blob);
            }
            update.setString(next, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static byte[] blob(Connection store, String id) throws Exception {
        try (PreparedStatement select = store
                .prepareStatement("SELECT blob FROM object WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getBytes(1);
            }
        }
    }
}
