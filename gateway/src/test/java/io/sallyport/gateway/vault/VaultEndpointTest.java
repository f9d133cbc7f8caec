package io.sallyport.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.vault.KvClient.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The dialect through TLS, with a gateway and an engine of their own. */
class VaultEndpointTest {
    private static final String HEX =
            "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String BASE_64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static Path ca;
    static KvClient client;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
        ca = gateway.addClient("someone").resolve("ca.pem");
        client = new KvClient(gateway.httpsPort(), ca,
                token("writer", "--mount", "kv", "--mount", "deep/mount"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static CommandResult command(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", gateway.home().toString()));
        return GatewayProcess.command(all.toArray(String[]::new));
    }

    private static String token(String name, String... options) throws IOException {
        Path file = folder.resolve(name + ".token");
        List<String> words = new ArrayList<>(
                List.of("token", "create", name, "--out", file.toString()));
        words.addAll(List.of(options));
        CommandResult made = command(words.toArray(String[]::new));
        assertThat(made.exitCode()).as(made.toString()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String token = Files.readString(file);
        assertThat(token).matches("sp\\.[A-Za-z0-9_-]{43}");
        assertThat(made.out() + made.err()).doesNotContain(token);
        return token;
    }

    private static KvClient with(String token) throws Exception {
        return new KvClient(gateway.httpsPort(), ca, token);
    }

    private static String document(String content) {
        return "{\"data\":" + content + "}";
    }

    private static void refused(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    }

    @Test
    void eachClientReadsWhatItWrote() throws Exception {
        int number = 0;
        for (String content : List.of("{\"data\":\"" + HEX + "\"}",
                "{\"key\":\"" + BASE_64 + "\"}",
                "{\"type\":\"AES\",\"value\":\"" + BASE_64 + "\"}",
                "{\"value\":\"" + BASE_64 + "\"}",
                "{\"type\":\"SECRET\",\"value\":\"" + BASE_64 + "\"}",
                "{\"any\":[1,{\"thing\":null}],\"text\":\"\\u00fc\\n\"}", "{}")) {
            String path = "kv/data/clients/" + ++number;
            Reply written = client.post(path, document(content));
            assertThat(written.status()).as(written.body()).isEqualTo(200);
            assertThat(written.data().getInteger("version")).isEqualTo(1);
            Reply read = client.get(path);
            assertThat(read.status()).as(read.body()).isEqualTo(200);
            assertThat(read.data().getJsonObject("data")).isEqualTo(new JsonObject(content));
            assertThat(read.data().getJsonObject("metadata").getInteger("version")).isEqualTo(1);
        }
    }

    @Test
    void versionsCountAndOldOnesStay() throws Exception {
        for (int version = 1; version <= 3; version++) {
            client.post("kv/data/count", document("{\"n\":" + version + "}"));
        }
        for (int version = 1; version <= 3; version++) {
            assertThat(client.get("kv/data/count?version=" + version).data()
                    .getJsonObject("data").getInteger("n")).isEqualTo(version);
        }
        assertThat(client.get("kv/data/count").data().getJsonObject("data").getInteger("n"))
                .isEqualTo(3);
        refused(client.get("kv/data/count?version=4"), 404);
        JsonObject metadata = client.get("kv/metadata/count").data();
        assertThat(metadata.getInteger("current_version")).isEqualTo(3);
        assertThat(metadata.getInteger("max_versions")).isGreaterThan(3);
        assertThat(metadata.getInteger("oldest_version")).isNotNull();
        assertThat(metadata.getJsonObject("versions").fieldNames()).containsExactlyInAnyOrder("1",
                "2", "3");
    }

    @Test
    void aKeyOfTheEngineIsReadAndRotatedAsMariadbDoesIt() throws Exception {
        refused(client.get("kv/data/7"), 404);
        CommandResult made = command("key", "create", "--vault-path", "kv/7");
        assertThat(made.exitCode()).as(made.err()).isZero();
        JsonObject first = client.get("kv/data/7").data();
        assertThat(first.getJsonObject("data").getString("data")).matches("[0-9a-f]{64}");
        CommandResult rotated = command("key", "rotate", "--vault-path", "kv/7");
        assertThat(rotated.exitCode()).as(rotated.err()).isZero();
        assertThat(rotated.out()).contains("version 2");
        JsonObject second = client.get("kv/data/7").data();
        assertThat(second.getJsonObject("metadata").getInteger("version")).isEqualTo(2);
        assertThat(second.getJsonObject("data")).isNotEqualTo(first.getJsonObject("data"));
        assertThat(client.get("kv/data/7?version=1").data().getJsonObject("data"))
                .isEqualTo(first.getJsonObject("data"));
        assertThat(command("key", "list").out()).contains("vault/kv:7#2");
        assertThat(command("key", "rotate", "--vault-path", "kv/none").exitCode()).isEqualTo(1);
        assertThat(command("key", "create", "--vault-path", "kv/7").exitCode()).isEqualTo(1);
    }

    @Test
    void whatMariadbAndPgTdeAskBeforeTheyBeginIsAnswered() throws Exception {
        for (String mount : List.of("kv", "deep/mount", "kv/a/b")) {
            JsonObject tune = client.get("sys/mounts/" + mount + "/tune").json();
            assertThat(tune.getJsonObject("options").getString("version")).isEqualTo("2");
        }
        JsonObject mount = client.get("sys/mounts/kv").data();
        assertThat(mount.getString("type")).isEqualTo("kv");
        assertThat(mount.getJsonObject("options").getString("version")).isEqualTo("2");
        JsonObject config = client.get("kv/config").data();
        assertThat(config.getInteger("max_versions")).isPositive();
        assertThat(config.getBoolean("cas_required")).isFalse();
        assertThat(client.get("deep/mount/metadata/?list=true").status()).isEqualTo(404);
        assertThat(client.get("auth/token/lookup-self").data().getString("display_name"))
                .isEqualTo("writer");
    }

    @Test
    void listsShowSecretsAndFoldersOnce() throws Exception {
        for (String key : List.of("list/a", "list/b/c", "list/b/d", "list/zß")) {
            client.post("kv/data/" + key.replace("ß", "%C3%9F"), document("{}"));
            client.post("kv/data/" + key.replace("ß", "%C3%9F"), document("{}"));
        }
        assertThat(client.send("LIST", "kv/metadata/list", null).data().getJsonArray("keys"))
                .isEqualTo(new JsonArray(List.of("a", "b/", "zß")));
        assertThat(client.get("kv/metadata/list/b?list=true").data().getJsonArray("keys"))
                .isEqualTo(new JsonArray(List.of("c", "d")));
        refused(client.get("kv/metadata/list/a?list=true"), 404);
    }

    @Test
    void deletedVersionsComeBackAndNothingIsDestroyed() throws Exception {
        client.post("kv/data/del", document("{\"n\":1}"));
        client.post("kv/data/del", document("{\"n\":2}"));
        assertThat(client.send("DELETE", "kv/data/del", null).status()).isEqualTo(204);
        Reply gone = client.get("kv/data/del");
        refused(gone, 404);
        assertThat(gone.data().getJsonObject("metadata").getString("deletion_time")).isNotEmpty();
        assertThat(client.get("kv/data/del?version=1").status()).isEqualTo(200);
        assertThat(client.post("kv/undelete/del", "{\"versions\":[2]}").status()).isEqualTo(204);
        assertThat(client.get("kv/data/del").data().getJsonObject("data").getInteger("n"))
                .isEqualTo(2);
        assertThat(client.post("kv/delete/del", "{\"versions\":[1, 2]}").status()).isEqualTo(204);
        refused(client.get("kv/data/del?version=1"), 404);
        assertThat(client.post("kv/data/del", document("{\"n\":3}")).data()
                .getInteger("version")).isEqualTo(3);
        refused(client.post("kv/destroy/del", "{\"versions\":[3]}"), 403);
        refused(client.send("DELETE", "kv/metadata/del", null), 403);
        assertThat(client.get("kv/data/del").status()).isEqualTo(200);
    }

    @Test
    void ofTwoThatSetTheSameVersionOneWins() throws Exception {
        assertThat(client.post("kv/data/cas",
                "{\"options\":{\"cas\":0},\"data\":{\"n\":0}}").status()).isEqualTo(200);
        Reply late = client.post("kv/data/cas", "{\"options\":{\"cas\":0},\"data\":{}}");
        refused(late, 400);
        assertThat(late.json().getJsonArray("errors").getString(0)).contains("check-and-set");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 1; round <= 10; round++) {
                String body = "{\"options\":{\"cas\":" + round + "},\"data\":{\"n\":" + round
                        + "}}";
                List<Future<Reply>> replies = new ArrayList<>();
                for (int writer = 0; writer < 4; writer++) {
                    replies.add(threads.submit(() -> client.post("kv/data/cas", body)));
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Reply> reply : replies) {
                    statuses.add(reply.get().status());
                }
                assertThat(statuses).as("round %d", round).containsExactlyInAnyOrder(200, 400,
                        400, 400);
            }
            List<Future<Reply>> free = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                free.add(threads.submit(
                        () -> client.post("kv/data/cas", document("{\"free\":true}"))));
            }
            List<Integer> versions = new ArrayList<>();
            for (Future<Reply> reply : free) {
                versions.add(reply.get().data().getInteger("version"));
            }
            assertThat(versions).doesNotHaveDuplicates().allMatch(version -> version > 11);
        }
    }

