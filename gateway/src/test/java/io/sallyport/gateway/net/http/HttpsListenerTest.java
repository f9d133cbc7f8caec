package io.sallyport.gateway.net.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.net.ListenerOptions;
import io.sallyport.gateway.net.Refusal;
import io.sallyport.gateway.net.RefusalLog;
import io.sallyport.gateway.net.TestCa;
import io.sallyport.gateway.net.Toy;
import io.sallyport.gateway.testing.HttpPeerConnection;
import io.sallyport.gateway.testing.HttpPeerConnection.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

@Timeout(60)
class HttpsListenerTest {
    private static final String BINARY = "application/octet-stream";
    private static final int MESSAGE_BYTES_MAX = ConnectionLimits.DEFAULT.messageBytesMax();
    private static final ConnectionLimits IMPATIENT = ConnectionLimits.DEFAULT.withTimeouts(
            Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofMinutes(1));

    private static TestCa ca;
    private static TestCa.Holder known;

    private Vertx vertx;
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final Set<X509Certificate> enrolled = ConcurrentHashMap.newKeySet();
    private @Nullable Throwable auditFailure;
    private @Nullable HttpsListener listener;

    @BeforeAll
    static void issue() throws Exception {
        ca = new TestCa("Authority");
        known = ca.issue("known");
    }

    @BeforeEach
    void makeVertx() {
        vertx = Vertx.vertx();
        enrolled.add(known.certificate());
    }

    @AfterEach
    void allIsGivenBack() throws Exception {
        HttpsListener stopped = started();
        awaitFuture(stopped.stop());
        await().untilAsserted(() -> {
            assertThat(stopped.metrics().buffersOut()).isZero();
            assertThat(stopped.metrics().bufferBytesOut()).isZero();
            assertThat(stopped.metrics().inFlight()).isZero();
        });
        awaitFuture(vertx.close());
    }

