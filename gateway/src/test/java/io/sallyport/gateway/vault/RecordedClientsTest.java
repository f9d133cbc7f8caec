package io.sallyport.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.HttpPeerConnection;
import io.sallyport.gateway.testing.HttpPeerConnection.Reply;
import io.sallyport.gateway.testing.RawConnection;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What clients that can't be run here send, in their bytes and one connection each, and their
 * demands on the answers. The clients are programs in C and C++ over libcurl, or Boost for MongoDB.
 */
class RecordedClientsTest {
    private static final int PERCONA_KEY_BYTES = 32;

    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static SSLContext tls;
    static String token;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
        Path file = folder.resolve("token");
        CommandResult made = GatewayProcess.command("token", "create", "recorded", "--mount",
                "pg", "--mount", "mysql", "--mount", "mongo/psmdb", "--out", file.toString(),
                "--home", gateway.home().toString());
        assertThat(made.exitCode()).as(made.toString()).isZero();
        token = Files.readString(file);
        tls = RawConnection.context(null, gateway.home().resolve("ca/ca.pem"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** Sends one request over a new connection. */
    private static Reply exchange(String method, String target, List<String> headers, String body)
            throws IOException {
        StringBuilder request = new StringBuilder(method).append(' ').append(target)
                .append(" HTTP/1.1\r\nHost: localhost:").append(gateway.httpsPort())
                .append("\r\n");
        headers.forEach(header -> request.append(header).append("\r\n"));
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        request.append("\r\n").append(body);
        try (HttpPeerConnection connection = HttpPeerConnection.open(gateway.httpsPort(), tls)) {
            return connection.send(request.toString()).read();
        }
    }

    private static JsonObject json(Reply reply) {
        assertThat(reply.headers()).containsEntry("content-type", "application/json");
        return new JsonObject(reply.text());
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[PERCONA_KEY_BYTES];
        new Random(seed).nextBytes(key);
        return key;
    }

    private static String base64(int seed) {
        return Base64.getEncoder().encodeToString(key(seed));
    }

    // ---- pg_tde: the provider vault_v2

    private static Reply pgTde(String method, String target, String body) throws IOException {
        return exchange(method, target, List.of("Accept: */*", "X-Vault-Token: " + token,
                "Content-Type: application/json"), body);
    }

    @Test
    void pgTdeAddsItsProviderMakesItsKeyAndFindsIt() throws IOException {
        Reply mount = pgTde("GET", "/v1/sys/mounts/pg", "");
        assertThat(mount.status()).isEqualTo(200);
        JsonObject what = json(mount).getJsonObject("data");
        assertThat(what.getString("type")).isEqualTo("kv");
        assertThat(what.getJsonObject("options").getString("version")).isEqualTo("2");
        assertThat(pgTde("GET", "/v1/pg/metadata/?list=true", "").status()).isIn(200, 404);

        assertThat(pgTde("GET", "/v1/pg/data/orders-2026", "").status()).isEqualTo(404);
        Reply made = pgTde("POST", "/v1/pg/data/orders-2026",
                "{\"data\":{\"key\":\"" + base64(1) + "\"}}");
        assertThat(made.status()).isBetween(200, 299);
        Reply found = pgTde("GET", "/v1/pg/data/orders-2026", "");
        assertThat(found.status()).isEqualTo(200);
        String text = json(found).getJsonObject("data").getJsonObject("data").getString("key");
        assertThat(Base64.getDecoder().decode(text)).isEqualTo(key(1));

        pgTde("POST", "/v1/pg/data/orders-2027", "{\"data\":{\"key\":\"" + base64(2) + "\"}}");
        assertThat(json(pgTde("GET", "/v1/pg/metadata/?list=true", "")).getJsonObject("data")
                .getJsonArray("keys")).isEqualTo(new JsonArray(
                        List.of("orders-2026",
                                "orders-2027")));
        Reply old = pgTde("GET", "/v1/pg/data/orders-2026", "");
        assertThat(json(old).getJsonObject("data").getJsonObject("data").getString("key"))
                .isEqualTo(base64(1));
    }

    @Test
    void pgTdeSendsANamespaceOnlyWhereItIsSet() throws IOException {
        List<String> headers = List.of("Accept: */*", "X-Vault-Token: " + token,
                "X-Vault-Namespace: default", "Content-Type: application/json");
        assertThat(exchange("GET", "/v1/sys/mounts/pg", headers, "").status()).isEqualTo(200);
        assertThat(exchange("GET", "/v1/sys/mounts/pg",
                List.of("X-Vault-Token: " + token, "X-Vault-Namespace: elsewhere"), "").status())
                .isEqualTo(403);
    }

    // ---- Percona Server for MySQL: component_keyring_vault, and the plugin keyring_vault

    private static Reply keyringVault(String method, String target, String body)
            throws IOException {
        return exchange(method, target, List.of("Accept: */*", "X-Vault-Token: " + token,
                "Content-Type: application/json"), body);
    }

    /** {@code LENGTH_KEY IDLENGTH_OWNER}, in Base64 on one line, which is sent as it is. */
    private static String signature(String keyId, String owner) {
        String whole = keyId.length() + "_" + keyId + owner.length() + "_" + owner;
        return Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keyringVaultSeesVersionTwoByItsSettings() throws IOException {
        JsonObject settings = json(keyringVault("GET", "/v1/mysql/config", ""))
                .getJsonObject("data");
        assertThat(settings.getValue("max_versions")).isInstanceOf(Integer.class);
        assertThat(settings.getInteger("max_versions")).isNotNegative();
        assertThat(settings.getValue("cas_required")).isEqualTo(false);
        assertThat(settings.getValue("delete_version_after")).isInstanceOf(String.class);
    }

    @Test
    void keyringVaultLoadsWritesAndRemovesKeys() throws IOException {
        assertThat(keyringVault("GET", "/v1/mysql/metadata/server-1?list=true", "").status())
                .isEqualTo(404);
        String first = signature("INNODBKey-8a2e6a5e-3d6b-11f0-9f2a-0242ac110002-1", "");
        String second = signature("INNODBKey-8a2e6a5e-3d6b-11f0-9f2a-0242ac110002-2", "");
        for (String one : List.of(first, second)) {
            Reply written = keyringVault("POST", "/v1/mysql/data/server-1/" + one,
                    "{\"data\":{\"type\":\"AES\",\"value\":\"" + base64(one.hashCode()) + "\"}}");
            assertThat(written.status()).as(written.text()).isEqualTo(200);
        }
        Reply list = keyringVault("GET", "/v1/mysql/metadata/server-1?list=true", "");
        assertThat(json(list).getJsonObject("data").getJsonArray("keys").stream().toList())
                .isEqualTo(List.of(first, second));
        for (String one : List.of(first, second)) {
            JsonObject key = json(keyringVault("GET", "/v1/mysql/data/server-1/" + one, ""))
                    .getJsonObject("data").getJsonObject("data");
            assertThat(key.getString("type")).isEqualTo("AES");
            assertThat(key.getString("value")).isEqualTo(base64(one.hashCode()));
        }
        assertThat(keyringVault("DELETE", "/v1/mysql/data/server-1/" + first, "").status())
                .isBetween(200, 299);
        assertThat(keyringVault("GET", "/v1/mysql/data/server-1/" + first, "").status())
                .isEqualTo(404);
        assertThat(keyringVault("GET", "/v1/mysql/data/server-1/" + second, "").status())
                .isEqualTo(200);
    }

    /** Base64 has a slash, a plus and an equals sign, and the client escapes none of them. */
    @Test
    void keyringVaultFindsNamesWithEveryCharacterOfBase64() throws IOException {
        String name = signature("k\u00ff\u00ff>>>???~~~", "user@%");
        assertThat(name).contains("/").contains("+").endsWith("=");
        keyringVault("POST", "/v1/mysql/data/odd/" + name,
                "{\"data\":{\"type\":\"SECRET\",\"value\":\"" + base64(9) + "\"}}");
        Reply plain = keyringVault("GET", "/v1/mysql/data/odd/" + name, "");
        assertThat(json(plain).getJsonObject("data").getJsonObject("data")).isEqualTo(
                new JsonObject().put("type", "SECRET").put("value", base64(9)));
        String escaped = name.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
        assertThat(keyringVault("GET", "/v1/mysql/data/odd/" + escaped, "").status())
                .isEqualTo(200);
    }

    // ---- Percona Server for MongoDB: security.vault, its secret in the mount mongo/psmdb

    private static Reply mongod(String method, String target, String body) throws IOException {
        return exchange(method, target, List.of("X-Vault-Token: " + token,
                "Content-Type: application/json", "Connection: close"), body);
    }

    /** What mongod does before it writes: the limit of versions, and the current one. */
    private static int currentVersion(String secret) throws IOException {
        int limit = json(mongod("GET", "/v1/mongo/psmdb/config", "")).getJsonObject("data")
                .getInteger("max_versions");
        Reply reply = mongod("GET", "/v1/mongo/psmdb/metadata/" + secret, "");
        if (reply.status() == 404) {
            return 0;
        }
        JsonObject metadata = json(reply).getJsonObject("data");
        assertThat(metadata.getInteger("oldest_version")).isNotNull();
        int current = metadata.getInteger("current_version");
        assertThat(current).isLessThan(Math.max(limit, metadata.getInteger("max_versions")));
        return current;
    }

    private static Reply put(String secret, int current, int seed) throws IOException {
        return mongod("POST", "/v1/mongo/psmdb/data/" + secret, "{\"options\":{\"cas\":" + current
                + "},\"data\":{\"value\":\"" + base64(seed) + "\"}}");
    }

    private static void isKey(String secret, int version, int seed) throws IOException {
        JsonObject data = json(mongod("GET", "/v1/mongo/psmdb/data/" + secret + "?version="
                + version, "")).getJsonObject("data");
        assertThat(data.getJsonObject("data").getString("value")).isEqualTo(base64(seed));
        assertThat(data.getJsonObject("metadata").getInteger("version")).isEqualTo(version);
    }

    @Test
    void mongodMakesItsKeyRotatesItAndReadsBoth() throws IOException {
        assertThat(mongod("GET", "/v1/mongo/psmdb/data/rs0/node1", "").status()).isEqualTo(404);
        assertThat(currentVersion("rs0/node1")).isZero();
        Reply made = put("rs0/node1", 0, 1);
        assertThat(json(made).getJsonObject("data").getInteger("version")).isEqualTo(1);
        isKey("rs0/node1", 1, 1);
        assertThat(currentVersion("rs0/node1")).isEqualTo(1);
        assertThat(json(put("rs0/node1", 1, 2)).getJsonObject("data").getInteger("version"))
                .isEqualTo(2);
        isKey("rs0/node1", 2, 2);
        isKey("rs0/node1", 1, 1);
    }

    /** Two nodes with one path: the second reads this very text, and tries again. */
    @Test
    void mongodThatWasOvertakenTriesAgain() throws IOException {
        int both = currentVersion("rs0/shared");
        assertThat(put("rs0/shared", both, 1).status()).isEqualTo(200);
        Reply late = put("rs0/shared", both, 2);
        assertThat(late.status()).isEqualTo(400);
        assertThat(json(late).getJsonArray("errors").getString(0))
                .isEqualTo("check-and-set parameter did not match the current version");
        assertThat(put("rs0/shared", currentVersion("rs0/shared"), 2).status()).isEqualTo(200);
        isKey("rs0/shared", 2, 2);
    }

    /** The connection stays, and whoever sends several requests at once gets their answers. */
    @Test
    void aConnectionServesRequestAfterRequest() throws IOException {
        String request = "GET /v1/sys/mounts/pg HTTP/1.1\r\nHost: localhost\r\nX-Vault-Token: "
                + token + "\r\n\r\n";
        try (HttpPeerConnection connection = HttpPeerConnection.open(gateway.httpsPort(), tls)) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.send(request).read().status()).isEqualTo(200);
            }
            connection.send(request + request);
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(connection.read().status()).isEqualTo(200);
        }
    }
}
