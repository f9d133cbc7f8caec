package io.sallyport.samples.quickstart.mongodb;

import com.mongodb.internal.crypt.capi.MongoKeyDecryptor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Carries libmongocrypt's key requests to the gateway, one connection for each as the drivers do.
 * The bytes are libmongocrypt's own; nothing here understands them.
 */
final class KmsChannel {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final SSLContext tls;
    private final AtomicInteger requests = new AtomicInteger();

    KmsChannel(SSLContext tls) {
        this.tls = tls;
    }

    /** How many requests were carried so far. */
    int requests() {
        return requests.get();
    }

    /** Sends the request and feeds the answer until libmongocrypt has enough of it. */
    void exchange(MongoKeyDecryptor request) throws IOException {
        InetSocketAddress server = address(request.getHostName());
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(server, TIMEOUT_MILLIS);
            ByteBuffer message = request.getMessage();
            byte[] bytes = new byte[message.remaining()];
            message.get(bytes);
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            feed(socket.getInputStream(), request);
        }
        requests.incrementAndGet();
    }

    private static void feed(InputStream in, MongoKeyDecryptor request) throws IOException {
        int needed = request.bytesNeeded();
        while (needed > 0) {
            byte[] block = new byte[needed];
            int read = in.read(block);
            if (read < 0) {
                throw new EOFException("The gateway closed the connection before its answer was "
                        + "complete.");
            }
            request.feed(ByteBuffer.wrap(block, 0, read));
            needed = request.bytesNeeded();
        }
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(hostAndPort.substring(0, colon),
                Integer.parseInt(hostAndPort.substring(colon + 1)));
    }
}
