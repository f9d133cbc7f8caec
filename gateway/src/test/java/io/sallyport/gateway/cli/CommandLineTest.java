package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a home on which no gateway runs. */
final class CommandLineTest {
    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static Path home = folder;

    @BeforeAll
    static void init() {
        home = folder.resolve("home");
        Ran ran = Ran.command("init", "--home", home, "--auto-unseal", "file", "--server-name",
                "kms.example.org");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
    }

    @Test
    void wrongUsageIsCodeTwoAndOneSentence() {
        for (Ran ran : new Ran[]{Ran.command(), Ran.command("fly"), Ran.command("client"),
                Ran.command("client", "add", "db", "--home", home),
                Ran.command("client", "add", "d b", "--home", home, "--out", folder.resolve("x")),
                Ran.command("client", "add", "db", "--home", home, "--out", folder.resolve("x"),
                        "--profile", "strict"),
                Ran.command("client", "add", "db", "--home", home, "--out", folder.resolve("x"),
                        "--san", "two words"),
                Ran.command("status", "--output", "xml"),
                Ran.command("init", "--home", folder.resolve("q"), "--server-name", "a b")}) {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).startsWith("sallyport: ").hasLineCount(1);
        }
    }

    @Test
    void aQuorumIsRefusedWithWhatIsPossible() {
        Path other = folder.resolve("quorum");
        Ran ran = Ran.command("init", "--home", other, "--threshold", 2, "--custodians", 3);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("use --auto-unseal file");
        assertThat(other).doesNotExist();
    }

    @Test
    void aHomeIsNotMadeTwice() {
        Ran ran = Ran.command("init", "--home", home);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("is a home already").hasLineCount(1);
    }

    @Test
    void withoutGatewayStatusSaysHowToStartOne() {
        Ran ran = Ran.command("status", "--home", home);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("No gateway runs on " + home).contains("sallyport serve");
    }

    @Test
    void clientsAreEnrolledAndRevokedWithoutGateway() {
        Path out = folder.resolve("db1");
        Ran added = Ran.command("client", "add", "db1", "--home", home, "--out", out,
                "--partition", "p1", "--profile", "oasis", "--san", "db1.example.org");
        assertThat(added.err()).isEmpty();
        assertThat(added.code()).isZero();
        assertThat(out.resolve("client-key.pem")).exists();

        Ran again = Ran.command("client", "add", "db1", "--home", home, "--out", out);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("exists and is not replaced");
        Path elsewhere = folder.resolve("db1-elsewhere");
        Ran foreign = Ran.command("client", "add", "db1", "--home", home, "--out", elsewhere);
        assertThat(foreign.code()).isEqualTo(1);
        assertThat(foreign.err()).contains("exists with another partition or profile");
        assertThat(elsewhere.resolve("client-key.pem")).doesNotExist();

        Ran listed = Ran.command("client", "list", "--home", home, "--output", "json");
        assertThat(listed.out()).contains("\"client\" : \"db1\"", "\"partition\" : \"p1\"",
                "\"profile\" : \"oasis\"");
        assertThat(Ran.command("client", "revoke", "db1", "--home", home).code()).isZero();
        assertThat(Ran.command("client", "list", "--home", home).out()).contains("revoked");
        Ran twice = Ran.command("client", "revoke", "db1", "--home", home);
        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.err()).contains("is revoked already");
        assertThat(Ran.command("client", "revoke", "nobody", "--home", home).err())
                .contains("There is no client 'nobody'");
        Ran audit = Ran.command("audit", "verify", "--home", home);
        assertThat(audit.code()).isZero();
        assertThat(audit.out()).startsWith("intact: ");
    }

    @Test
    void aPasswordMayComeFromAFileButNotFromNowhere() throws Exception {
        Path secret = folder.resolve("password");
        Files.writeString(secret, "s3cret\n");
        assertThat(Ran.command("client", "add", "db2", "--home", home, "--out",
                folder.resolve("db2"), "--p12-password", "file:" + secret).code()).isZero();
        Ran missing = Ran.command("client", "add", "db3", "--home", home, "--out",
                folder.resolve("db3"), "--p12-password", "env:SALLYPORT_NOT_SET");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("SALLYPORT_NOT_SET");
        assertThat(folder.resolve("db3").resolve("client-key.pem")).doesNotExist();
    }

    @Test
    void anAuditLogThatWasChangedIsNotIntact() throws Exception {
        Path other = folder.resolve("tampered");
        assertThat(Ran.command("init", "--home", other).code()).isZero();
        try (Connection store = DriverManager
                .getConnection("jdbc:sqlite:" + other.resolve("store/sallyport.db"));
                Statement statement = store.createStatement()) {
            statement.executeUpdate("UPDATE audit_bundle SET leaves = zeroblob(length(leaves))");
        }
        Ran ran = Ran.command("audit", "verify", "--home", other);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("audit log");
    }

    @Test
    void aHomeThatOthersCanReadIsNotServed() throws Exception {
        Path other = folder.resolve("open");
        assertThat(Ran.command("init", "--home", other).code()).isZero();
        Files.setPosixFilePermissions(other.resolve("ca/ca-key.pem"),
                PosixFilePermissions.fromString("rw-r--r--"));
        Ran ran = Ran.command("serve", "--home", other, "--kmip-port", 0, "--https-port", 0);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("chmod go-rwx").hasLineCount(1);
    }

    @Test
    void anotherDomainsStoreOrEngineIsRefused() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        assertThat(Ran.command("init", "--home", first).code()).isZero();
        assertThat(Ran.command("init", "--home", second).code()).isZero();
        for (String file : new String[]{"engine/sealed-state", "engine/auto-unseal.key"}) {
            Files.delete(first.resolve(file));
            Files.copy(second.resolve(file), first.resolve(file));
        }
        Ran engine = Ran.command("serve", "--home", first, "--kmip-port", 0, "--https-port", 0);
        assertThat(engine.code()).isEqualTo(1);
        assertThat(engine.out()).isEmpty();
        assertThat(engine.err()).contains("The engine's state belongs to the domain");
        Files.delete(second.resolve("store/sallyport.db"));
        Files.copy(first.resolve("store/sallyport.db"), second.resolve("store/sallyport.db"));
        Ran store = Ran.command("serve", "--home", second, "--kmip-port", 0, "--https-port", 0);
        assertThat(store.code()).isEqualTo(1);
        assertThat(store.err()).contains("belongs to the domain");
    }
}
