package io.sallyport.kmip.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import io.sallyport.kmip.ttlv.TtlvBinary;

/** One TLS connection, used by one request at a time. */
final class Connection implements AutoCloseable {
    private static final int PROBE_MILLIS = 1;
    private static final long PROBE_AFTER_NANOS = 500_000_000L;

    /** The connection broke. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean answerBegun;

        Broken(boolean answerBegun, IOException cause) {
            super(cause);
            this.answerBegun = answerBegun;
        }

        /** Whether any byte of an answer had come. */
        boolean answerBegun() {
            return answerBegun;
        }
    }

    private final SSLSocket socket;
    private final ServerAddress server;
    private long idleSinceNanos = System.nanoTime();

    private Connection(SSLSocket socket, ServerAddress server) {
        this.socket = socket;
        this.server = server;
    }

    static Connection open(ServerAddress server, KmipClientConfig config, long deadlineNanos)
            throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(server.host(), server.port()),
                    (int) Math.min(config.connectTimeout().toMillis(), millisTo(deadlineNanos)));
            SSLSocket socket = (SSLSocket) config.tls().getSocketFactory().createSocket(plain,
                    server.host(), server.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            if (config.verifyHostName()) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(millisTo(deadlineNanos));
            socket.startHandshake();
            return new Connection(socket, server);
        } catch (IOException failure) {
            plain.close();
            throw failure;
        }
    }

    ServerAddress server() {
        return server;
    }

    /** Whether the peer has closed this idle connection, as far as can be seen from here. */
    boolean isStale() {
        if (System.nanoTime() - idleSinceNanos < PROBE_AFTER_NANOS) {
            return socket.isClosed();
        }
        try {
            socket.setSoTimeout(PROBE_MILLIS);
            socket.getInputStream().skipNBytes(1);
            return true; // a server says nothing unasked
        } catch (SocketTimeoutException quiet) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    /**
     * Sends one message in one write and reads the whole answer.
     *
     * @return the answer; the caller wipes it
     */
    byte[] exchange(byte[] request, long deadlineNanos, int answerBytesMax) throws IOException {
        boolean begun = false;
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            byte[] header = new byte[TtlvBinary.HEADER_BYTES];
            read(header, 0, 1, deadlineNanos);
            begun = true;
            read(header, 1, header.length, deadlineNanos);
            int length = ByteBuffer.wrap(header).getInt(4);
            if (length < 0 || length > answerBytesMax - header.length) {
                throw new IOException("The answer is longer than " + answerBytesMax + " bytes.");
            }
            byte[] answer = Arrays.copyOf(header, header.length + length);
            read(answer, header.length, answer.length, deadlineNanos);
            idleSinceNanos = System.nanoTime();
            return answer;
        } catch (SocketTimeoutException late) {
            throw late;
        } catch (IOException failure) {
            throw new Broken(begun, failure);
        }
    }

    private void read(byte[] into, int from, int to, long deadlineNanos) throws IOException {
        InputStream in = socket.getInputStream();
        int at = from;
        while (at < to) {
            socket.setSoTimeout(millisTo(deadlineNanos));
            int count = in.read(into, at, to - at);
            if (count < 0) {
                throw new EOFException("The server closed the connection.");
            }
            at += count;
        }
    }

    private static int millisTo(long deadlineNanos) throws SocketTimeoutException {
        long millis = (deadlineNanos - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("The time for the request is over.");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to close, and nobody waits for this connection any more.
            return;
        }
    }
}
