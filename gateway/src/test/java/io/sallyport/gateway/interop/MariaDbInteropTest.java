package io.sallyport.gateway.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.interop.MariaDbSnapshot.Kind;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;

/**
 * Debian's MariaDB with its HashiCorp key plugin, unmodified: tables, logs and backups under keys
 * that it reads over {@code /v1}. Every test has a server and a mount of its own.
 */
@Tag("interop")
class MariaDbInteropTest {
    private static final Path SAMPLE = Path.of("../samples/mariadb");
    private static final int TABLES = 10;
    private static final int ROWS = 200;
    private static final Duration ADOPTED = Duration.ofMinutes(2);

    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static Path authority;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(MariaDbServer.isInstalled(),
                "skipped: mariadb-server, mariadb-plugin-hashicorp-key-management and"
                        + " mariadb-backup are not installed");
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
        authority = Files.copy(gateway.addClient("ca").resolve("ca.pem"),
                folder.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(authority, PosixFilePermissions.fromString("rw-r--r--"));
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    private static void command(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", gateway.home().toString()));
        CommandResult result = GatewayProcess.command(all.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    /** A token that reads one mount, in a file. */
    private static Path token(String name, String mount) {
        Path file = folder.resolve(name + ".token");
        command("token", "create", name, "--mount", mount, "--read-only", "--out",
                file.toString());
        return file;
    }

    /** The settings of samples/mariadb, for a mount. */
    private static List<String> settings(String mount) throws IOException {
        return Files.readString(SAMPLE.resolve("sallyport.cnf"))
                .replace("https://kms.example.com:8443/v1/orders",
                        "https://localhost:" + gateway.httpsPort() + "/v1/" + mount)
                .replace("/etc/mysql/sallyport/ca.pem", authority.toString()).lines().toList();
    }

    /** A server whose key 1 is in a mount of this name, and which serves. */
    private static MariaDbServer serverWithKey(String mount) throws Exception {
        command("key", "create", "--vault-path", mount + "/1", "--vault-shape", "mariadb");
        MariaDbServer server = MariaDbServer.install(folder.resolve("server-" + mount),
                settings(mount), token(mount, mount));
        starts(server);
        server.sql("CREATE DATABASE bank;");
        return server;
    }

    private static void starts(MariaDbServer server) throws IOException {
        assertThat(server.start()).as(server.log()).isTrue();
    }

    private static void refusesToStart(MariaDbServer server, String why) throws IOException {
        int before = server.log().length();
        assertThat(server.start()).as(server.log()).isFalse();
        assertThat(server.log().substring(before)).contains(why);
    }

    private static String table(String name, String marker, String options) {
        return "CREATE TABLE bank." + name + " (id INT PRIMARY KEY, text VARCHAR(200)) ENGINE="
                + options + ";\nINSERT INTO bank." + name + " SELECT seq, '" + marker
                + "' FROM bank.seq_1_to_" + ROWS + ";\n";
    }

    private static void hasRows(MariaDbServer server, String name, String marker)
            throws Exception {
        assertThat(server.sql("SELECT COUNT(*) FROM bank." + name + " WHERE text = '" + marker
                + "';")).isEqualTo(String.valueOf(ROWS));
    }

    private static void rotate(String mount) {
        command("key", "rotate", "--vault-path", mount + "/1");
    }

    /** What the encrypted tablespaces say of themselves. */
    private static int tablespaces(MariaDbServer server, String what) throws Exception {
        return Integer.parseInt(server.sql("SELECT " + what
                + " FROM information_schema.innodb_tablespaces_encryption"
                + " WHERE encryption_scheme = 1;"));
    }

    /** Lets the server look for new versions at once, and waits until no page is under an old. */
    private static void adopts(MariaDbServer server, int version) throws Exception {
        server.sql("SET GLOBAL hashicorp_key_management_cache_version_timeout = 0;");
        await().atMost(ADOPTED).untilAsserted(
                () -> assertThat(tablespaces(server, "MIN(min_key_version)")).isEqualTo(version));
        server.sql("SET GLOBAL hashicorp_key_management_cache_version_timeout = 60000;");
        assertThat(tablespaces(server, "MAX(current_key_version)")).isEqualTo(version);
    }

    @Test
    void filesHoldNothingOfEncryptedTables() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        String control = "control-" + UUID.randomUUID();
        try (MariaDbServer server = serverWithKey("tables")) {
            for (int i = 1; i <= TABLES; i++) {
                server.sql(table("secret" + i, marker, i % 5 == 0 ? "Aria"
                        : "InnoDB"
                                + " ENCRYPTED=YES"));
            }
            server.sql(table("control", control, "InnoDB ENCRYPTED=NO"));
            server.stop();
            long plain = server.markers(control, true, "/control.ibd");
            long tables = server.markers(marker, true, ".ibd", ".MAD", ".MAI");
            long others = server.markers(marker, false, ".ibd", ".MAD", ".MAI");
            System.out.println("MariaDB: markers of " + TABLES + " tables on the disk: tables "
                    + tables + ", logs and all other files " + others + "; of the control table "
                    + plain);
            assertThat(plain).isEqualTo(ROWS);
            assertThat(tables).isZero();
            assertThat(others).isZero();
            assertThat(server.markers(control, false, "/control.ibd")).isZero();
            starts(server);
            for (int i = 1; i <= TABLES; i++) {
                hasRows(server, "secret" + i, marker);
            }
        }
    }

    /**
     * What is on the disk only while a session is open. The log of crash-safe Aria tables is the
     * one place that MariaDB leaves in clear, which docs/databases/mariadb.md says.
     */
    @Test
    void aRunningServerShowsRowsInTheAriaLogAlone() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        List<String> small = List.of("innodb-buffer-pool-size = 8M", "binlog-cache-size = 4096",
                "aria-pagecache-buffer-size = 1M", "binlog-format = ROW");
        List<String> clear = new ArrayList<>(settings("running").stream()
                .filter(line -> !line.contains("hashicorp") && !line.contains("encrypt")).toList());
        clear.addAll(small);
        try (MariaDbServer encrypted = serverWithKey("running");
                MariaDbServer control = MariaDbServer.install(folder.resolve("server-control"),
                        clear, folder.resolve("running.token"))) {
            List<String> same = new ArrayList<>(settings("running"));
            same.addAll(small);
            encrypted.stop();
            encrypted.configure(same, folder.resolve("running.token"));
            starts(encrypted);
            starts(control);
            control.sql("CREATE DATABASE bank;");
            Map<Kind, Long> shown = encrypted.snapshotAfter(work(marker)).markers(marker);
            Map<Kind, Long> ofControl = control.snapshotAfter(work(marker)).markers(marker);
            System.out.println("MariaDB: markers while a session is open: " + shown
                    + "; without encryption: " + ofControl);
            assertThat(ofControl.values()).allMatch(found -> found > 0);
            assertThat(shown.remove(Kind.ARIA_LOG)).isEqualTo(1);
            assertThat(shown.values()).containsOnly(0L);
        }
    }

    /** One row for the Aria log, and more for everything else than fits into memory. */
    private static String work(String marker) {
        String row = " SELECT seq, CONCAT('" + marker + "', REPEAT('x', 3500)) FROM seq_1_to_";
        String columns = " (id INT PRIMARY KEY, text VARCHAR(4000)) ENGINE=";
        return "USE bank;\n" + """
                CREATE TABLE crashsafe (id INT PRIMARY KEY, text VARCHAR(200)) ENGINE=Aria;
                INSERT INTO crashsafe VALUES (1, 'the first row, which is not logged');
                INSERT INTO crashsafe VALUES (2, '%1$s');
                CREATE TABLE fast (id INT PRIMARY KEY, text VARCHAR(200)) ENGINE=Aria
                    TRANSACTIONAL=0;
                INSERT INTO fast VALUES (1, 'first');
                INSERT INTO fast VALUES (2, '%1$s');
                FLUSH TABLES;
                CREATE TABLE logged (id INT PRIMARY KEY, text VARCHAR(4000)) ENGINE=InnoDB;
                INSERT INTO logged VALUES (1, '%1$s');
                CREATE TEMPORARY TABLE innodb%3$sInnoDB;
                INSERT INTO innodb%2$s6000;
                CREATE TEMPORARY TABLE aria%3$sAria;
                INSERT INTO aria%2$s2000;
                BEGIN;
                INSERT INTO logged%2$s500 WHERE seq > 1;
                """.formatted(marker, row, columns);
    }

    @Test
    void everyTablespaceAdoptsTheNewVersionAndOldOnesAreStillRead() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        try (MariaDbServer server = serverWithKey("rotated")) {
            for (int i = 1; i <= TABLES; i++) {
                server.sql(table("secret" + i, marker, "InnoDB ENCRYPTED=YES"));
            }
            // A page is encrypted anew once it is more than rotate-key-age versions behind.
            assertThat(tablespaces(server, "MAX(current_key_version)")).isEqualTo(1);
            rotate("rotated");
            rotate("rotated");
            rotate("rotated");
            adopts(server, 4);
            int all = tablespaces(server, "COUNT(*)");
            int adopted = tablespaces(server, "COUNT(IF(min_key_version = 4, 1, NULL))");
            System.out.println("MariaDB: tablespaces on version 4: " + adopted + " of " + all);
            assertThat(adopted).isEqualTo(all).isGreaterThanOrEqualTo(TABLES);
            server.stop();
            starts(server);
            for (int i = 1; i <= TABLES; i++) {
                hasRows(server, "secret" + i, marker);
            }
            assertThat(tablespaces(server, "MIN(min_key_version)")).isEqualTo(4);
        }
    }

