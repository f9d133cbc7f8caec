package io.sallyport.samples.keycommands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.cli.Main;
import io.sallyport.kmip.client.ClearBytes;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.message.payload.ReKey;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.samples.keycommands.Shell.Ended;
import io.sallyport.samples.quickstart.Children;
import io.sallyport.samples.quickstart.Sallyport;
import io.sallyport.samples.quickstart.Sallyport.RunningGateway;

/** What EDB Postgres and CYBERTEC PostgreSQL have a shell do, done with our commands. */
class KeyCommandsTest {
    private static final int ENCRYPTS = CryptographicUsageMask.ENCRYPT
            | CryptographicUsageMask.DECRYPT;

    /** With the bytes that shells and text streams like to change. */
    private static final byte[] DATABASE_KEY = HexFormat.of()
            .parseHex("00ff0a0d1a80000102030405060708090a0b0c0d0e0f10111213141516171a0d0a00");

    private static final Children CHILDREN = new Children();

    @TempDir
    static Path folder;
    static Sallyport sallyport;
    static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        sallyport = new Sallyport(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path", ""), Main.class.getName()),
                folder.resolve("home"), folder, CHILDREN);
        sallyport.run("init", "--auto-unseal", "file");
        gateway = sallyport.serve(0);
        sallyport.run("client", "add", "edb", "--out", client("edb").toString());
        sallyport.run("client", "add", "other", "--partition", "other", "--out",
                client("other").toString());
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            gateway.stop();
        } finally {
            CHILDREN.endAll();
        }
    }

    private static Path client(String name) {
        return folder.resolve("client-" + name);
    }

    private static Shell as(String client) {
        return new Shell(Map.of("SALLYPORT_SERVER", "localhost:" + gateway.kmip().getPort(),
                "SALLYPORT_CLIENT", client(client).toString()));
    }

    private static KmipClient kmip() throws Exception {
        Path files = client("edb");
        return new KmipClient(KmipClientConfig.of("localhost", gateway.kmip().getPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem"))));
    }

    private static String makeKey(String name) throws Exception {
        try (KmipClient client = kmip()) {
            String id = client.create(CryptographicAlgorithm.AES, 256, ENCRYPTS,
                    Attribute.name(name));
            client.activate(id);
            return id;
        }
    }

    private static byte[] succeeded(Ended ended) {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        return ended.out().toByteArray();
    }

    private static void refused(Ended ended, String reason) {
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out().toByteArray()).isEmpty();
        assertThat(ended.err()).startsWith("sallyport: ").contains(reason).hasLineCount(1);
    }

    /** {@code initdb --key-wrap-command}, a server that starts, and a new wrapping key. */
    @Test
    void wrappedKeyIsReadAtEveryStartAndAfterTheWrappingKeyWasReplaced() throws Exception {
        String first = makeKey("edb.main");
        Path file = folder.resolve("key.bin");
        succeeded(as("edb").run("sallyport wrap --key edb.main > " + file, DATABASE_KEY));
        byte[] old = Files.readAllBytes(file);
        assertThat(HexFormat.of().formatHex(old))
                .doesNotContain(HexFormat.of().formatHex(DATABASE_KEY));
        assertThat(succeeded(as("edb").run("cat " + file + " | sallyport unwrap | cat")))
                .isEqualTo(DATABASE_KEY);

        try (KmipClient client = kmip()) {
            client.call(new ReKey.Request(UniqueIdentifier.of(first), null, AttributeList.of(),
                    List.of()), ReKey.Response.class);
            client.revoke(first, RevocationReasonCode.SUPERSEDED, null);
        }
        succeeded(as("edb").run("sallyport unwrap --in " + file
                + " | sallyport wrap --key edb.main --out " + file));
        assertThat(Files.readAllBytes(file)).isNotEqualTo(old);
        assertThat(succeeded(as("edb").run("sallyport unwrap --in " + file)))
                .isEqualTo(DATABASE_KEY);
        Path backup = Files.write(folder.resolve("key.bin.old"), old);
        assertThat(succeeded(as("edb").run("sallyport unwrap < " + backup)))
                .isEqualTo(DATABASE_KEY);
    }

    /** {@code encryption_key_command}: digits and the end of a line. */
    @Test
    void keyIsPrintedAsDigits() throws Exception {
        String id = makeKey("cybertec.main");
        try (KmipClient client = kmip(); ClearBytes key = client.get(id)) {
            String digits = HexFormat.of().formatHex(key.array());
            assertThat(succeeded(as("edb").run("sallyport getkey --key cybertec.main")))
                    .asString(StandardCharsets.US_ASCII).hasSize(65).isEqualTo(digits + "\n");
            assertThat(succeeded(
                    as("edb").run("sallyport getkey --key cybertec.main --format raw")))
                    .isEqualTo(key.array());
        }
    }

    @Test
    void anotherPartitionGetsNothing() throws Exception {
        makeKey("mine");
        byte[] file = succeeded(as("edb").run("sallyport wrap --key mine", DATABASE_KEY));
        refused(as("other").run("sallyport unwrap", file), "did not unwrap the input");
        refused(as("other").run("sallyport getkey --key mine"), "no active key 'mine'");
        refused(as("other").run("sallyport wrap --key mine", DATABASE_KEY),
                "no active key 'mine'");
    }

    @Test
    void changedFileIsRefusedAndAPipeOfTwoFails() throws Exception {
        makeKey("whole");
        byte[] file = succeeded(as("edb").run("sallyport wrap --key whole", DATABASE_KEY));
        file[file.length - 1] ^= 1;
        refused(as("edb").run("sallyport unwrap | cat", file), "did not unwrap the input");
        refused(as("edb").run("sallyport unwrap | cat", DATABASE_KEY),
                "not written by 'sallyport wrap'");
        refused(as("edb").run("sallyport wrap --key whole | cat"), "The input is empty");
    }

    @Test
    void withoutAGatewayNothingIsWrittenAndTheOldFileStays() throws Exception {
        Path file = Files.writeString(folder.resolve("kept"), "as it was");
        Shell down = new Shell(Map.of("SALLYPORT_SERVER", "localhost:1", "SALLYPORT_CLIENT",
                client("edb").toString()));
        refused(down.run("sallyport wrap --key any --out " + file, DATABASE_KEY),
                "No server could be reached");
        assertThat(file).hasContent("as it was");
        refused(down.run("sallyport getkey --key any | cat"), "No server could be reached");
    }

    @Test
    void theSecondOfTwoGatewaysIsAskedIfTheFirstIsGone() throws Exception {
        makeKey("two");
        Ended ended = as("edb").run("SALLYPORT_SERVER=localhost:1,$SALLYPORT_SERVER sallyport"
                + " wrap --key two | sallyport unwrap", DATABASE_KEY);
        assertThat(succeeded(ended)).isEqualTo(DATABASE_KEY);
    }

    @Test
    void closedReaderIsAFailureAndWrongUsageIsTwo() throws Exception {
        makeKey("pipe");
        Ended closed = as("edb").run("sallyport getkey --key pipe >&-");
        assertThat(closed.exitCode()).isEqualTo(1);
        assertThat(closed.err()).contains("can't be written");
        Ended wrong = as("edb").run("sallyport wrap");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--key").hasLineCount(1);
    }

    @Test
    void serverOfAnotherAuthorityIsNotTrusted() throws IOException, InterruptedException {
        Sallyport stranger = new Sallyport(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path", ""), Main.class.getName()),
                folder.resolve("stranger"), folder, CHILDREN);
        stranger.run("init", "--auto-unseal", "file");
        stranger.run("client", "add", "edb", "--out", client("stranger").toString());
        refused(as("stranger").run("sallyport getkey --key any"), "No server could be reached");
    }

    /** samples/key-commands, with a command that it finds by SALLYPORT. */
    @Test
    void theSampleScriptWrapsUnwrapsAndWrapsAnew() throws Exception {
        makeKey("sample");
        Path script = Path.of(System.getProperty("sallyport.root", ""),
                "samples/key-commands/wrapped-key.sh");
        Path file = folder.resolve("sample.key");
        String line = "export -f sallyport\n" + "'" + script + "' ";
        assertThat(succeeded(as("edb").run(line + "sample '" + file + "'")))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("""
                        wrapped, unwrapped and wrapped anew: the same key
                        getkey printed 64 digits
                        """);
        byte[] wrapped = Files.readAllBytes(file);
        Ended again = as("edb").run(line + "sample '" + file + "'");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("exists already");
        assertThat(file).hasBinaryContent(wrapped);

        Path none = folder.resolve("none.key");
        Ended missing = as("edb").run(line + "no-such-key '" + none + "'");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("no active key 'no-such-key'");
        assertThat(none).doesNotExist();
    }
}
