package io.sallyport.hsm.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import jdk.net.ExtendedSocketOptions;

/**
 * Accepts connections of the engine's own user on a Unix socket, one thread for each, a bounded
 * number at a time.
 */
final class EngineServer implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 64;

    private final ServerSocketChannel listener;
    private final Path socket;
    private final UserPrincipal owner;
    private final Supplier<CommandExecutor> executors;
    private final String domain;
    private final ErrorState errors = new ErrorState();
    private final Semaphore places = new Semaphore(CONNECTIONS_MAX);

    private EngineServer(ServerSocketChannel listener, Path socket, UserPrincipal owner,
            String domain, Supplier<CommandExecutor> executors) {
        this.listener = listener;
        this.socket = socket;
        this.owner = owner;
        this.domain = domain;
        this.executors = executors;
    }

    /**
     * Binds the socket with mode 0600 in a directory of mode 0700. A socket that a dead engine
     * left is removed.
     */
    static EngineServer bind(Path socket, String domain, Supplier<CommandExecutor> executors)
            throws IOException {
        Path folder = socket.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("The socket " + socket + " has no directory");
        }
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        if (!mode.endsWith("------")) {
            throw new IOException("The directory " + folder
                    + " is open to others than its owner: run chmod 700 on it");
        }
        removeStale(socket);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            return new EngineServer(listener, socket, Files.getOwner(socket), domain, executors);
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    /** Accepts until the server is closed. */
    void start() {
        Thread acceptor = new Thread(this::accept, "engine-accept");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private static void removeStale(Path socket) throws IOException {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isRegularFile(socket, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("The path " + socket + " is a file, not a socket");
        }
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            Files.delete(socket);
            return;
        }
        throw new IOException("Another engine serves the socket " + socket);
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                serve(listener.accept());
            } catch (AsynchronousCloseException e) {
                return;
            } catch (IOException e) {
                System.err.println("A connection was refused: " + e.getMessage());
            }
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        UserPrincipal peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        if (!peer.equals(owner)) {
            channel.close();
            throw new IOException("the peer is another user");
        }
        if (!places.tryAcquire()) {
            channel.close();
            throw new IOException("there are " + CONNECTIONS_MAX + " connections already");
        }
        Thread worker = new Thread(() -> {
            try (CommandExecutor executor = executors.get()) {
                new EngineConnection(channel, domain, executor, errors).run();
            } finally {
                places.release();
            }
        }, "engine-worker");
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(socket);
    }
}
