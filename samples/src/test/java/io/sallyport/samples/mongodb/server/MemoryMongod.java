package io.sallyport.samples.mongodb.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The server: a standalone one on the loopback address, with a thread for each connection. It ends
 * with {@link #close()}, and its documents with it.
 */
public final class MemoryMongod implements AutoCloseable {
    private final ServerSocket listener;
    private final Commands commands = new Commands();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Starts it on a free port. */
    public MemoryMongod() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("mongod").start(this::accept);
    }

    /** What a client connects with. */
    public String connectionString() {
        return "mongodb://" + listener.getInetAddress().getHostAddress() + ":"
                + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().name("mongod-client").start(() -> serve(client));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException("The test's MongoDB server can't accept.", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            while (true) {
                WireMessage request = WireMessage.read(in);
                out.write(request.answer(commands.run(request.command())));
                out.flush();
            }
        } catch (EOFException | SocketException ended) {
            // The client or the test is done.
        } catch (IOException e) {
            throw new IllegalStateException("The test's MongoDB server lost a client.", e);
        } finally {
            open.remove(client);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
