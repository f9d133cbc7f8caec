package io.sallyport.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.net.Refusal;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;
import io.vertx.core.json.JsonObject;

/** Hostile and broken peers against the real gateway with its real engine. */
class BadInputTest {
    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static Path client;
    static Identity expired;

    @BeforeAll
    static void start() throws Exception {
        gateway = GatewayProcess.init(folder.resolve("home"));
        expired = Enrolment.issue(gateway.home(), "expired",
                Instant.now().minus(Duration.ofDays(3)));
        Enrolment.enrol(gateway.home(), "expired", expired.certificate());
        gateway.start();
        client = gateway.addClient("database");
    }

    @AfterAll
    static void stop() {
        try {
            await().untilAsserted(() -> {
                JsonObject net = new JsonObject(GatewayProcess.command("status", "--home",
                        gateway.home().toString(), "--output", "json").out())
                        .getJsonObject("connections");
                assertThat(net.getInteger("open")).as(net.encode()).isZero();
                assertThat(net.getInteger("inFlight")).as(net.encode()).isZero();
            });
        } finally {
            gateway.close();
        }
    }

    @AfterEach
    void theNextClientIsServed() throws IOException {
        try (RawConnection next = RawConnection.open(gateway.kmipPort(), client)) {
            assertThat(status(next.exchange(Requests.discoverVersions())))
                    .isEqualTo(ResultStatus.SUCCESS.code());
        }
    }

    @Test
    void noCertificateIsRefused() throws Exception {
        refusedAndAudited(null, Refusal.CERTIFICATE_MISSING, null);
    }

    @Test
    void aCertificateOfAnotherAuthorityOfTheSameNameIsRefused() throws Exception {
        Identity stranger = Enrolment.issueElsewhere(gateway.home(), "stranger");
        refusedAndAudited(stranger, Refusal.CERTIFICATE_UNTRUSTED, stranger.certificate());
    }

    @Test
    void aCertificateThatNobodyEnrolledWithIsRefused() throws Exception {
        Identity unknown = Enrolment.issue(gateway.home(), "database", Instant.now());
        refusedAndAudited(unknown, Refusal.CLIENT_UNKNOWN, unknown.certificate());
    }

    @Test
    void theExpiredCertificateOfAnEnrolledClientIsRefused() throws Exception {
        refusedAndAudited(expired, Refusal.CERTIFICATE_EXPIRED, expired.certificate());
    }

    @Test
    void aRevokedClientIsRefused() {
        Path former = gateway.addClient("former");
        CommandResult revoked = GatewayProcess.command("client", "revoke", "former", "--home",
                gateway.home().toString());
        assertThat(revoked.exitCode()).as(revoked.toString()).isZero();
        assertThatThrownBy(() -> {
            try (RawConnection connection = RawConnection.open(gateway.kmipPort(), former)) {
                connection.exchange(Requests.discoverVersions());
            }
        }).isInstanceOf(IOException.class);
    }

    @Test
    void aLengthOfTwoGigabytesClosesTheConnection() throws IOException {
        byte[] request = Requests.discoverVersions();
        ByteBuffer.wrap(request).putInt(4, Integer.MAX_VALUE - 7);
        closes(request);
    }

    @Test
    void aNegativeLengthClosesTheConnection() throws IOException {
        byte[] request = Requests.discoverVersions();
        ByteBuffer.wrap(request).putInt(4, -8);
        closes(request);
    }

