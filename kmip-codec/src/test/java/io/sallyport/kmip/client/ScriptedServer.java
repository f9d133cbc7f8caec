package io.sallyport.kmip.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseMessage;

/** A TLS server on loopback that answers as it is told; null closes the connection. */
final class ScriptedServer implements AutoCloseable {
    private final SSLServerSocket listener;
    private final KmipCodec codec = new KmipCodec();
    private final Function<RequestMessage, @Nullable ResponseMessage> script;
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger requests = new AtomicInteger();

    ScriptedServer(SSLContext tls, Function<RequestMessage, @Nullable ResponseMessage> script)
            throws IOException {
        this.script = script;
        listener = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 50,
                InetAddress.getLoopbackAddress());
        listener.setNeedClientAuth(true);
        Thread.ofVirtual().start(this::accept);
    }

    ServerAddress address() {
        return new ServerAddress("localhost", listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listener.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                byte[] header = new byte[8];
                in.readFully(header);
                byte[] message = Arrays.copyOf(header, 8 + ByteBuffer.wrap(header).getInt(4));
                in.readFully(message, 8, message.length - 8);
                requests.incrementAndGet();
                ResponseMessage answer =
                        script.apply(codec.decodeRequest(ByteBuffer.wrap(message)));
                if (answer == null) {
                    return;
                }
                ByteBuffer out = ByteBuffer.allocate(codec.encodedLength(answer));
                codec.encodeResponse(answer, out);
                socket.getOutputStream().write(out.array());
            }
        } catch (IOException gone) {
            return;
        } catch (KmipFault fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
