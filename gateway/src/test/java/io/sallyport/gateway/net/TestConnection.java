package io.sallyport.gateway.net;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A client connection that speaks the toy's protocol. */
public final class TestConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final SSLSocket socket;
    private final DataInputStream in;

    private TestConnection(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects and shakes hands. */
    public static TestConnection open(SSLContext tls, int port, String... protocols)
            throws IOException {
        Socket raw = new Socket();
        raw.setTcpNoDelay(true);
        raw.setSoTimeout(PATIENCE_MILLIS);
        raw.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(raw, "localhost", port,
                true);
        if (protocols.length > 0) {
            socket.setEnabledProtocols(protocols);
        }
        socket.startHandshake();
        return new TestConnection(socket);
    }

    /** The socket itself. */
    public SSLSocket socket() {
        return socket;
    }

    /** Sends bytes in one record, if they fit in one. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends a part of the bytes. */
    public void send(byte[] bytes, int from, int length) throws IOException {
        socket.getOutputStream().write(bytes, from, length);
    }

    /** Reads one message. */
    public byte[] receive() throws IOException {
        byte[] header = in.readNBytes(8);
        if (header.length < 8) {
            throw new java.io.EOFException("closed");
        }
        int length = java.nio.ByteBuffer.wrap(header).getInt(4);
        byte[] message = java.util.Arrays.copyOf(header, 8 + length);
        in.readFully(message, 8, length);
        return message;
    }

    /** Reads one message of the toy, and returns its number. */
    public int receiveNumber() throws IOException {
        return java.nio.ByteBuffer.wrap(receive()).getInt(8);
    }

    /** True if the server closes without sending anything more. */
    public boolean isClosedByServer() {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
