package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.CanaryGateway;
import io.sallyport.gateway.CanaryGateway.Habit;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.HttpPeerConnection;
import io.sallyport.gateway.testing.HttpPeerConnection.Reply;
import io.sallyport.gateway.testing.RawConnection;
import io.vertx.core.json.JsonObject;

/** Searches the real gateway for secrets that passed through it in the KV 2 dialect. */
@Tag("chaos")
@Timeout(180)
class KvCanaryTest {
    private static final int ROUNDS = 4;
    private static final Duration ERASED_WITHIN = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final List<Needle> needles = new ArrayList<>();

    @BeforeAll
    static void memoryCanBeRead() {
        Assumptions.assumeTrue(MemoryScan.isPossible(), "skipped: no /proc");
    }

    /** The collector runs in each message: it is what brings copies to light. */
    @Test
    void nothingStays() throws Exception {
        try (GatewayProcess gateway = started(Habit.COLLECTS)) {
            traffic(gateway);
            await().atMost(ERASED_WITHIN)
                    .untilAsserted(() -> Verdict.nothing(MemoryScan.of(gateway.pid(), needles)));
            Verdict.nothing(FileScan.below(gateway.home(), needles));
            assertThat(gateway.stop()).isZero();
            Verdict.nothing(FileScan.rows(gateway.home().resolve("store/sallyport.db"), needles));
            System.out.println("Found nothing of " + needles.size()
                    + " forms of secrets that clients with a token wrote and read.");
        }
    }

    /** Without this, nothing found would mean nothing. */
    @Test
    void carelessCopiesAreFound() throws Exception {
        try (GatewayProcess gateway = started(Habit.KEEPS_COPIES)) {
            traffic(gateway);
            assertThat(MemoryScan.of(gateway.pid(), needles).whole())
                    .isGreaterThanOrEqualTo(ROUNDS);
        }
    }

    private GatewayProcess started(Habit habit) {
        GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))
                .servedBy(CanaryGateway.class);
        gateway.start("-Xms256m", "-Xmx256m", "-D" + CanaryGateway.HABIT + "=" + habit.name());
        return gateway;
    }

    private String command(GatewayProcess gateway, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", gateway.home().toString()));
        CommandResult result = GatewayProcess.command(all.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out();
    }

    private byte[] secret(String name) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        needles.addAll(Needle.formsOf(name, secret));
        return secret;
    }

    /** Writes, reads, is refused, breaks off; and reads a key that the engine made. */
    private void traffic(GatewayProcess gateway) throws Exception {
        Path ca = gateway.home().resolve("ca/ca.pem");
        Path file = folder.resolve("kv.token");
        command(gateway, "token", "create", "kv", "--mount", "kv", "--out", file.toString());
        String token = Files.readString(file);
        SSLContext tls = RawConnection.context(null, ca);
        try (HttpPeerConnection client = HttpPeerConnection.open(gateway.httpsPort(), tls)) {
            for (int round = 0; round < ROUNDS; round++) {
                wroteAndRead(client, token, "hex/" + round, "{\"data\":\""
                        + HexFormat.of().formatHex(secret("hexadecimal key")) + "\"}");
                wroteAndRead(client, token, "base/" + round, "{\"key\":\""
                        + Base64.getEncoder().encodeToString(secret("key in base64")) + "\"}");
                wroteAndRead(client, token, "document/" + round,
                        "{\"user\":\"app\",\"password\":[\"" + Base64.getEncoder()
                                .encodeToString(secret("document")) + "\"]}");
                assertThat(post(client, token, "hex/" + round, "{\"options\":{\"cas\":0},"
                        + document(secret("key that came late"))).status()).isEqualTo(400);
                assertThat(post(client, token, "bad",
                        "{" + document(secret("key in no JSON")) + "}").status()).isEqualTo(400);
                refused(gateway.httpsPort(), tls, token + "x");
            }
            command(gateway, "key", "create", "--vault-path", "kv/made");
            JsonObject made = new JsonObject(get(client, token, "made").text());
            needles.addAll(Needle.formsOf("key that was made", HexFormat.of().parseHex(
                    made.getJsonObject("data").getJsonObject("data").getString("data"))));
        }
        try (HttpPeerConnection half = HttpPeerConnection.open(gateway.httpsPort(), tls)) {
            String body = "{" + document(secret("key broken off"));
            half.send(head("POST", token, "half", body.length() + 100) + body);
        }
    }

    /** Whoever shows a wrong token is not listened to again on the same connection. */
    private void refused(int port, SSLContext tls, String token) throws Exception {
        try (HttpPeerConnection stranger = HttpPeerConnection.open(port, tls)) {
            assertThat(post(stranger, token, "bad",
                    "{" + document(secret("key without a token"))).status()).isEqualTo(403);
        }
    }

    private static String document(byte[] key) {
        return "\"data\":{\"data\":\"" + HexFormat.of().formatHex(key) + "\"}}";
    }

    private static void wroteAndRead(HttpPeerConnection client, String token, String key,
            String content) throws IOException {
        Reply written = post(client, token, key, "{\"data\":" + content + "}");
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(new JsonObject(get(client, token, key).text()).getJsonObject("data")
                .getJsonObject("data")).isEqualTo(new JsonObject(content));
    }

    private static Reply post(HttpPeerConnection client, String token, String key, String body)
            throws IOException {
        return client.send(head("POST", token, key, body.length()) + body).read();
    }

    private static Reply get(HttpPeerConnection client, String token, String key)
            throws IOException {
        return client.send(head("GET", token, key, 0)).read();
    }

    private static String head(String method, String token, String key, int length) {
        return method + " /v1/kv/data/" + key + " HTTP/1.1\r\nHost: localhost\r\nX-Vault-Token: "
                + token + "\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