    @Test
    void tokensReachTheirMountsAndPartitionOnly() throws Exception {
        client.post("kv/data/mine", document("{\"n\":1}"));
        KvClient reader = with(token("reader", "--mount", "kv", "--read-only"));
        assertThat(reader.get("kv/data/mine").status()).isEqualTo(200);
        refused(reader.post("kv/data/mine", document("{}")), 403);
        refused(reader.send("DELETE", "kv/data/mine", null), 403);
        refused(reader.get("deep/mount/data/x"), 403);
        KvClient stranger = with(token("stranger", "--mount", "kv", "--partition", "other"));
        refused(stranger.get("kv/data/mine"), 404);
        assertThat(stranger.get("kv/metadata/?list=true").status()).isEqualTo(404);
        refused(stranger.send("GET", "kv/data/mine", null, "X-Vault-Namespace", "default"), 403);
        assertThat(client.send("GET", "kv/data/mine", null, "X-Vault-Namespace", "default")
                .status()).isEqualTo(200);
        assertThat(client.send("GET", "kv/data/mine", null, "Authorization", "Bearer x")
                .status()).isEqualTo(200);
    }

    /** A mount inside another is another: neither token reaches what is the other's. */
    @Test
    void mountsThatLieInEachOtherAreApart() throws Exception {
        KvClient outer = with(token("outer", "--mount", "a"));
        KvClient inner = with(token("inner", "--mount", "a/b"));
        assertThat(outer.post("a/data/b/c", document("{\"of\":\"outer\"}")).status())
                .isEqualTo(200);
        refused(inner.get("a/b/data/c"), 404);
        assertThat(inner.post("a/b/data/c", document("{\"of\":\"inner\"}")).data()
                .getInteger("version")).isEqualTo(1);
        assertThat(outer.get("a/data/b/c").data().getJsonObject("data").getString("of"))
                .isEqualTo("outer");
        assertThat(inner.send("LIST", "a/b/metadata/", null).data().getJsonArray("keys"))
                .isEqualTo(new JsonArray(List.of("c")));
        assertThat(outer.send("LIST", "a/metadata/", null).data().getJsonArray("keys"))
                .isEqualTo(new JsonArray(List.of("b/")));
        CommandResult made = command("key", "create", "--vault-path", "a/b:made");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(inner.get("a/b/data/made").status()).isEqualTo(200);
        refused(outer.get("a/data/b/made"), 404);
    }

