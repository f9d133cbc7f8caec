package io.sallyport.samples.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.samples.gateway.LiveGateway;
import io.sallyport.samples.quickstart.database.FileScan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A real H2, the key commands as processes, and a real gateway. */
class H2SampleTest {
    private static final int ROWS = 200;
    private static final String MARKER = "a row of the table orders";

    @TempDir
    static Path gatewayFolder;
    static LiveGateway gateway;

    @TempDir
    Path folder;
    private EncryptedDatabase database;
    private String first;
    private String second;
    private String firstId;

    @BeforeAll
    static void startGateway() throws Exception {
        gateway = LiveGateway.start(gatewayFolder);
        gateway.enrol("h2", "orders");
        gateway.enrol("stranger", "other");
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    @BeforeEach
    void createDatabase(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName();
        first = name + ".1";
        second = name + ".2";
        firstId = gateway.makeKey("h2", first);
        gateway.makeKey("h2", second);
        database = new EncryptedDatabase(folder.resolve("orders"), as("h2"));
        try (Connection created = database.create(first)) {
            assertThat(H2Sample.fill(created)).isEqualTo(ROWS);
        }
    }

    private static KeyCommand as(String client) {
        return new KeyCommand(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path", ""), "io.sallyport.keycommand.Main"),
                Map.of("SALLYPORT_SERVER", gateway.server(), "SALLYPORT_CLIENT",
                        gateway.identity(client).toString()));
    }

    private static void hasAllRows(EncryptedDatabase database) throws Exception {
        try (Connection opened = database.open()) {
            assertThat(H2Sample.count(opened)).isEqualTo(ROWS);
        }
    }

    /** Copies the database and its key file. */
    private EncryptedDatabase backup(String name) throws IOException {
        for (String ending : List.of(".mv.db", ".key")) {
            Files.copy(folder.resolve("orders" + ending), folder.resolve(name + ending));
        }
        return new EncryptedDatabase(folder.resolve(name), as("h2"));
    }

    @Test
    void filesShowNoRowAndTheDatabaseOpensAgain() throws Exception {
        assertThat(FileScan.of(folder, MARKER).hits()).isZero();
        Path plain = Files.createDirectory(folder.resolve("plain"));
        try (Connection clear = DriverManager.getConnection("jdbc:h2:file:"
                + plain.resolve("orders"))) {
            assertThat(H2Sample.fill(clear)).isEqualTo(ROWS);
        }
        assertThat(FileScan.of(plain, MARKER).hits()).isGreaterThanOrEqualTo(ROWS);
        hasAllRows(database);
    }

    @Test
    void withoutTheGatewayAnOpenDatabaseGoesOnAndNoneIsOpened() throws Exception {
        try (Connection opened = database.open()) {
            gateway.stop();
            assertThat(H2Sample.count(opened)).isEqualTo(ROWS);
        }
        try {
            assertThatThrownBy(database::open).isInstanceOf(IOException.class)
                    .hasMessageStartingWith("sallyport: ")
                    .hasMessageContaining("No server could be reached");
            EncryptedDatabase other = new EncryptedDatabase(folder.resolve("other"), as("h2"));
            assertThatThrownBy(() -> other.create(first)).isInstanceOf(IOException.class)
                    .hasMessageContaining("No server could be reached");
            assertThat(folder).isDirectoryNotContaining("glob:**other*");
        } finally {
            gateway.startAgain();
        }
        hasAllRows(database);
    }

    @Test
    void anotherPartitionOpensNothingAndAnotherPasswordNeither() throws Exception {
        EncryptedDatabase asStranger = new EncryptedDatabase(folder.resolve("orders"),
                as("stranger"));
        assertThatThrownBy(asStranger::open).isInstanceOf(IOException.class)
                .hasMessageContaining("did not unwrap the input");
        assertThatThrownBy(() -> asStranger.wrapAnew(first)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> asStranger.changePassword(first))
                .isInstanceOf(IOException.class);

        EncryptedDatabase other = new EncryptedDatabase(folder.resolve("other"), as("h2"));
        other.create(first).close();
        Files.copy(other.keyFile(), folder.resolve("stolen.key"));
        Files.copy(folder.resolve("orders.mv.db"), folder.resolve("stolen.mv.db"));
        assertThatThrownBy(new EncryptedDatabase(folder.resolve("stolen"), as("h2"))::open)
                .isInstanceOf(SQLException.class);
        hasAllRows(database);
    }

    @Test
    void aNewKeyAndANewPasswordAreTakenAndAnInterruptedChangeIsFinished() throws Exception {
        byte[] content = Files.readAllBytes(folder.resolve("orders.mv.db"));
        byte[] wrapped = Files.readAllBytes(database.keyFile());
        database.wrapAnew(second);
        assertThat(Files.readAllBytes(database.keyFile())).isNotEqualTo(wrapped);
        assertThat(folder.resolve("orders.mv.db")).hasBinaryContent(content);
        try (KmipClient client = gateway.kmip("h2")) {
            client.revoke(firstId, RevocationReasonCode.SUPERSEDED, null);
            client.destroy(firstId);
        }
        hasAllRows(database);

        EncryptedDatabase before = backup("before");
        database.changePassword(second);
        hasAllRows(database);
        Files.copy(before.keyFile(), folder.resolve("mixed.key"));
        Files.copy(folder.resolve("orders.mv.db"), folder.resolve("mixed.mv.db"));
        assertThatThrownBy(new EncryptedDatabase(folder.resolve("mixed"), as("h2"))::open)
                .isInstanceOf(SQLException.class);

        Files.copy(database.keyFile(), folder.resolve("mixed.key.new"));
        hasAllRows(new EncryptedDatabase(folder.resolve("mixed"), as("h2")));
        Files.copy(database.keyFile(), folder.resolve("before.key.new"));
        hasAllRows(before);
        assertThat(folder).isDirectoryNotContaining("glob:**.key.new");
    }

    @Test
    void anOldBackupOpensUntilItsKeyIsDestroyed() throws Exception {
        EncryptedDatabase backup = backup("backup");
        database.wrapAnew(second);
        database.changePassword(second);
        hasAllRows(backup);
        try (KmipClient client = gateway.kmip("h2")) {
            client.revoke(firstId, RevocationReasonCode.SUPERSEDED, null);
        }
        hasAllRows(backup);
        gateway.run("key", "destroy", firstId, "--partition", "orders");
        assertThatThrownBy(backup::open).isInstanceOf(IOException.class)
                .hasMessageContaining("did not unwrap the input");
        hasAllRows(database);
    }

    @Test
    void theCommandsOfTheSampleAreThese() throws Exception {
        String name = folder.resolve("sample").toString();
        assertThat(sample("create", name, first)).isEqualTo("200 rows written\n");
        assertThat(sample("count", name)).isEqualTo("200 rows\n");
        assertThat(sample("wrap-anew", name, second)).isEmpty();
        assertThat(sample("change-password", name, second)).isEmpty();
        assertThat(sample("count", name)).isEqualTo("200 rows\n");
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(errors, true, StandardCharsets.UTF_8);
        assertThat(H2Sample.run(as("h2"), stream, stream, "create", name, first)).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("exists already");
        assertThat(H2Sample.run(as("h2"), stream, stream, "drop", name, first)).isEqualTo(2);
        assertThat(H2Sample.run(as("h2"), stream, stream, "count")).isEqualTo(2);
    }

    private static String sample(String... words) throws InterruptedException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = H2Sample.run(as("h2"), stream, stream, words);
        String text = printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertThat(code).as(text).isZero();
        return text;
    }
}