    @Test
    void anotherProtocolClosesTheConnection() throws IOException {
        closes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aDepthOfTenThousandIsAnInvalidMessage() throws IOException {
        int depth = 10_000;
        ByteBuffer bomb = ByteBuffer.allocate(depth * 8);
        for (int i = 0; i < depth; i++) {
            bomb.putInt(Tag.REQUEST_MESSAGE << 8 | 1).putInt((depth - 1 - i) * 8);
        }
        refused(bomb.array(), ResultReason.INVALID_MESSAGE);
    }

    @Test
    void aBatchCountThatLiesIsAnInvalidMessage() throws IOException {
        for (int count : new int[]{0, 2, -1, Integer.MAX_VALUE}) {
            refused(Requests.encoded(Requests.message(KmipVersion.V1_2, count,
                    Requests.item(Operation.DISCOVER_VERSIONS.code()))),
                    ResultReason.INVALID_MESSAGE);
        }
    }

    @Test
    void anUnknownOperationIsNotSupported() throws IOException {
        byte[] answer = refused(
                Requests.encoded(Requests.message(KmipVersion.V1_2, 1, Requests.item(0x7777))),
                ResultReason.OPERATION_NOT_SUPPORTED);
        assertThat(Requests.enumeration(answer, Tag.OPERATION)).isEqualTo(0x7777);
    }

    @Test
    void textThatIsNotUtf8IsAnInvalidMessage() throws IOException {
        byte[] request = Requests.encoded(
                Requests.message(KmipVersion.V1_2, 1, Requests.item(Operation.GET.code(),
                        Requests.text(Tag.UNIQUE_IDENTIFIER, "identifier"))));
        byte[] identifier = "identifier".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < request.length - identifier.length; i++) {
            if (Arrays.equals(request, i, i + identifier.length, identifier, 0,
                    identifier.length)) {
                request[i] = (byte) 0xC3;
            }
        }
        refused(request, ResultReason.INVALID_MESSAGE);
    }

    @Test
    void halfAMessageHoldsUpNobody() throws IOException {
        byte[] request = Requests.discoverVersions();
        try (RawConnection half = RawConnection.open(gateway.kmipPort(), client)) {
            half.send(Arrays.copyOf(request, request.length / 2));
            theNextClientIsServed();
            half.send(Arrays.copyOfRange(request, request.length / 2, request.length));
            assertThat(status(half.read())).isEqualTo(ResultStatus.SUCCESS.code());
        }
    }

    @Test
    void aSecondServerOnThePortSaysWhatToDo() {
        CommandResult second = GatewayProcess.command("serve", "--home",
                GatewayProcess.init(folder.resolve("second")).home().toString(), "--kmip-port",
                String.valueOf(gateway.kmipPort()), "--https-port", "0");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains(String.valueOf(gateway.kmipPort()));
        assertThat(second.out()).isEmpty();
    }

    @Test
    void theAuditLogStaysWhole() {
        CommandResult verified = GatewayProcess.command("audit", "verify", "--home",
                gateway.home().toString());
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }

    /** No answer, a clean end, and one record of what was refused to whom. */
    private static void refusedAndAudited(@Nullable Identity who, Refusal reason,
            @Nullable X509Certificate shown) throws Exception {
        AuditTrail audit = AuditTrail.of(gateway.home());
        int before = audit.refusals(reason.name()).size();
        SSLContext context = RawConnection.context(who == null ? null : Enrolment.keyStore(who),
                client.resolve("ca.pem"));
        assertThatThrownBy(() -> {
            try (RawConnection connection = RawConnection.open(gateway.kmipPort(), context)) {
                connection.exchange(Requests.discoverVersions());
            }
        }).isInstanceOf(IOException.class);
        await().untilAsserted(
                () -> assertThat(audit.refusals(reason.name())).hasSize(before + 1));
        AuditEvent refused = audit.refusals(reason.name()).getLast();
        assertThat(refused.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(refused.certificate())
                .isEqualTo(shown == null ? null : Fingerprint.of(shown));
    }

    private static void closes(byte[] request) throws IOException {
        try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
            connection.send(request);
            assertThat(connection.closedByPeer()).isTrue();
        }
    }

    private static byte[] refused(byte[] request, ResultReason reason) throws IOException {
        try (RawConnection connection = RawConnection.open(gateway.kmipPort(), client)) {
            byte[] answer = connection.exchange(request);
            assertThat(status(answer)).isEqualTo(ResultStatus.OPERATION_FAILED.code());
            assertThat(Requests.enumeration(answer, Tag.RESULT_REASON)).isEqualTo(reason.code());
            return answer;
        }
    }

    private static int status(byte[] answer) {
        return Requests.enumeration(answer, Tag.RESULT_STATUS);
    }
}