    @Test
    void onlyGoodTokensAreServed() throws Exception {
        refused(with("sp.wrong").get("kv/data/x"), 403);
        refused(new KvClient(gateway.httpsPort(), ca, null).get("kv/data/x"), 403);
        String revoked = token("revoked", "--mount", "kv");
        assertThat(with(revoked).get("kv/config").status()).isEqualTo(200);
        assertThat(command("token", "revoke", "revoked").exitCode()).isZero();
        refused(with(revoked).get("kv/config"), 403);
        assertThat(command("token", "revoke", "revoked").exitCode()).isEqualTo(1);
        assertThat(command("token", "create", "revoked", "--mount", "kv", "--out",
                folder.resolve("again").toString()).exitCode()).isEqualTo(1);
        assertThat(folder.resolve("again")).doesNotExist();
        KvClient shortLived = with(token("short", "--mount", "kv", "--ttl", "1s"));
        await().untilAsserted(() -> refused(shortLived.get("kv/config"), 403));
        assertThat(command("token", "list").out()).contains("revoked", "expired", "good")
                .doesNotContain(revoked);
    }

    @Test
    void anExpiredTokenIsGoodAgainOnceItIsRenewedAndARevokedOneNever() throws Exception {
        KvClient renewed = with(token("renewed", "--mount", "kv", "--ttl", "1s"));
        await().untilAsserted(() -> refused(renewed.get("kv/config"), 403));
        CommandResult more = command("token", "renew", "renewed", "--ttl", "1h");
        assertThat(more.exitCode()).as(more.err()).isZero();
        assertThat(renewed.get("kv/config").status()).isEqualTo(200);
        assertThat(renewed.get("auth/token/lookup-self").data().getInteger("ttl"))
                .isBetween(1, 3600);
        gateway.killHard();
        gateway.start();
        assertThat(renewed.get("kv/config").status()).isEqualTo(200);
        assertThat(command("token", "revoke", "renewed").exitCode()).isZero();
        assertThat(command("token", "renew", "renewed").exitCode()).isEqualTo(1);
        refused(renewed.get("kv/config"), 403);
        assertThat(command("token", "renew", "nobody").exitCode()).isEqualTo(1);
        assertThat(command("token", "renew", "renewed", "--ttl", "soon").exitCode()).isEqualTo(2);
    }

