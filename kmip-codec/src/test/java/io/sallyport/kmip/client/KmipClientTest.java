package io.sallyport.kmip.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseHeader;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/** The client's promises about repetition, order of servers, time and wiping. */
class KmipClientTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path directory = Path.of("");
    private static @Nullable SSLContext tls;

    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeAll
    static void makeKeys() throws Exception {
        Path store = directory.resolve("both.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "both",
                "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=both", "-ext",
                "san=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-keystore",
                store.toString(), "-storepass", new String(PASSWORD)).redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        pem("cert.pem", "CERTIFICATE", keys.getCertificate("both").getEncoded());
        pem("key.pem", "PRIVATE KEY", keys.getKey("both", PASSWORD).getEncoded());
        tls = TlsContexts.ofPkcs12(store, PASSWORD, directory.resolve("cert.pem"));
    }

    private static void pem(String file, String what, byte[] der) throws IOException {
        Files.writeString(directory.resolve(file), "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what + "-----\n");
    }

    @AfterEach
    void letServersGo() {
        end.countDown();
    }

    @Test
    void aKeyFromPemFilesIsAcceptedAndTheConnectionIsUsedAgain() throws Exception {
        SSLContext pem = TlsContexts.ofPem(directory.resolve("cert.pem"),
                directory.resolve("cert.pem"), directory.resolve("key.pem"));
        try (ScriptedServer server = new ScriptedServer(context(), KmipClientTest::key);
                KmipClient client = new KmipClient(KmipClientConfig
                        .of("localhost", server.address().port(), pem))) {
            for (int i = 0; i < 3; i++) {
                ClearBytes key = client.get("k");
                byte[] bytes = key.array();
                assertThat(bytes).containsExactly(7, 7, 7);
                key.close();
                assertThat(bytes).containsExactly(0, 0, 0);
                assertThatThrownBy(key::array).isInstanceOf(IllegalStateException.class);
            }
            assertThat(server.connections.get()).isEqualTo(1);
        }
    }

    @Test
    void theNextServerIsAskedWhenOneIsDead() throws Exception {
        ScriptedServer dead = new ScriptedServer(context(), request -> null);
        dead.close();
        try (ScriptedServer alive = new ScriptedServer(context(), KmipClientTest::key);
                KmipClient client = new KmipClient(config(alive)
                        .withServers(List.of(dead.address(), alive.address())))) {
            client.get("k").close();
            assertThat(alive.requests.get()).isEqualTo(1);
        }
    }

    @Test
    void readingIsRepeatedOnABrokenIdleConnectionAndWritingIsNot() throws Exception {
        try (ScriptedServer server = new ScriptedServer(context(), new OneAnswerEach()::answer);
                KmipClient client = new KmipClient(config(server))) {
            assertThat(client.locate()).containsExactly("found");
            assertThat(client.locate()).containsExactly("found");
            assertThat(server.requests.get()).isEqualTo(3);
            assertThatThrownBy(() -> client.activate("k"))
                    .isInstanceOf(KmipClientException.Unreachable.class)
                    .hasMessageContaining("not known");
            assertThat(server.requests.get()).isEqualTo(4);
        }
    }

    /** Answers every other request, and closes the connection on those between. */
    private static final class OneAnswerEach {
        private boolean closeNext;

        synchronized @Nullable ResponseMessage answer(RequestMessage request) {
            boolean close = closeNext;
            closeNext = !closeNext;
            return close ? null
                    : success(request, new Locate.Response(null, List.of("found")));
        }
    }

    @Test
    void aRefusalCarriesItsReason() throws Exception {
        try (ScriptedServer server = new ScriptedServer(context(), request -> message(
                ResponseBatchItem.failure(request.items().getFirst().operation(), null,
                        ResultReason.PERMISSION_DENIED, "no")));
                KmipClient client = new KmipClient(config(server))) {
            assertThatThrownBy(() -> client.destroy("k")).isInstanceOfSatisfying(
                    KmipClientException.Refused.class,
                    refused -> assertThat(refused.reason())
                            .isEqualTo(ResultReason.PERMISSION_DENIED));
        }
    }

    @Test
    void aSearchThatTheVersionCannotSayIsNotSentWidened() throws Exception {
        try (ScriptedServer server = new ScriptedServer(context(),
                request -> success(request, new Locate.Response(null, List.of("too much"))));
                KmipClient client = new KmipClient(config(server))) {
            assertThatThrownBy(
                    () -> client.locate(Attribute.bool(AttributeType.QUANTUM_SAFE, true)))
                    .isInstanceOf(KmipClientException.Unsayable.class)
                    .hasMessage("The request was not sent: KMIP 1.4 cannot say Quantum Safe.");
            assertThat(server.requests.get()).isZero();
            assertThat(client.locate(Attribute.bool(AttributeType.SENSITIVE, true)))
                    .containsExactly("too much");
        }
    }

    @Test
    void aSilentServerRunsIntoTheDeadline() throws Exception {
        try (ScriptedServer server = new ScriptedServer(context(), this::silence);
                KmipClient client = new KmipClient(
                        config(server).withDeadline(Duration.ofMillis(700)))) {
            assertThatThrownBy(() -> client.activate("k"))
                    .isInstanceOf(KmipClientException.Deadline.class);
        }
    }

    private @Nullable ResponseMessage silence(RequestMessage request) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    @Test
    void anAnswerToAnotherOperationIsNotTaken() throws Exception {
        try (ScriptedServer server = new ScriptedServer(context(),
                request -> message(ResponseBatchItem.success(
                        Enumerated.of(Objects.requireNonNull(
                                new Activate.Response("k").operation())),
                        null, new Activate.Response("k"))));
                KmipClient client = new KmipClient(config(server))) {
            assertThatThrownBy(() -> client.get("k"))
                    .isInstanceOf(KmipClientException.Protocol.class);
        }
    }

    private static ResponseMessage key(RequestMessage request) {
        byte[] material = new byte[3];
        Arrays.fill(material, (byte) 7);
        return success(request, new Get.Response(Enumerated.of(ObjectType.SYMMETRIC_KEY), "k",
                new ManagedObject.SymmetricKey(KeyBlock.raw(ByteSlice.of(material),
                        CryptographicAlgorithm.AES, 24))));
    }

    private static ResponseMessage success(RequestMessage request, ResponsePayload payload) {
        return message(ResponseBatchItem.success(request.items().getFirst().operation(), null,
                payload));
    }

    private static ResponseMessage message(ResponseBatchItem item) {
        return new ResponseMessage(ResponseHeader.of(KmipVersion.V1_4, 0, 1), List.of(item));
    }

    private static KmipClientConfig config(ScriptedServer server) {
        return KmipClientConfig.of("localhost", server.address().port(), context());
    }

    private static SSLContext context() {
        return Objects.requireNonNull(tls);
    }
}
