package io.sallyport.gateway.doctor.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

import org.jspecify.annotations.Nullable;

/** TLS connections with the database's certificate. */
record TlsProbe(Target target, InetSocketAddress address, Duration patience) {

    /**
     * How a handshake went. Whoever has it closes it.
     *
     * @param socket null if it failed
     * @param chain what the server showed, as far as it came to that
     * @param accepted names of the authorities whose certificates the server takes
     * @param failure what TLS said, or null
     */
    record Handshake(@Nullable SSLSocket socket, List<X509Certificate> chain,
            List<String> accepted, @Nullable String failure) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
            }
        }
    }

    /** Shakes hands, in any version, or in one. */
    Handshake shake(ClientFolder files, @Nullable String onlyVersion)
            throws IOException, GeneralSecurityException {
        ShownKey own = new ShownKey(files.chain(), files.key());
        SeenServer server = new SeenServer();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[]{own}, new TrustManager[]{server}, null);
        Socket plain = Sockets.connect(address, patience);
        SSLSocket socket = null;
        String failure = null;
        try {
            socket = (SSLSocket) context.getSocketFactory().createSocket(plain, target.host(),
                    target.port(), true);
            if (onlyVersion != null) {
                socket.setEnabledProtocols(new String[]{onlyVersion});
            }
            socket.startHandshake();
        } catch (SSLException e) {
            failure = Objects.requireNonNullElse(e.getMessage(), "no reason was given");
        } catch (IOException e) {
            failure = "the connection was closed (" + e.getClass().getSimpleName() + ")";
        }
        if (failure != null) {
            plain.close();
        }
        return new Handshake(failure == null ? socket : null, server.chain(), own.accepted(),
                failure);
    }
}