    @Test
    void answersAKnownClientManyTimesOverOneConnection() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(known)) {
            for (int i = 0; i < 5; i++) {
                Reply reply = peer.exchange(BINARY, Toy.request(i, 0, 20_000, false));
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.headers()).containsEntry("content-type", BINARY)
                        .containsEntry("cache-control", "no-cache").containsKey("date")
                        .doesNotContainKey("connection");
                assertThat(reply.body()).hasSize(20_000);
                assertThat(ByteBuffer.wrap(reply.body()).getInt(8)).isEqualTo(i);
            }
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(known)) {
            for (int i = 0; i < 50; i++) {
                peer.send(HttpPeerConnection.post(BINARY, Toy.SMALL))
                        .send(Toy.request(i, i % 3, 24, false));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(ByteBuffer.wrap(peer.read().body()).getInt(8)).isEqualTo(i);
            }
        }
    }

    @Test
    void takesABodyInChunksAndInPieces() throws Exception {
        start(ConnectionLimits.DEFAULT);
        byte[] request = Toy.request(3, 0, 24, false);
        try (HttpPeerConnection peer = open(known)) {
            peer.send("POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: " + BINARY
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (byte one : request) {
                peer.send("1\r\n").send(new byte[]{one}).send("\r\n");
            }
            assertThat(peer.send("0\r\n\r\n").read().status()).isEqualTo(200);
            assertThat(peer.exchange(BINARY, request).status()).isEqualTo(200);
        }
    }

    @Test
    void asksForABodyThatWaits() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(known)) {
            peer.send("POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: " + BINARY
                    + "\r\nExpect: 100-continue\r\nContent-Length: 24\r\n\r\n");
            assertThat(peer.read().status()).isEqualTo(100);
            assertThat(peer.send(Toy.request(1, 0, 24, false)).read().status()).isEqualTo(200);
        }
    }

    @Test
    void closesWhenThePeerWantsItAndAfterHttp10() throws Exception {
        start(ConnectionLimits.DEFAULT);
        for (String head : List.of("POST /kmip HTTP/1.1\r\nHost: h\r\nConnection: close\r\n",
                "POST /kmip HTTP/1.0\r\nConnection: keep-alive\r\n")) {
            try (HttpPeerConnection peer = open(known)) {
                peer.send(head + "Content-Type: " + BINARY + "\r\nContent-Length: 24\r\n\r\n")
                        .send(Toy.request(1, 0, 24, false));
                assertThat(peer.read().headers()).containsEntry("connection", "close");
                assertThat(peer.closedByPeer()).isTrue();
            }
        }
    }

    @Test
    void whoShowsNoCertificateReachesHealthOnly() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(null)) {
            Reply health = peer.send("GET /health HTTP/1.1\r\nHost: h\r\n\r\n").read();
            assertThat(health.text()).isEqualTo("up");
            Reply refused = peer.exchange(BINARY, Toy.request(1, 0, 24, false));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).isEqualTo("A known client certificate is needed.\n");
            assertThat(peer.closedByPeer()).isTrue();
        }
        assertThat(refusals).containsExactly(Refusal.CERTIFICATE_MISSING);
    }

    @Test
    void whoIsNotEnrolledIsRefusedWithTheSameText() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(ca.issue("stranger"))) {
            Reply refused = peer.exchange(BINARY, Toy.request(1, 0, 24, false));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).isEqualTo("A known client certificate is needed.\n");
        }
        assertThat(refusals).containsExactly(Refusal.CLIENT_UNKNOWN);
    }

    @Test
    void whoIsRevokedIsRefusedByTheNextRequest() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(known)) {
            assertThat(peer.exchange(BINARY, Toy.request(1, 0, 24, false)).status())
                    .isEqualTo(200);
            enrolled.clear();
            assertThat(peer.exchange(BINARY, Toy.request(2, 0, 24, false)).status())
                    .isEqualTo(403);
        }
        enrolled.add(known.certificate());
    }

    @Test
    void aRefusalThatCannotBeAuditedIsNotAnswered() throws Exception {
        start(ConnectionLimits.DEFAULT);
        auditFailure = new IOException("the disk is full");
        for (String request : List.of(HttpPeerConnection.post(BINARY, 24),
                "GET / HTTP/1.1\r\nHost: h\r\n\r\n", "PUT /kmip HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n")) {
            try (HttpPeerConnection peer = open(null)) {
                peer.send(request);
                assertThat(peer.closedByPeer()).as(request).isTrue();
            }
        }
        auditFailure = null;
    }

    @Test
    void aWrongPathMethodOrTypeIsToldAndTheConnectionKept() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(known)) {
            assertThat(peer.send("GET /kmip/ HTTP/1.1\r\nHost: h\r\n\r\n").read().status())
                    .isEqualTo(404);
            Reply method = peer.send("GET /kmip HTTP/1.1\r\nHost: h\r\n\r\n").read();
            assertThat(method.status()).isEqualTo(405);
            assertThat(method.headers()).containsEntry("allow", "POST");
            assertThat(peer.exchange(BINARY, Toy.request(1, 0, 24, false)).status())
                    .isEqualTo(200);
            assertThat(peer.exchange("text/xml", new byte[10]).status()).isEqualTo(415);
        }
        assertThat(refusals).containsExactly(Refusal.PATH_UNKNOWN, Refusal.METHOD_UNKNOWN,
                Refusal.TYPE_UNKNOWN);
    }

    @Test
    void whoAsksAgainAndAgainForNothingIsNotAnsweredForEver() throws Exception {
        start(ConnectionLimits.DEFAULT);
        int answered = 0;
        try (HttpPeerConnection peer = open(null)) {
            while (peer.send("GET /nothing HTTP/1.1\r\nHost: h\r\n\r\n").read()
                    .status() == 404) {
                answered++;
            }
            throw new AssertionError("every answer is a 404");
        } catch (IOException closed) {
            assertThat(answered).isGreaterThanOrEqualTo(20);
        }
        assertThat(refusals).containsOnly(Refusal.PATH_UNKNOWN, Refusal.REQUESTS_EXHAUSTED)
                .filteredOn(Refusal.PATH_UNKNOWN::equals).hasSize(answered);
        assertThat(refusals).filteredOn(Refusal.REQUESTS_EXHAUSTED::equals).hasSize(1);
        assertServes();
    }

    @Test
    void pipelinedRequestsForNothingAreRecordedAndAnsweredInTurn() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(known)) {
            for (String line : List.of("GET /1", "GET /health", "PUT /health", "GET /health")) {
                peer.send(line + " HTTP/1.1\r\nHost: h\r\n\r\n");
            }
            for (int status : new int[]{404, 200, 405, 200}) {
                assertThat(peer.read().status()).isEqualTo(status);
            }
        }
        assertThat(refusals).containsExactly(Refusal.PATH_UNKNOWN, Refusal.METHOD_UNKNOWN);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        start(ConnectionLimits.DEFAULT);
        for (String length : List.of("" + (MESSAGE_BYTES_MAX + 1), "2147483647",
                "999999999999999999")) {
            assertRefused(413, Refusal.MESSAGE_TOO_LONG, "POST /kmip HTTP/1.1\r\nHost: h\r\n"
                    + "Content-Type: " + BINARY + "\r\nContent-Length: " + length + "\r\n\r\n");
        }
        assertRefused(413, Refusal.MESSAGE_TOO_LONG,
                "GET /health HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx");
    }

    @Test
    void aBodyInChunksWithoutEndIsCut() throws Exception {
        start(ConnectionLimits.DEFAULT);
        byte[] chunk = new byte[64 << 10];
        try (HttpPeerConnection peer = open(known)) {
            peer.send("POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: " + BINARY
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int sent = 0; sent <= MESSAGE_BYTES_MAX; sent += chunk.length) {
                peer.send("10000\r\n").send(chunk).send("\r\n");
            }
            assertThat(peer.read().status()).isEqualTo(413);
        }
        assertThat(refusals).containsExactly(Refusal.MESSAGE_TOO_LONG);
        assertServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: application/octet-stream\r\nContent-Le",
            "POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: application/octet-stream\r\n"
                    + "Content-Length: 24\r\n\r\n\u0000\u0001\u0002",
            "POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: application/octet-stream\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\n123"})
    void whoIsSlowIsCut(String half) throws Exception {
        start(IMPATIENT);
        try (HttpPeerConnection peer = open(known)) {
            assertThat(peer.send(half).read().status()).isEqualTo(408);
            assertThat(peer.closedByPeer()).isTrue();
        }
        assertThat(refusals).containsExactly(Refusal.READ_TIMEOUT);
        assertServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 24\r\nContent-Length: 25\r\n",
            "Content-Length: 24\r\nContent-Length: 24\r\n", "Content-Length: 24, 24\r\n",
            "Content-Length: +24\r\n", "Content-Length: -1\r\n", "Content-Length: 0x18\r\n",
            "Content-Length: 9223372036854775807\r\n", "Content-Length: \r\n",
            "Content-Length : 24\r\n", "Content-Length: 24\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 24\r\n", "no colon\r\n",
            "nul\u0000: 1\r\n"})
    void aRequestWithTwoReadingsIsRefused(String field) throws Exception {
        start(ConnectionLimits.DEFAULT);
        assertRefused(400, Refusal.NOT_A_REQUEST, "POST /kmip HTTP/1.1\r\nHost: h\r\n"
                + "Content-Type: " + BINARY + "\r\n" + field + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "chunked, chunked", "gzip, chunked", "identity",
            "chunked\r\nTransfer-Encoding: chunked", "\u000bchunked"})
    void anyOtherTransferCodingIsRefused(String coding) throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(known)) {
            peer.send("POST /kmip HTTP/1.1\r\nHost: h\r\nContent-Type: " + BINARY
                    + "\r\nTransfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n"
                    + "GET /health HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(peer.read().status()).isIn(400, 501);
            assertThat(peer.closedByPeer()).as("nothing behind it is answered").isTrue();
        }
        assertThat(refusals).containsExactly(Refusal.NOT_A_REQUEST);
        assertServes();
    }

    @Test
    void whatIsNotHttp11IsRefused() throws Exception {
        start(ConnectionLimits.DEFAULT);
        assertRefused(400, Refusal.NOT_A_REQUEST, "B\u0000x\u0001 rubbish\r\n\r\n");
        assertRefused(414, Refusal.MESSAGE_TOO_LONG,
                "GET /" + "a".repeat(5000) + " HTTP/1.1\r\n\r\n");
        assertRefused(431, Refusal.MESSAGE_TOO_LONG, "GET /health HTTP/1.1\r\nHost: h\r\n"
                + ("X: " + "a".repeat(1000) + "\r\n").repeat(20) + "\r\n");
        assertRefused(400, Refusal.NOT_A_REQUEST, "GET /health HTTP/1.1\r\n\r\n");
        assertRefused(400, Refusal.NOT_A_REQUEST,
                "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        assertRefused(505, Refusal.NOT_A_REQUEST, "GET /health HTTP/3.0\r\nHost: a\r\n\r\n");
        assertRefused(417, Refusal.NOT_A_REQUEST,
                "GET /health HTTP/1.1\r\nHost: a\r\nExpect: much\r\n\r\n");
    }

    @Test
    void aBodyThatIsNotOneFrameIsRefused() throws Exception {
        start(ConnectionLimits.DEFAULT);
        byte[] good = Toy.request(1, 0, 24, false);
        byte[] lying = good.clone();
        lying[7] = 17;
        for (byte[] body : List.of(new byte[0], new byte[]{0x42, 0, 0x78, 1}, lying,
                Arrays.copyOf(good, good.length + 1), new byte[24])) {
            refusals.clear();
            try (HttpPeerConnection peer = open(known)) {
                assertThat(peer.exchange(BINARY, body).status()).isEqualTo(400);
                assertThat(peer.closedByPeer()).isTrue();
            }
            assertThat(refusals).containsExactly(Refusal.NOT_A_REQUEST);
        }
        assertServes();
    }

    @Test
    void aContentLengthThatIsTooSmallHidesNoRequest() throws Exception {
        start(ConnectionLimits.DEFAULT);
        try (HttpPeerConnection peer = open(known)) {
            peer.send(HttpPeerConnection.post(BINARY, 8)).send(Toy.request(1, 0, 24, false))
                    .send("GET /health HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(peer.read().status()).isEqualTo(400);
            assertThat(peer.closedByPeer()).isTrue();
        }
    }

    @Test
    void whoReadsNoAnswerIsCut() throws Exception {
        start(IMPATIENT);
        try (HttpPeerConnection peer = open(known)) {
            for (int i = 0; i < 40; i++) {
                peer.send(HttpPeerConnection.post(BINARY, Toy.SMALL))
                        .send(Toy.request(i, 0, 1 << 20, false));
            }
            await().untilAsserted(
                    () -> assertThat(refusals).containsExactly(Refusal.WRITE_TIMEOUT));
        }
        assertServes();
    }

    @Test
    void whoHangsUpInTheMiddleLeavesNothing() throws Exception {
        start(ConnectionLimits.DEFAULT);
        for (int bytes = 0; bytes < Toy.SMALL; bytes += 5) {
            try (HttpPeerConnection peer = open(known)) {
                peer.send(HttpPeerConnection.post(BINARY, Toy.SMALL))
                        .send(Arrays.copyOf(Toy.request(1, 0, 24, false), bytes));
            }
        }
        assertServes();
    }

    private void assertRefused(int status, Refusal reason, String request) throws Exception {
        refusals.clear();
        try (HttpPeerConnection peer = open(known)) {
            Reply reply = peer.send(request).read();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.headers()).containsEntry("connection", "close");
            assertThat(peer.closedByPeer()).isTrue();
        }
        assertThat(refusals).containsExactly(reason);
        assertServes();
    }

    private void assertServes() throws Exception {
        try (HttpPeerConnection peer = open(known)) {
            assertThat(peer.exchange(BINARY, Toy.request(9, 0, 24, false)).status())
                    .isEqualTo(200);
        }
    }

    private HttpPeerConnection open(TestCa.@Nullable Holder holder) throws Exception {
        SSLContext tls = ca.client(holder);
        return HttpPeerConnection.open(started().port(), tls);
    }

    private void start(ConnectionLimits limits) throws Exception {
        RefusalLog log = (_, reason, _) -> {
            refusals.add(reason);
            Throwable failure = auditFailure;
            return failure == null ? Future.succeededFuture() : Future.failedFuture(failure);
        };
        listener = new HttpsListener(vertx,
                new ListenerOptions("127.0.0.1", 0, 1, ca.server(), List.of(ca.certificate()),
                        limits),
                this::resolve, List.of(new Health(), new KmipEndpoint(vertx, new Toy(vertx), false,
                        MESSAGE_BYTES_MAX)),
                log);
        awaitFuture(listener.start());
    }

    private HttpsListener started() {
        HttpsListener one = listener;
        if (one == null) {
            throw new IllegalStateException("no listener was started");
        }
        return one;
    }

    private Optional<Subject> resolve(X509Certificate[] chain) {
        return enrolled.contains(chain[0])
                ? Optional.of(new Subject("known", "tenant", Role.CRYPTO_USER, "f",
                        Profile.DEFAULT))
                : Optional.empty();
    }

    private static void awaitFuture(Future<?> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** Anybody's endpoint. */
    private static final class Health implements HttpEndpoint {
        @Override
        public boolean serves(String path) {
            return path.equals("/health");
        }

        @Override
        public Set<String> methods() {
            return Set.of("GET");
        }

        @Override
        public int bodyBytesMax() {
            return 0;
        }

        @Override
        public @Nullable HttpRefusal refuse(HttpHead head, HttpPeer peer) {
            return null;
        }

        @Override
        public Future<HttpReply> answer(HttpHead head, HttpPeer peer,
                io.netty.buffer.ByteBuf body) {
            return Future.succeededFuture(HttpReply.text(200, "text/plain", "up"));
        }
    }
}
