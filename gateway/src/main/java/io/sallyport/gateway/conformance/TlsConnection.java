package io.sallyport.gateway.conformance;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import io.sallyport.kmip.client.ServerAddress;
import io.sallyport.kmip.ttlv.TtlvBinary;

/** KMIP as it is mostly spoken: binary messages over TLS. */
public final class TlsConnection implements CaseConnection {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int ANSWER_BYTES_MAX = 64 << 20;

    private final SSLSocket socket;

    private TlsConnection(SSLSocket socket) {
        this.socket = socket;
    }

    /** Connects, and checks that the server's certificate is for this host. */
    public static TlsConnection open(ServerAddress server, SSLContext tls) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(PATIENCE_MILLIS);
            plain.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain,
                    server.host(), server.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new TlsConnection(socket);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    @Override
    public byte[] exchange(byte[] request) throws IOException {
        reply(request);
        return receive();
    }

    @Override
    public void reply(byte[] response) throws IOException {
        socket.getOutputStream().write(response);
        socket.getOutputStream().flush();
    }

    @Override
    public byte[] receive() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] header = in.readNBytes(TtlvBinary.HEADER_BYTES);
        if (header.length < TtlvBinary.HEADER_BYTES) {
            throw new EOFException("the server closed the connection instead of answering");
        }
        int length = ByteBuffer.wrap(header).getInt(4);
        if (length < 0 || length > ANSWER_BYTES_MAX) {
            throw new IOException("the answer announces a length of " + length + " bytes");
        }
        byte[] answer = Arrays.copyOf(header, header.length + length);
        in.readFully(answer, header.length, length);
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
