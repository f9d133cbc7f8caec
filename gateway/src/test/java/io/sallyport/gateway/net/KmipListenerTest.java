package io.sallyport.gateway.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

@Timeout(60)
class KmipListenerTest {

    private static TestCa ca;
    private static TestCa.Holder known;

    private Vertx vertx;
    private Toy toy;
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final Set<X509Certificate> enrolled = ConcurrentHashMap.newKeySet();
    private KmipListener listener;

    @BeforeAll
    static void issue() throws Exception {
        ca = new TestCa("Authority");
        known = ca.issue("known");
    }

    @BeforeEach
    void makeVertx() throws Exception {
        vertx = Vertx.vertx();
        toy = new Toy(vertx);
        enrolled.add(known.certificate());
        listener = newListener(ConnectionLimits.DEFAULT);
    }

    @AfterEach
    void allIsGivenBack() throws Exception {
        toy.letGo();
        await().untilAsserted(() -> assertThat(toy.heldCount()).isZero());
        awaitFuture(listener.stop());
        await().untilAsserted(() -> {
            assertThat(listener.metrics().buffersOut()).isZero();
            assertThat(listener.metrics().bufferBytesOut()).isZero();
            assertThat(listener.metrics().inFlight()).isZero();
        });
        awaitFuture(vertx.close());
    }

    @Test
    void answersAKnownClientInBothVersionsOfTls() throws Exception {
        start(ConnectionLimits.DEFAULT);
        for (String version : List.of("TLSv1.3", "TLSv1.2")) {
            try (TestConnection connection = TestConnection.open(ca.client(known), listener.port(),
                    version)) {
                assertThat(connection.socket().getSession().getProtocol()).isEqualTo(version);
                connection.send(Toy.request(7, 0, 200, false));
                assertThat(connection.receiveNumber()).isEqualTo(7);
                assertThat(connection.socket().getSession().getCipherSuite())
                        .contains("AES_256_GCM");
            }
        }
    }

    @Test
    void refusesWhoShowsNoCertificate() throws Exception {
        start(ConnectionLimits.DEFAULT);
        assertRefused(ca.client(null), Refusal.CERTIFICATE_MISSING);
    }

