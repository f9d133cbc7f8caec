package io.sallyport.gateway.testing;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/** A mutual-TLS connection on which a test sends any bytes it likes. */
public final class RawConnection implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int TIMEOUT_MILLIS = 30_000;

    private final SSLSocket socket;

    private RawConnection(SSLSocket socket) {
        this.socket = socket;
    }

    /** Connects with the files of an enrolled client. */
    public static RawConnection open(int port, Path clientFiles) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(clientFiles.resolve("client.p12"))) {
                keys.load(in, PASSWORD);
            }
            return open(port, context(keys, clientFiles.resolve("ca.pem")));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Connects with this TLS context. */
    public static RawConnection open(int port, SSLContext context) throws IOException {
        Socket plain = new Socket();
        plain.setTcpNoDelay(true);
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                TIMEOUT_MILLIS);
        plain.setSoTimeout(TIMEOUT_MILLIS);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1",
                port, true);
        socket.startHandshake();
        return new RawConnection(socket);
    }

    /** A context with these keys (or none) that trusts the authority in the file. */
    public static SSLContext context(@Nullable KeyStore keys, Path authority)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in);
            trusted.setCertificateEntry("authority", certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        if (keys == null) {
            KeyStore none = KeyStore.getInstance("PKCS12");
            none.load(null, null);
            own.init(none, PASSWORD);
        } else {
            own.init(keys, PASSWORD);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Sends bytes as they are. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads one message; its length comes from its header. */
    public byte[] read() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] header = in.readNBytes(8);
        if (header.length < 8) {
            throw new EOFException("closed after " + header.length + " bytes");
        }
        int length = ByteBuffer.wrap(header).getInt(4);
        byte[] message = Arrays.copyOf(header, 8 + length);
        in.readFully(message, 8, length);
        return message;
    }

    /** Sends a message and reads the answer. */
    public byte[] exchange(byte[] request) throws IOException {
        send(request);
        return read();
    }

    /** Whether the peer has closed the connection: waits for its end of stream. */
    public boolean closedByPeer() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SSLException | SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
