package io.sallyport.gateway.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** A port of the loopback address at which something answers that is no gateway. */
final class FakeServer implements AutoCloseable {
    private static final int REQUEST_BYTES_MAX = 4096;

    private final ServerSocket listening;

    /** What is said to what has come; null to close the connection. */
    @FunctionalInterface
    interface Manners {
        byte @Nullable [] answer(byte[] request) throws IOException;
    }

    private FakeServer(ServerSocket listening, byte[] greeting, Manners manners) {
        this.listening = listening;
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket peer = listening.accept();
                    Thread.ofVirtual().start(() -> serve(peer, greeting, manners));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    /** One that waits for what the peer says. */
    static FakeServer answering(Manners manners) throws IOException {
        return new FakeServer(open(), new byte[0], manners);
    }

    /** One that speaks first, in text. */
    static FakeServer greeting(String text) throws IOException {
        return new FakeServer(open(), text.getBytes(StandardCharsets.UTF_8), _ -> null);
    }

    /** One that answers over a socket of the caller's. */
    static FakeServer on(ServerSocket listening, Manners manners) {
        return new FakeServer(listening, new byte[0], manners);
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    }

    private static void serve(Socket peer, byte[] greeting, Manners manners) {
        try (peer) {
            peer.getOutputStream().write(greeting);
            byte[] request = new byte[REQUEST_BYTES_MAX];
            while (true) {
                int count = peer.getInputStream().read(request);
                if (count < 0) {
                    return;
                }
                byte[] answer = manners.answer(Arrays.copyOf(request, count));
                if (answer == null) {
                    return;
                }
                peer.getOutputStream().write(answer);
            }
        } catch (IOException _) {
            return;
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