    @Test
    void refusesAnExpiredCertificate() throws Exception {
        start(ConnectionLimits.DEFAULT);
        TestCa.Holder expired = ca.issue("expired", Instant.now().minus(Duration.ofDays(2)),
                Instant.now().minus(Duration.ofDays(1)));
        enrolled.add(expired.certificate());
        assertRefused(ca.client(expired), Refusal.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesACertificateThatNobodyEnrolledWith() throws Exception {
        start(ConnectionLimits.DEFAULT);
        assertRefused(ca.client(ca.issue("stranger")), Refusal.CLIENT_UNKNOWN);
    }

    @Test
    void refusesTheCertificateOfAnotherAuthorityOfTheSameName() throws Exception {
        start(ConnectionLimits.DEFAULT);
        TestCa.Holder foreign = new TestCa("Authority").issue("known");
        enrolled.add(foreign.certificate());
        assertRefused(ca.client(foreign), Refusal.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void refusesRenegotiation() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port(),
                "TLSv1.2")) {
            connection.send(Toy.request(1, 0, 24, false));
            assertThat(connection.receiveNumber()).isEqualTo(1);
            assertThatThrownBy(() -> {
                connection.socket().startHandshake();
                connection.send(Toy.request(2, 0, 24, false));
                connection.receiveNumber();
            }).isInstanceOf(IOException.class);
        }
        assertServes();
    }

    @Test
    void cutsAClientThatIsNoLongerKnown() throws Exception {
        start(ConnectionLimits.DEFAULT.withSubjectRecheck(Duration.ofMillis(100)));
        SSLContext tls = ca.client(known);
        try (TestConnection connection = TestConnection.open(tls, listener.port())) {
            connection.send(Toy.request(1, 0, 24, false));
            assertThat(connection.receiveNumber()).isEqualTo(1);
            enrolled.remove(known.certificate());
            assertThat(connection.isClosedByServer()).isTrue();
        }
        assertThat(refusals).contains(Refusal.CLIENT_REVOKED);
        // The session could be resumed; the client is still looked up anew.
        assertRefused(tls, Refusal.CLIENT_UNKNOWN);
    }

    @Test
    void cutsAMessageOfTwoGigabytesAtItsHeader() throws Exception {
        start(ConnectionLimits.DEFAULT);
        assertCut(HexFormat.of().parseHex("420078017ffffff8"), Refusal.MESSAGE_TOO_LONG);
        assertCut(HexFormat.of().parseHex("42007801fffffff8"), Refusal.MESSAGE_TOO_LONG);
        assertCut(HexFormat.of().parseHex("4200780100100000"), Refusal.MESSAGE_TOO_LONG);
    }

    @Test
    void cutsWhatIsNoRequest() throws Exception {
        start(ConnectionLimits.DEFAULT);
        assertCut(HexFormat.of().parseHex("42007b0100000010"), Refusal.NOT_A_REQUEST);
        assertCut(HexFormat.of().parseHex("4200780200000004"), Refusal.NOT_A_REQUEST);
    }

    @Test
    void cutsHalfAMessageAndErasesIt() throws Exception {
        start(ConnectionLimits.DEFAULT.withTimeouts(Duration.ofSeconds(10), Duration.ofMillis(300),
                Duration.ofMinutes(1)));
        byte[] request = Toy.request(1, 0, 24, false);
        assertCut(Arrays.copyOf(request, 12), Refusal.READ_TIMEOUT);
    }

    @Test
    void closesAnIdleConnectionWithoutAnAlarm() throws Exception {
        start(ConnectionLimits.DEFAULT.withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10),
                Duration.ofMillis(300)));
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            connection.send(Toy.request(1, 0, 24, false));
            assertThat(connection.receiveNumber()).isEqualTo(1);
            assertThat(connection.socket().getInputStream().read()).as("a TLS farewell")
                    .isEqualTo(-1);
        }
        assertThat(refusals).isEmpty();
    }

    @Test
    void readsSeveralMessagesFromOneRecordAndOneFromMany() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            ByteArrayOutputStream many = new ByteArrayOutputStream();
            for (int i = 0; i < 20; i++) {
                many.writeBytes(Toy.request(i, 0, 32, false));
            }
            byte[] bytes = many.toByteArray();
            connection.send(bytes);
            assertNumbers(connection, 20);
            for (byte one : bytes) {
                connection.send(new byte[]{one});
            }
            assertNumbers(connection, 20);
            for (int from = 0; from < bytes.length; from += 7) {
                connection.send(bytes, from, Math.min(7, bytes.length - from));
            }
            assertNumbers(connection, 20);
        }
        assertThat(listener.metrics().framesIn()).isEqualTo(60);
    }

    @Test
    void takesALargeMessageAndGivesALargeAnswer() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            byte[] large = Arrays.copyOf(Toy.request(5, 0, 256 << 10, false), 1 << 20);
            ByteBuffer.wrap(large).putInt(4, large.length - 8);
            connection.send(large);
            byte[] answer = connection.receive();
            assertThat(answer).hasSize(256 << 10);
            assertThat(answer[answer.length - 1]).isEqualTo((byte) 5);
        }
    }

    @Test
    void putsAnAnswerThatFitsInOneRecord() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            connection.send(Toy.request(5, 0, 16_000, false));
            // The JDK's socket gives at most one record per read.
            byte[] record = new byte[32 << 10];
            assertThat(connection.socket().getInputStream().read(record)).isEqualTo(16_000);
        }
    }

    @Test
    void keepsTheOrderOfAnswersWhateverTheirDelay() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            ByteArrayOutputStream many = new ByteArrayOutputStream();
            for (int i = 0; i < 48; i++) {
                many.writeBytes(Toy.request(i, i % 3 * 20, 100, i % 10 == 9));
            }
            connection.send(many.toByteArray());
            assertNumbers(connection, 48);
        }
        assertThat(toy.changesBesideOthers).hasValue(0);
        assertThat(toy.runningMax.get()).isBetween(2, 9);
    }

    @Test
    void groupsTheAnswersOfAPipeline() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            ByteArrayOutputStream many = new ByteArrayOutputStream();
            for (int i = 0; i < 16; i++) {
                many.writeBytes(Toy.request(i, -1, 100, false));
            }
            connection.send(many.toByteArray());
            await().untilAsserted(() -> assertThat(toy.heldCount()).isEqualTo(16));
            vertx.runOnContext(_ -> toy.letGo());
            assertNumbers(connection, 16);
        }
        assertThat(listener.metrics().answersOut()).isEqualTo(16);
        assertThat(listener.metrics().writes()).isLessThanOrEqualTo(4);
    }

    @Test
    void readsNoMoreThanTheAllowedNumberOfRequests() throws Exception {
        start(ConnectionLimits.DEFAULT.withInFlight(8, 4096));
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            sendHeld(connection, 40);
            await().untilAsserted(() -> assertThat(toy.heldCount()).isEqualTo(8));
            assertThat(listener.metrics().inFlight()).isEqualTo(8);
            receiveHeld(connection, 40);
        }
        assertThat(toy.runningMax).hasValue(8);
    }

    @Test
    void sharesTheRoomOfALoopAmongConnections() throws Exception {
        start(ConnectionLimits.DEFAULT.withInFlight(64, 10));
        try (TestConnection first = TestConnection.open(ca.client(known), listener.port());
                TestConnection second = TestConnection.open(ca.client(known), listener.port())) {
            sendHeld(first, 20);
            await().untilAsserted(() -> assertThat(toy.heldCount()).isEqualTo(10));
            sendHeld(second, 20);
            receiveHeld(first, 20);
            receiveHeld(second, 20);
        }
        assertThat(toy.runningMax).hasValue(10);
    }

    @Test
    void capsConnectionsOfAnAddress() throws Exception {
        start(ConnectionLimits.DEFAULT.withConnections(100, 3, 100));
        SSLContext tls = ca.client(known);
        List<TestConnection> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(TestConnection.open(tls, listener.port()));
        }
        assertRefused(tls, Refusal.ADDRESS_EXHAUSTED);
        open.removeFirst().close();
        await().untilAsserted(() -> assertThat(listener.metrics().connectionsOpen()).isEqualTo(2));
        open.add(TestConnection.open(tls, listener.port()));
        open.getLast().send(Toy.request(3, 0, 24, false));
        assertThat(open.getLast().receiveNumber()).isEqualTo(3);
        for (TestConnection connection : open) {
            connection.close();
        }
    }

    @Test
    void capsConnectionsOfAClient() throws Exception {
        start(ConnectionLimits.DEFAULT.withConnections(100, 100, 1));
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            connection.send(Toy.request(3, 0, 24, false));
            assertThat(connection.receiveNumber()).isEqualTo(3);
            TestConnection next = TestConnection.open(ca.client(known), listener.port());
            assertThat(next.isClosedByServer()).isTrue();
            next.close();
        }
        assertThat(refusals).contains(Refusal.CLIENT_EXHAUSTED);
    }

    @Test
    void servesWhileAThousandPeersStallTheirHandshakes() throws Exception {
        start(ConnectionLimits.DEFAULT.withConnections(4096, 2000, 100).withTimeouts(
                Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(1)));
        List<Socket> stalled = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
            if (i % 2 == 0) {
                // The start of a TLS record that never ends.
                socket.getOutputStream().write(new byte[]{22, 3, 1, 2, 0, 1});
            }
            stalled.add(socket);
        }
        List<Long> nanos = new ArrayList<>();
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            for (int i = 0; i < 1000; i++) {
                long began = System.nanoTime();
                connection.send(Toy.request(i, 0, 200, false));
                assertThat(connection.receiveNumber()).isEqualTo(i);
                nanos.add(System.nanoTime() - began);
            }
        }
        nanos.sort(null);
        assertThat(nanos.get(990)).isLessThan(TimeUnit.MILLISECONDS.toNanos(100));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(listener.metrics().handshakesFailed()).isEqualTo(1000));
        assertThat(refusals).contains(Refusal.HANDSHAKE_TIMEOUT);
        for (Socket socket : stalled) {
            socket.close();
        }
        assertServes();
    }

    @Test
    void answersWhatHasBegunBeforeItStops() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            sendHeld(connection, 5);
            await().untilAsserted(() -> assertThat(toy.heldCount()).isEqualTo(5));
            Future<Void> stopped = listener.stop();
            await().untilAsserted(() -> assertThatThrownBy(
                    () -> new Socket(InetAddress.getLoopbackAddress(), listener.port()).close())
                    .isInstanceOf(IOException.class));
            assertThat(stopped.isComplete()).isFalse();
            toy.letGo();
            assertNumbers(connection, 5);
            assertThat(connection.socket().getInputStream().read()).as("a TLS farewell")
                    .isEqualTo(-1);
            awaitFuture(stopped);
        }
        start(ConnectionLimits.DEFAULT);
    }

    private void start(ConnectionLimits limits) throws Exception {
        listener = newListener(limits);
        awaitFuture(listener.start());
    }

    private KmipListener newListener(ConnectionLimits limits) throws Exception {
        return new KmipListener(vertx,
                new ListenerOptions("127.0.0.1", 0, 1, ca.server(), List.of(ca.certificate()),
                        limits),
                this::resolve, toy, (_, reason, _) -> refusals.add(reason));
    }

    private Optional<Subject> resolve(X509Certificate[] chain) {
        if (!enrolled.contains(chain[0])) {
            return Optional.empty();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
            return Optional.of(new Subject("known", "tenant", Role.CRYPTO_USER,
                    HexFormat.of().formatHex(digest), Profile.DEFAULT));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The peer gets no answer, the reason is told, and the next client is served. */
    private void assertRefused(SSLContext tls, Refusal reason) throws Exception {
        assertThatThrownBy(() -> {
            try (TestConnection connection = TestConnection.open(tls, listener.port())) {
                connection.send(Toy.request(1, 0, 24, false));
                connection.receiveNumber();
            }
        }).isInstanceOf(IOException.class);
        await().untilAsserted(() -> assertThat(refusals).contains(reason));
        if (reason != Refusal.ADDRESS_EXHAUSTED) {
            assertServes();
        }
    }

    private void assertCut(byte[] bytes, Refusal reason) throws Exception {
        refusals.clear();
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            connection.send(bytes);
            assertThat(connection.isClosedByServer()).isTrue();
        }
        assertThat(refusals).containsExactly(reason);
        assertServes();
    }

    private void assertServes() throws Exception {
        enrolled.add(known.certificate());
        try (TestConnection connection = TestConnection.open(ca.client(known), listener.port())) {
            connection.send(Toy.request(9, 0, 24, false));
            assertThat(connection.receiveNumber()).isEqualTo(9);
        }
    }

    private static void sendHeld(TestConnection connection, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            connection.send(Toy.request(i, -1, 100, false));
        }
    }

    private void receiveHeld(TestConnection connection, int count) throws IOException {
        toy.holdNothing();
        assertNumbers(connection, count);
    }

    private static void assertNumbers(TestConnection connection, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            assertThat(connection.receiveNumber()).isEqualTo(i);
        }
    }

    private static void awaitFuture(Future<?> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
