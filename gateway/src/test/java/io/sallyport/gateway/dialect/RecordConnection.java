package io.sallyport.gateway.dialect;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLParameters;

/**
 * A TLS connection that sees the records: TLS is driven by hand, one record at a time, so that it
 * is known how many bytes of an answer came in which. Not thread-safe.
 */
final class RecordConnection implements AutoCloseable {
    private static final int RECORD_HEADER = 5;
    private static final int KMIP_HEADER = 8;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Socket socket;
    private final DataInputStream in;
    private final SSLEngine engine;
    private final ByteBuffer plain;
    private final ByteBuffer sealed;

    private RecordConnection(Socket socket, SSLEngine engine) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.engine = engine;
        this.plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        this.sealed = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    }

    /**
     * Connects and shakes hands.
     *
     * @param tls "1.2" or "1.3"
     * @param verifiesName whether the server is named and its certificate has to have the name
     * @throws IOException if the server is not there or refuses
     */
    static RecordConnection open(int port, SSLContext context, String tls, boolean verifiesName)
            throws IOException {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[]{"TLSv" + tls});
        if (verifiesName) {
            parameters.setServerNames(List.of(new SNIHostName("localhost")));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    TIMEOUT_MILLIS);
            RecordConnection connection = new RecordConnection(socket, engine);
            engine.beginHandshake();
            connection.shakeHands();
            return connection;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void shakeHands() throws IOException {
        while (true) {
            HandshakeStatus status = engine.getHandshakeStatus();
            switch (status) {
                case NEED_WRAP -> wrap(NOTHING.duplicate());
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (unwrap(record()) > 0) {
                        throw new IOException("data before the end of the handshake");
                    }
                }
                case NEED_TASK -> runTasks();
                case FINISHED, NOT_HANDSHAKING -> {
                    return;
                }
            }
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task =
                engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** Sends bytes as they are, in one record as long as they fit. */
    void send(byte[] bytes) throws IOException {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        do {
            wrap(source);
        } while (source.hasRemaining());
    }

    private void wrap(ByteBuffer source) throws IOException {
        sealed.clear();
        engine.wrap(source, sealed);
        socket.getOutputStream().write(sealed.array(), 0, sealed.position());
        socket.getOutputStream().flush();
    }

    /**
     * Reads one message; its own header says how long it is.
     *
     * @throws Objection if more comes than the message
     */
    Received receive() throws IOException, Objection {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        List<Integer> records = new ArrayList<>();
        while (message.size() < KMIP_HEADER || message.size() < length(message)) {
            int length = unwrap(record());
            if (length > 0) {
                records.add(length);
                message.write(plain.array(), 0, length);
            }
            if (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
                shakeHands();
            }
        }
        if (message.size() > length(message)) {
            throw new Objection("something follows the answer in its record");
        }
        return Received.of(message.toByteArray(), records);
    }

    private static int length(ByteArrayOutputStream message) {
        return KMIP_HEADER + ByteBuffer.wrap(message.toByteArray()).getInt(4);
    }

    /** The next record of the connection, whatever its kind. */
    private ByteBuffer record() throws IOException {
        byte[] header = in.readNBytes(RECORD_HEADER);
        if (header.length < RECORD_HEADER) {
            throw new EOFException("the server has closed the connection");
        }
        int length = ByteBuffer.wrap(header).getShort(3) & 0xFFFF;
        ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + length).put(header);
        in.readFully(record.array(), RECORD_HEADER, length);
        return record.rewind();
    }

    /** Opens one record into {@code plain}; how many bytes of the application were in it. */
    private int unwrap(ByteBuffer record) throws IOException {
        plain.clear();
        while (record.hasRemaining()) {
            SSLEngineResult result = engine.unwrap(record, plain);
            if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                throw new EOFException("the server has closed the connection");
            }
            if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (result.bytesConsumed() == 0) {
                break;
            }
        }
        return plain.position();
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            engine.closeOutbound();
            wrap(NOTHING.duplicate());
        }
    }
}
