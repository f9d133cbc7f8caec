package io.sallyport.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.HttpPeerConnection;
import io.sallyport.gateway.testing.HttpPeerConnection.Reply;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;

/** The profiles HTTPS, XML and JSON against the real gateway with its real engine. */
@Timeout(180)
class MessageEncodingTest {
    private static final String BINARY = "application/octet-stream";
    private static final String ENTITIES = """
            <!DOCTYPE RequestMessage [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
            <RequestMessage><RequestHeader/><BatchItem>&b;</BatchItem></RequestMessage>
            """;
    private static final String FILE = """
            <!DOCTYPE RequestMessage [<!ENTITY f SYSTEM "file:///etc/hostname">]>
            <RequestMessage>&f;</RequestMessage>
            """;

    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static Path client;
    static SSLContext known;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        gateway = GatewayProcess.init(folder.resolve("home"));
        client = gateway.addClient("database", "--profile", "oasis");
        Path settings = gateway.home().resolve("sallyport.properties");
        Files.writeString(settings, Files.readString(settings)
                .replace("kmip.text.encodings = false", "kmip.text.encodings = true"));
        gateway.start();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(client.resolve("client.p12"))) {
            keys.load(in, "changeit".toCharArray());
        }
        known = context(keys);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(CaseEncoding.class)
    void publishedCasesOfTheEncodingsPass(CaseEncoding encoding) {
        Path cases = Path.of(System.getProperty("sallyport.shared", "../shared"), "kmip/cases");
        Assumptions.assumeTrue(Files.isDirectory(cases), "skipped: no vectors");
        String report = folder.resolve(encoding + ".json").toString();
        CommandResult run = GatewayProcess.command("conformance", "run", "--cases",
                cases.toString(), "--target", "127.0.0.1:" + gateway.httpsPort(), "--client",
                client.toString(), "--https", "--encoding", encoding.name(), "--case",
                "MSGENC-*", "--case", "SKLC-M-1-*", "--case", "CS-BC-M-1-*", "--version", "1.0",
                "--version", "1.2", "--version", "1.4", "--version", "2.1", "--left-out",
                "src/test/conformance/left-out.txt", "--report", report);
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).contains("mandatory MSGENC-HTTPS", "passed: ").doesNotContain("FAIL");
        assertThat(Path.of(report)).content().contains("\"passed\" : true");
    }

    @ParameterizedTest
    @EnumSource(CaseEncoding.class)
    void theAnswerHasTheEncodingOfTheRequest(CaseEncoding encoding) throws IOException {
        try (HttpPeerConnection peer = open(known)) {
            Reply reply = peer.exchange(encoding.contentType() + "; charset=utf-8",
                    encoding.write(Requests.discoverVersions()));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers()).containsEntry("content-type", encoding.contentType())
                    .containsEntry("cache-control", "no-cache");
            assertThat(encoding.read(reply.body())).startsWith(0x42, 0x00, 0x7B, 0x01);
        }
    }

    @Test
    void xmlThatIsHostileIsRefused() throws IOException {
        String deep = "<BatchItem>".repeat(5000) + "</BatchItem>".repeat(5000);
        for (String body : List.of("", "<", "rubbish", ENTITIES, FILE, deep,
                "<RequestMessage>" + deep + "</RequestMessage>",
                "<ResponseMessage></ResponseMessage>", "<Nothing/>",
                "<RequestMessage><BatchCount type=\"Integer\" value=\"x\"/></RequestMessage>")) {
            assertRefused("text/xml", body);
        }
    }

    @Test
    void jsonThatIsHostileIsRefused() throws IOException {
        for (String body : List.of("", "{", "rubbish", "[]", "null", "[".repeat(100_000),
                "{\"tag\":\"RequestMessage\",\"value\":".repeat(5000),
                "{\"tag\":\"ResponseMessage\",\"value\":[]}", "{\"tag\":7}",
                "{\"tag\":\"RequestMessage\",\"value\":[{\"tag\":\"BatchCount\",\"type\":"
                        + "\"Integer\",\"value\":\"x\"}]}")) {
            assertRefused("application/json", body);
        }
    }

    @Test
    void aTextThatIsKmipButWrongGetsAnAnswerOfKmip() throws IOException {
        for (CaseEncoding encoding : List.of(CaseEncoding.XML, CaseEncoding.JSON)) {
            try (HttpPeerConnection peer = open(known)) {
                Reply reply = peer.exchange(encoding.contentType(),
                        encoding.write(Requests.encoded(Requests.structure(
                                io.sallyport.kmip.model.Tag.REQUEST_MESSAGE))));
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.text()).contains("OperationFailed", "InvalidMessage");
            }
        }
    }

    @Test
    void whoShowsNoCertificateIsRefusedAndAudited() throws Exception {
        try (HttpPeerConnection peer = open(context(null))) {
            Reply health = peer.send("GET /health/ready HTTP/1.1\r\nHost: h\r\n\r\n").read();
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.text()).isEqualTo("{\"status\":\"up\"}");
            Reply reply = peer.exchange(BINARY, Requests.discoverVersions());
            assertThat(reply.status()).isEqualTo(403);
        }
        theNextClientIsServed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/kmip/..", "/KMIP", "/%6bmip", "//kmip"})
    void otherPathsAreNotFound(String path) throws IOException {
        try (HttpPeerConnection peer = open(known)) {
            assertThat(peer.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").read().status())
                    .isEqualTo(404);
        }
    }

    private static void assertRefused(String type, String body) throws IOException {
        try (HttpPeerConnection peer = open(known)) {
            Reply reply = peer.exchange(type, body.getBytes(StandardCharsets.UTF_8));
            assertThat(reply.status()).as(body.substring(0, Math.min(50, body.length())))
                    .isEqualTo(400);
            assertThat(reply.text()).isEqualTo("The body is not one KMIP request.\n");
        }
        theNextClientIsServed();
    }

    private static void theNextClientIsServed() throws IOException {
        try (HttpPeerConnection peer = open(known)) {
            assertThat(peer.exchange(BINARY, Requests.discoverVersions()).status())
                    .isEqualTo(200);
        }
    }

    private static HttpPeerConnection open(SSLContext tls) throws IOException {
        return HttpPeerConnection.open(gateway.httpsPort(), tls);
    }

    private static SSLContext context(@Nullable KeyStore keys)
            throws IOException, GeneralSecurityException {
        return RawConnection.context(keys, client.resolve("ca.pem"));
    }

    /** Kept apart: a gateway as it comes serves no texts. */
    @Test
    void withoutTheSettingTextsAreNotServed(@TempDir Path elsewhere) throws Exception {
        try (GatewayProcess other = GatewayProcess.init(elsewhere.resolve("home"))) {
            other.start();
            Path files = other.addClient("one");
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(files.resolve("client.p12"))) {
                keys.load(in, "changeit".toCharArray());
            }
            try (HttpPeerConnection peer = HttpPeerConnection.open(other.httpsPort(),
                    RawConnection.context(keys, files.resolve("ca.pem")))) {
                for (String type : Set.of("text/xml", "application/json", "text/plain")) {
                    Reply reply = peer.send(
                            "POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: " + type
                                    + "\r\nContent-Length: 0\r\n\r\n")
                            .read();
                    assertThat(reply.status()).isEqualTo(415);
                }
                assertThat(peer.exchange(BINARY, Requests.discoverVersions()).status())
                        .isEqualTo(200);
            }
        }
    }
}
