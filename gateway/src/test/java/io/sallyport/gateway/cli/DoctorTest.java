package io.sallyport.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.admin.RefusedConnection;
import io.sallyport.gateway.doctor.KeyUse;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.vertx.core.json.JsonObject;

/** Set-ups that are broken for real, a healthy one, and the command itself. */
final class DoctorTest {
    @TempDir
    private static Path folder = Path.of("set by JUnit");

    private static DoctorBench bench = DoctorBench.of(folder);

    @BeforeAll
    static void start() throws Exception {
        bench = DoctorBench.in(folder).start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void namesTheCauseOnTheDatabasesSide() {
        named("on the database's side", DatabaseSideCases.of(bench));
    }

    @Test
    void namesTheCauseOnTheGatewaysSide() {
        named("on the gateway's side", GatewaySideCases.of(bench));
    }

    @Test
    void namesWhatIsWrongWithKeys() {
        named("with keys and requests", KeyCases.of(bench));
    }

    @Test
    void namesWhatKeepsAGatewayFromServing() {
        named("with gateways of their own", StoppedCases.of(folder));
    }

    private static void named(String where, List<DoctorCase> cases) {
        List<String> wrong = new ArrayList<>();
        for (DoctorCase one : cases) {
            String verdict = one.verdict();
            if (!verdict.isEmpty()) {
                wrong.add(verdict);
            }
        }
        System.out.println("doctor: " + (cases.size() - wrong.size()) + " of " + cases.size()
                + " broken set-ups named " + where);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aHealthySetUpHasNoFinding() throws Exception {
        try (DoctorBench healthy = DoctorBench.in(folder.resolve("healthy")).start()) {
            try (KmipClient client = healthy.client(healthy.database())) {
                client.activate(client.create(CryptographicAlgorithm.AES, 256,
                        CryptographicUsageMask.ENCRYPT | CryptographicUsageMask.DECRYPT,
                        Attribute.name("tde")));
            }
            assertThat(healthy.fromGateway("database", Instant.EPOCH).findings()).isEmpty();
            for (KeyUse use : KeyUse.values()) {
                assertThat(healthy.fromDatabase(healthy.database(),
                        DoctorBench.patient().about("tde", use)).findings()).isEmpty();
            }
            Ran ran = Ran.command("doctor", healthy.target(), "--files", healthy.database(),
                    "--p12-password", "changeit", "--key", "tde", "--home", healthy.home(),
                    "--client", "database", "--output", "json");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.code()).isZero();
            JsonObject report = new JsonObject(ran.out());
            assertThat(report.getBoolean("healthy")).isTrue();
            assertThat(report.getJsonArray("facts")).isNotEmpty();
        }
    }

    @Test
    void theCommandSaysCauseAndFixAndEndsWithOne() {
        Ran text = Ran.command("doctor", "127.0.0.1:" + bench.gateway().httpsPort(), "--files",
                bench.database());
        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out()).contains("ERROR https-port").contains("    Fix: Set the port");
        assertThat(text.err()).isEqualToIgnoringNewLines(
                "sallyport: 1 errors and 0 warnings were found.");
        Ran json = Ran.command("doctor", "127.0.0.1:" + bench.gateway().httpsPort(), "--files",
                bench.database(), "--output", "json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(new JsonObject(json.out()).getJsonArray("findings").getJsonObject(0)
                .getString("code")).isEqualTo("https-port");
    }

    @Test
    void wrongUsageIsCodeTwo() {
        for (Ran ran : new Ran[]{Ran.command("doctor", "host"),
                Ran.command("doctor", "127.0.0.1:5696"),
                Ran.command("doctor", "127.0.0.1:99999", "--files", folder),
                Ran.command("doctor", "--files", folder), Ran.command("doctor", "--key", "k"),
                Ran.command("doctor", "h:1", "--files", folder.resolve("none")),
                Ran.command("doctor", "h:1", "--files", folder, "--kmip-version", "x"),
                Ran.command("doctor", "--since", "soon")}) {
            assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
            assertThat(ran.err()).startsWith("sallyport: ").hasLineCount(1);
        }
    }

    @Test
    void whatStrangersChoseIsPrintedEscaped() throws Exception {
        Identity hostile = bench.files().authority(Instant.now())
                .issueClient("red\u001B[31m\u202Etext", List.of(), Duration.ofDays(90));
        Path files = bench.files().write("hostile", hostile, bench.files()
                .authority(Instant.now()).certificate());
        try (FakeServer shouting = FakeServer.greeting("\u001B]0;owned\u0007\r\n")) {
            for (int port : new int[]{bench.gateway().kmipPort(), shouting.port()}) {
                for (String form : new String[]{"table", "json"}) {
                    Ran ran = Ran.command("doctor", "127.0.0.1:" + port, "--files", files,
                            "--output", form);
                    assertThat(ran.code()).isEqualTo(1);
                    assertThat(ran.out()).doesNotContain("\u001B", "\u0007", "\u202E", "\\u001b");
                }
            }
        }
        Ran seen = Ran.command("doctor", "--home", bench.home());
        assertThat(seen.out()).contains("saw-unknown", "\\u{1B}[31m").doesNotContain("\u001B");
    }

    @Test
    void aFloodOfFailingHandshakesKeepsTheHistoryBounded() throws Exception {
        byte[] noise = "\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 200; i++) {
            InetAddress from = InetAddress.getByAddress(new byte[]{127, 0, 7, (byte) i});
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(),
                    bench.gateway().kmipPort(), from, 0)) {
                socket.getOutputStream().write(noise);
                socket.getInputStream().readAllBytes();
            }
        }
        await().until(() -> ofFlood().stream()
                .anyMatch(one -> one.peer().address().equals("127.0.7.199")));
        assertThat(ofFlood()).hasSizeBetween(1, 32).allMatch(one -> one.peer().count() == 1);
    }

    private static List<RefusedConnection> ofFlood() throws Exception {
        return OperatorAccess.required(Home.open(bench.home())).refusedConnections().stream()
                .filter(one -> one.peer().address().startsWith("127.0.7.")).toList();
    }
}
