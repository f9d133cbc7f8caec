package io.sallyport.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.net.TestCa;

/** A server that cuts its answers is found, in both versions of TLS; one that does not is not. */
class RecordConnectionTest {
    private static final byte[] QUESTION = {1, 2, 3};

    private SSLContext client;
    private SSLServerSocket listener;

    @BeforeEach
    void listen() throws Exception {
        TestCa authority = new TestCa("authority");
        client = authority.client(null);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(TestCa.keyStore(authority.issue("localhost")), "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        listener = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1,
                InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    /** Answers one question with these bytes, a record for each. */
    private void answerWith(byte[]... records) {
        Thread.ofVirtual().start(() -> {
            try (SSLSocket socket = (SSLSocket) listener.accept()) {
                socket.getInputStream().readNBytes(QUESTION.length);
                for (byte[] record : records) {
                    socket.getOutputStream().write(record);
                    socket.getOutputStream().flush();
                }
                socket.getInputStream().read();
            } catch (IOException e) {
                // The client sees a connection that ended, and its test fails.
            }
        });
    }

    private Received ask(String tls) throws IOException, Objection {
        try (RecordConnection connection = RecordConnection.open(listener.getLocalPort(), client,
                tls, true)) {
            connection.send(QUESTION);
            return connection.receive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3"})
    void anAnswerInOneRecordIsTaken(String tls) throws Exception {
        byte[] answer = Planted.bytes(Planted.state(0));
        answerWith(answer);
        Received received = ask(tls);
        assertThat(received.bytes()).isEqualTo(answer);
        assertThat(received.records()).containsExactly(answer.length);
        AnswerReader.named("libkmip").read(Planted.stateAsked(0, 8192), received);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3"})
    void anAnswerThatIsCutIsFound(String tls) throws Exception {
        byte[] answer = Planted.bytes(Planted.state(0));
        for (int cut : List.of(8, 40, answer.length - 8)) {
            answerWith(Arrays.copyOf(answer, cut), Arrays.copyOfRange(answer, cut, answer.length));
            Received received = ask(tls);
            assertThat(received.bytes()).isEqualTo(answer);
            assertThat(received.records()).containsExactly(cut, answer.length - cut);
            assertThatThrownBy(() -> AnswerReader.named("libkmip")
                    .read(Planted.stateAsked(0, 8192), received)).isInstanceOf(Objection.class)
                    .hasMessageContaining("TLS records");
            // Others read until they have it all.
            AnswerReader.named("standard").read(Planted.stateAsked(0, 8192), received);
        }
    }

    @Test
    void whatFollowsTheAnswerIsFound() {
        byte[] answer = Planted.bytes(Planted.state(0));
        answerWith(Arrays.copyOf(answer, answer.length + 1));
        assertThatThrownBy(() -> ask("1.3")).isInstanceOf(Objection.class)
                .hasMessageContaining("follows");
    }

    @Test
    void aClientThatChecksTheNameDoesNotTakeAnother() throws Exception {
        client = new TestCa("another authority").client(null);
        answerWith(Planted.bytes(Planted.state(0)));
        assertThatThrownBy(() -> ask("1.3")).isInstanceOf(SSLException.class);
    }
}
