package io.sallyport.hsm.client;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.sallyport.hsm.wire.Frame;
import io.sallyport.hsm.wire.Greeting;
import io.sallyport.hsm.wire.Opcode;
import io.sallyport.hsm.wire.WireFault;

/**
 * The socket of a link and its reader thread. The reader waits for bytes, for room to write, and
 * for the deadline of the oldest command; it hands whole frames on, one call for each read, in one
 * of two direct buffers that are zeroed when they come back.
 */
final class LinkChannel {
    /** No command waits. */
    static final long NOTHING_EXPECTED = Long.MIN_VALUE;

    private static final int INITIAL_BYTES = 64 << 10;
    private static final int BUFFERS = 2;
    private static final long DEADLINE_CHECK_MILLIS = 100;

    private final SocketChannel socket;
    private final Selector selector;
    private final SelectionKey key;
    private final String domain;
    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
    private volatile long expectedByNanos = NOTHING_EXPECTED;

    private LinkChannel(SocketChannel socket, Selector selector, SelectionKey key,
            String domain) {
        this.socket = socket;
        this.selector = selector;
        this.key = key;
        this.domain = domain;
        for (int i = 0; i < BUFFERS; i++) {
            free.add(ByteBuffer.allocateDirect(INITIAL_BYTES));
        }
    }

    /** What the reader thread has to tell. */
    interface Listener {
        /** Whole frames; {@code done} must be run after the last look at them. */
        void received(ByteBuffer frames, Runnable done);

        /** The socket takes bytes again. */
        void writable();

        /** The oldest command has waited too long, unless its answer is on the way. */
        void overdue();

        /** The connection ended. */
        void ended(String why);
    }

    static LinkChannel open(Path path, Duration timeout) throws IOException {
        SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = null;
        try {
            socket.connect(UnixDomainSocketAddress.of(path));
            socket.configureBlocking(false);
            selector = Selector.open();
            SelectionKey key = socket.register(selector, SelectionKey.OP_READ);
            String domain = greet(socket, selector, timeout);
            return new LinkChannel(socket, selector, key, domain);
        } catch (IOException | RuntimeException e) {
            socket.close();
            if (selector != null) {
                selector.close();
            }
            throw e;
        }
    }

    private static String greet(SocketChannel socket, Selector selector, Duration timeout)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(Greeting.BYTES_MAX);
        Greeting.encodeRequest(buffer);
        buffer.flip();
        socket.write(buffer);
        buffer.clear();
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (!Frame.isWhole(buffer.duplicate().flip())) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new IOException("The engine does not answer the greeting.");
                }
                selector.select(millis);
                selector.selectedKeys().clear();
                if (socket.read(buffer) < 0) {
                    throw new IOException("The engine closed the connection at the greeting.");
                }
            }
            ByteBuffer frame = Frame.next(buffer.flip());
            frame.getLong();
            if (Opcode.of(frame.get()) != Opcode.RESULT) {
                throw new WireFault(WireFault.Flaw.GREETING);
            }
            return Greeting.decodeAnswer(frame);
        } catch (WireFault e) {
            throw new IOException("The engine speaks another protocol: " + e.flaw() + ".", e);
        }
    }

    String domain() {
        return domain;
    }

    SocketChannel socket() {
        return socket;
    }

    /** The oldest command's deadline by {@link System#nanoTime}, or {@link #NOTHING_EXPECTED}. */
    void expectBy(long nanos) {
        expectedByNanos = nanos;
    }

    /** Asks to be told once when the socket takes bytes again. */
    void awaitWritable() {
        try {
            key.interestOpsOr(SelectionKey.OP_WRITE);
            selector.wakeup();
        } catch (CancelledKeyException e) {
            // The reader thread ends and tells so.
            selector.wakeup();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing is left to say to a peer that is gone.
        }
        selector.wakeup();
    }

    void start(Listener listener) {
        Thread reader = new Thread(() -> read(listener), "engine-link");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Listener listener) {
        try (selector) {
            ByteBuffer buffer = free.take();
            while (socket.isOpen()) {
                if (selector.select(DEADLINE_CHECK_MILLIS) == 0) {
                    checkDeadline(listener);
                    continue;
                }
                selector.selectedKeys().clear();
                int ready = key.readyOps();
                if ((ready & SelectionKey.OP_WRITE) != 0) {
                    key.interestOpsAnd(~SelectionKey.OP_WRITE);
                    listener.writable();
                }
                if ((ready & SelectionKey.OP_READ) != 0) {
                    if (socket.read(buffer) < 0) {
                        break;
                    }
                    buffer = handOver(buffer, listener);
                }
            }
            Frame.wipe(buffer, 0, buffer.capacity());
            listener.ended("The engine closed the connection.");
        } catch (WireFault e) {
            listener.ended("The engine broke the protocol: " + e.flaw() + ".");
        } catch (IOException | ClosedSelectorException
                | CancelledKeyException e) {
            listener.ended("The connection to the engine broke.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.ended("The reader of the engine's answers was stopped.");
        } finally {
            close();
        }
    }

    private void checkDeadline(Listener listener) {
        long by = expectedByNanos;
        if (by != NOTHING_EXPECTED && System.nanoTime() - by >= 0) {
            listener.overdue();
        }
    }

    /** Gives whole frames away and returns the buffer to go on with, part of a frame in it. */
    private ByteBuffer handOver(ByteBuffer buffer, Listener listener)
            throws WireFault, InterruptedException {
        ByteBuffer all = buffer.duplicate().flip();
        int whole = 0;
        int length = Frame.lengthAt(all);
        while (length >= 0 && length <= all.remaining()) {
            all.position(all.position() + length);
            whole = all.position();
            length = Frame.lengthAt(all);
        }
        int capacityNeeded = Math.max(length, Frame.LENGTH_BYTES);
        if (whole == 0 && capacityNeeded <= buffer.capacity()) {
            return buffer;
        }
        ByteBuffer next = whole == 0 ? ByteBuffer.allocateDirect(capacityNeeded) : free.take();
        if (next.capacity() < Math.max(capacityNeeded, all.remaining())) {
            next = ByteBuffer.allocateDirect(Math.max(capacityNeeded, all.remaining()));
        }
        next.clear().put(all);
        Frame.wipe(buffer, whole, buffer.position());
        if (whole == 0) {
            return next;
        }
        int end = whole;
        listener.received(buffer.slice(0, whole), () -> giveBack(buffer, end));
        return next;
    }

    private void giveBack(ByteBuffer buffer, int end) {
        Frame.wipe(buffer, 0, end);
        free.add(buffer);
    }
}
