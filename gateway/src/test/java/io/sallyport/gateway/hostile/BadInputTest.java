package io.sallyport.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.GatewayProcess.CommandResult;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.gateway.testing.Requests;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Tag;

/** Hostile and broken peers against the real gateway with its real engine. */
class BadInputTest {
    @TempDir
    static Path folder;
    static GatewayProcess gateway;
    static Path client;

    @BeforeAll
    static void start() {
        gateway = GatewayProcess.init(folder.resolve("home"));
        gateway.start();
        client = gateway.addClient("database");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void theNextClientIsServed() throws IOException {
        try (RawConnection next = RawConnection.open(gateway.kmipPort(), client)) {
            assertThat(status(next.exchange(Requests.discoverVersions())))
                    .isEqualTo(ResultStatus.SUCCESS.code());
        }
    }

    @Test
    void noCertificateIsRefused() {
        assertThatThrownBy(() -> {
            try (RawConnection nobody = RawConnection.open(gateway.kmipPort(),
                    RawConnection.context(null, client.resolve("ca.pem")))) {
                nobody.exchange(Requests.discoverVersions());
            }
        }).isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused(@TempDir Path elsewhere)
            throws IOException, GeneralSecurityException {
        GatewayProcess other = GatewayProcess.init(elsewhere.resolve("home"));
        Path stranger = other.addClient("stranger");
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(stranger.resolve("client.p12"))) {
            keys.load(in, "changeit".toCharArray());
        }
        assertThatThrownBy(() -> {
            try (RawConnection connection = RawConnection.open(gateway.kmipPort(),
                    RawConnection.context(keys, client.resolve("ca.pem")))) {
                connection.exchange(Requests.discoverVersions());
            }
        }).isInstanceOf(IOException.class);
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