    @Test
    void withoutTheGatewayARunningServerGoesOnAndNoneStarts() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        try (MariaDbServer server = serverWithKey("outage")) {
            server.sql(table("before", marker, "InnoDB ENCRYPTED=YES"));
            assertThat(gateway.stop()).isZero();
            try {
                hasRows(server, "before", marker);
                server.sql(table("during", marker, "InnoDB ENCRYPTED=YES"));
                hasRows(server, "during", marker);
                server.stop();
                refusesToStart(server, "Failed to connect");
            } finally {
                gateway.start();
            }
            starts(server);
            hasRows(server, "before", marker);
            hasRows(server, "during", marker);
        }
    }

    @Test
    void aTokenThatIsWrongRevokedOrOfAnotherMountGivesNoKey() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        try (MariaDbServer server = serverWithKey("tokens")) {
            server.sql(table("secret", marker, "InnoDB ENCRYPTED=YES"));
            server.stop();
            Path good = token("tokens-again", "tokens");
            Path garbled = Files.writeString(folder.resolve("garbled.token"),
                    Files.readString(good).substring(0, 40) + "AAAAAA");
            server.configure(settings("tokens"), garbled);
            refusesToStart(server, "403");
            server.configure(settings("tokens"), token("elsewhere", "elsewhere"));
            refusesToStart(server, "403");
            server.configure(settings("tokens"), good);
            starts(server);
            hasRows(server, "secret", marker);
            server.stop();
            command("token", "revoke", "tokens-again");
            refusesToStart(server, "403");
        }
    }

    @Test
    void otherKeyBytesAndNoKeyAtAllAreRefusedAndHarmNothing() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        try (MariaDbServer server = serverWithKey("bytes")) {
            server.sql(table("secret", marker, "InnoDB ENCRYPTED=YES"));
            assertThat(server.refused("CREATE TABLE bank.nokey (id INT) ENGINE=InnoDB"
                    + " ENCRYPTED=YES ENCRYPTION_KEY_ID=77;")).contains("140");
            command("key", "create", "--vault-path", "bytes/77");
            server.sql("CREATE TABLE bank.nokey (id INT) ENGINE=InnoDB ENCRYPTED=YES"
                    + " ENCRYPTION_KEY_ID=77;");
            server.stop();
            command("key", "create", "--vault-path", "wrong/1");
            server.configure(settings("wrong"), token("wrong", "wrong"));
            refusesToStart(server, "Plugin initialization aborted");
            server.configure(settings("empty"), token("empty", "empty"));
            refusesToStart(server, "[ERROR]");
            server.configure(settings("bytes"), token("bytes-again", "bytes"));
            starts(server);
            hasRows(server, "secret", marker);
        }
    }

    @Test
    void anOldBackupIsRestoredAfterThreeRotations() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        try (MariaDbServer server = serverWithKey("backups")) {
            server.sql(table("secret", marker, "InnoDB ENCRYPTED=YES"));
            Path backup = folder.resolve("backup-data");
            server.backUp(backup);
            rotate("backups");
            rotate("backups");
            adopts(server, 3);
            rotate("backups");
            server.sql(table("later", marker, "InnoDB ENCRYPTED=YES"));
            server.sql("DROP TABLE bank.secret;");
            server.stop();
            server.prepare(backup);
            Path restored = folder.resolve("restored");
            Files.createDirectories(restored);
            Files.move(backup, restored.resolve("data"));
            try (MariaDbServer old = MariaDbServer.of(restored, restored.resolve("data"),
                    settings("backups"), token("backups-again", "backups"))) {
                starts(old);
                hasRows(old, "secret", marker);
                assertThat(old.refused("SELECT COUNT(*) FROM bank.later;")).contains("1146");
            }
            starts(server);
            hasRows(server, "later", marker);
        }
    }

    /** What a reader of docs/databases/mariadb.md runs. */
    @Test
    void theSampleRuns() throws Exception {
        Path launcher = Files.writeString(folder.resolve("sallyport"), """
                #!/bin/sh
                exec '%s/bin/java' --enable-native-access=ALL-UNNAMED -cp '%s' \
                    io.sallyport.gateway.cli.Main "$@"
                """.formatted(System.getProperty("java.home"),
                System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        try (Daemons shell = new Daemons(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            String printed = shell.run("env", "SALLYPORT=" + launcher,
                    SAMPLE.resolve("encrypted-tables.sh").toAbsolutePath().toString(),
                    gateway.home().toString(), "https://localhost:" + gateway.httpsPort(),
                    folder.resolve("sample").toString());
            assertThat(printed).contains("table secret that the disk shows: 0 of 200",
                    "table plain that the disk shows: 200 of 200", "rows after a restart: 200",
                    "not on version 3: 0", "rows after the rotation: 200");
        }
    }

    /** Printed for docs/databases/mariadb.md; nothing is asserted about time. */
    @Test
    void timesBesideAFileOfKeys() throws Exception {
        Path keys = folder.resolve("keys.txt");
        Files.writeString(keys, "1;" + "a7".repeat(32) + "\n");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        List<String> fromFile = new ArrayList<>(settings("times").stream()
                .filter(line -> !line.contains("hashicorp")).toList());
        fromFile.add("plugin-load-add = file_key_management.so");
        fromFile.add("file-key-management-filename = " + keys);
        try (MariaDbServer ours = serverWithKey("times");
                MariaDbServer theirs = MariaDbServer.install(folder.resolve("server-file"),
                        fromFile, folder.resolve("times.token"))) {
            starts(theirs);
            theirs.sql("CREATE DATABASE bank;");
            times("keys of the gateway", ours);
            times("keys in a file", theirs);
        }
    }

    private static void times(String what, MariaDbServer server) throws Exception {
        String creations = IntStream.range(0, 51).mapToObj(i -> "SET @start = SYSDATE(6);\n"
                + "CREATE TABLE bank.t" + i + " (id INT) ENGINE=InnoDB ENCRYPTED=YES;\n"
                + "SELECT TIMESTAMPDIFF(MICROSECOND, @start, SYSDATE(6));\n")
                .reduce("", String::concat);
        List<Long> created = server.sql(creations).lines().map(Long::valueOf).sorted().toList();
        List<Long> started = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            server.stop();
            long from = System.nanoTime();
            starts(server);
            started.add((System.nanoTime() - from) / 1_000_000);
        }
        started.sort(null);
        System.out.println("MariaDB, " + what + ": median start " + started.get(3)
                + " ms of 7, median CREATE TABLE " + created.get(25) / 1000.0 + " ms of 51");
    }
}
