package io.sallyport.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A TLS connection on which a test sends any bytes it likes as HTTP, and reads the answers. */
public final class HttpPeerConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final SSLSocket socket;

    private HttpPeerConnection(SSLSocket socket) {
        this.socket = socket;
    }

    /**
     * An answer as it came.
     *
     * @param latin the body, a character for each byte
     */
    public record Reply(int status, Map<String, String> headers, String latin) {

        /** The body. */
        public byte[] body() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** The body as text. */
        public String text() {
            return new String(body(), StandardCharsets.UTF_8);
        }
    }

    /** Connects with this TLS context. */
    public static HttpPeerConnection open(int port, SSLContext context) throws IOException {
        Socket plain = new Socket();
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(TIMEOUT_MILLIS);
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                TIMEOUT_MILLIS);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1",
                port, true);
        socket.startHandshake();
        return new HttpPeerConnection(socket);
    }

    /** The head of a POST of so many bytes to /kmip. */
    public static String post(String contentType, int length) {
        return "POST /kmip HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** Sends bytes as they are. */
    public HttpPeerConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a text as it is. */
    public HttpPeerConnection send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Posts a body to /kmip and reads the answer. */
    public Reply exchange(String contentType, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                post(contentType, body.length).getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return send(request.toByteArray()).read();
    }

    /** Reads one answer. */
    public Reply read() throws IOException {
        String[] start = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = socket.getInputStream().readNBytes(length);
        if (body.length < length) {
            throw new EOFException("closed within a body");
        }
        return new Reply(Integer.parseInt(start[1]), headers,
                new String(body, StandardCharsets.ISO_8859_1));
    }

    /** Whether the peer has closed the connection: waits for its end of stream. */
    public boolean closedByPeer() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SSLException | SocketException e) {
            return true;
        }
    }

    private String line() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed within a head");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