    @Test
    void badBodiesAreRefusedAndLoseNothing() throws Exception {
        client.post("kv/data/bad", document("{\"n\":1}"));
        for (String body : List.of("", "[]", "{}", "{\"data\":1}", "{\"data\":{\"a\":1,\"a\":2}}",
                "{\"data\":{}", "{\"data\":{},\"options\":{\"cas\":\"x\"}}",
                "{\"data\":{},\"options\":{\"cas\":-1}}", "{\"data\":{\"a\":\"\u0001\"}}",
                "{\"data\":" + "{\"a\":".repeat(20) + "1" + "}".repeat(20) + "}")) {
            refused(client.post("kv/data/bad", body), 400);
        }
        refused(client.post("kv/data/bad", document("{\"a\":\"" + "x".repeat(70_000) + "\"}")),
                413);
        refused(client.get("kv/data/bad/"), 404);
        refused(client.send("PATCH", "kv/data/bad", "{}"), 405);
        assertThat(client.get("kv/data/bad").data().getJsonObject("metadata")
                .getInteger("version")).isEqualTo(1);
    }

    @Test
    void everythingOutlivesAKillAndTheAuditLogIsWhole() throws Exception {
        client.post("kv/data/kept", document("{\"data\":\"" + HEX + "\"}"));
        gateway.killHard();
        gateway.start();
        assertThat(client.get("kv/data/kept").data().getJsonObject("data").getString("data"))
                .isEqualTo(HEX);
        CommandResult verified = command("audit", "verify");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }
}
