package io.sallyport.hsm.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.Reply;
import io.sallyport.hsm.wire.CommandCodec;
import io.sallyport.hsm.wire.CommandLength;
import io.sallyport.hsm.wire.Frame;
import io.sallyport.hsm.wire.Opcode;
import io.sallyport.hsm.wire.ResultCodec;
import io.sallyport.hsm.wire.WireFault;

/**
 * One connection to the engine, owned by one event loop: {@link #submit}, every reply and {@link
 * #onClosed} run on the executor given to {@link #connect}, which runs its tasks one after
 * another. Commands of one loop turn leave in one write; answers of one read come in one task.
 *
 * <p>A command is sent once. When the engine dies, hangs beyond the deadline or breaks the
 * protocol, every open command fails with {@link Reason#UNAVAILABLE} and the link is closed for
 * good; whoever wants another connects anew.
 */
public final class EngineLink implements AutoCloseable {
    private final Executor loop;
    private final LinkLimits limits;
    private final LinkChannel channel;
    private final SendBuffer sending;
    private final ArrayDeque<Pending<?>> pending = new ArrayDeque<>();
    private final Runnable onClosed;
    private long nextId = 1;
    private boolean flushScheduled;
    private boolean writeBlocked;
    private @Nullable EngineFault closed;

    private EngineLink(LinkChannel channel, Executor loop, LinkLimits limits, Runnable onClosed) {
        this.channel = channel;
        this.loop = loop;
        this.limits = limits;
        this.onClosed = onClosed;
        this.sending = new SendBuffer(limits.bytesMax());
    }

    private record Pending<R extends EngineResult>(long id, Opcode command, long deadlineNanos,
            Reply<R> reply) {

        void answer(Opcode kind, ByteBuffer body) throws WireFault {
            switch (kind) {
                case RESULT -> {
                    R result = ResultCodec.decode(command, body);
                    reply.succeeded(result);
                }
                case FAULT -> reply.failed(ResultCodec.decodeFault(body));
                case HELLO, GENERATE, IMPORT, EXPORT, EXPORT_WRAPPED, ENCRYPT, DECRYPT, AMEND,
                        VERIFY, STATUS, GENERATE_PAIR, SIGN, VERIFY_SIGNATURE, MAC, VERIFY_MAC,
                        HASH, RANDOM, SEED, DERIVE, SPLIT, JOIN, IMPORT_WRAPPED, EXPORT_AS,
                        EXPORT_PKCS12, ROTATE_TERM, REWRAP, RETIRE_TERM, ENCAPSULATE,
                        DECAPSULATE, SELF_TEST ->
                    throw new WireFault(WireFault.Flaw.UNKNOWN_OPCODE);
            }
        }
    }

    /** A link with the default limits. See the other method of this name. */
    public static EngineLink connect(Path socket, Executor loop) throws IOException {
        return connect(socket, loop, LinkLimits.DEFAULT, () -> {});
    }

    /**
     * Connects and exchanges greetings; waits for the engine for as long as the deadline at most.
     *
     * @param loop runs tasks one after another, in order, on the thread that owns the link
     * @param onClosed run once on the loop when the link has ended by itself or by {@link #close}
     * @throws IOException if nobody answers there, or not in this protocol
     */
    public static EngineLink connect(Path socket, Executor loop, LinkLimits limits,
            Runnable onClosed) throws IOException {
        LinkChannel channel = LinkChannel.open(socket, limits.greeting());
        EngineLink link = new EngineLink(channel, loop, limits, onClosed);
        channel.start(link.new Events());
        return link;
    }

    /** Identifier of the engine's security domain. */
    public String domain() {
        return channel.domain();
    }

    /** Whether commands can still be submitted. Call on the loop. */
    public boolean isOpen() {
        return closed == null;
    }

    /** How many commands wait for their answers. Call on the loop. */
    public int inFlight() {
        return pending.size();
    }

    /**
     * Sends a command; call on the loop. Its buffers are read now and keep their positions. The
     * reply comes later on the loop, unless the link is closed or its budget is used up: then it
     * fails at once with {@link Reason#UNAVAILABLE}; a command that no frame can hold fails at
     * once with {@link Reason#MALFORMED}.
     */
    public <R extends EngineResult> void submit(EngineCommand<R> command, Reply<R> reply) {
        EngineFault refusal = refusal(command);
        if (refusal != null) {
            reply.failed(refusal);
            return;
        }
        long id = nextId++;
        ByteBuffer out = sending.room((int) CommandLength.of(command));
        int start = out.position();
        try {
            CommandCodec.encode(out, id, command);
        } catch (IllegalArgumentException e) {
            sending.retreat(start);
            reply.failed(new EngineFault(Reason.MALFORMED, "The header can't be encoded."));
            return;
        }
        long deadline = System.nanoTime() + limits.deadline().toNanos();
        pending.add(new Pending<>(id, CommandCodec.opcode(command), deadline, reply));
        if (pending.size() == 1) {
            channel.expectBy(deadline);
        }
        if (!flushScheduled && !writeBlocked) {
            flushScheduled = true;
            runOnLoop(this::flush);
        }
    }

    /** Closes the link; open commands fail on the loop. Idempotent, for every thread. */
    @Override
    public void close() {
        channel.close();
        runOnLoop(() -> end("The link to the engine was closed."));
    }

    private @Nullable EngineFault refusal(EngineCommand<?> command) {
        if (closed != null) {
            return closed;
        }
        long bound = CommandLength.of(command);
        if (bound > Frame.BYTES_MAX) {
            return new EngineFault(Reason.MALFORMED, "The command exceeds the engine's frame.");
        }
        if (pending.size() >= limits.commandsMax() || !sending.admits(bound)) {
            return new EngineFault(Reason.UNAVAILABLE, "Too many commands wait for the engine.");
        }
        return null;
    }

    private void flush() {
        flushScheduled = false;
        if (closed != null || sending.pending() == 0) {
            return;
        }
        try {
            writeBlocked = !sending.writeTo(channel.socket());
            if (writeBlocked) {
                channel.awaitWritable();
            }
        } catch (IOException e) {
            end("The engine closed the connection.");
        }
    }

    private void writable() {
        writeBlocked = false;
        flush();
    }

    /** Answers every whole frame, in order. */
    private void received(ByteBuffer frames) {
        try {
            while (closed == null && frames.hasRemaining()) {
                ByteBuffer frame = Frame.next(frames);
                long id = frame.getLong();
                Opcode kind = Opcode.of(frame.get());
                Pending<?> oldest = pending.peek();
                if (oldest == null || oldest.id() != id) {
                    throw new WireFault(WireFault.Flaw.WRONG_ID);
                }
                pending.remove();
                answer(oldest, kind, frame);
            }
            Pending<?> oldest = pending.peek();
            channel.expectBy(oldest == null ? LinkChannel.NOTHING_EXPECTED
                    : oldest.deadlineNanos());
        } catch (WireFault e) {
            end("The engine broke the protocol: " + e.flaw() + ".");
        }
    }

    private static void answer(Pending<?> oldest, Opcode kind, ByteBuffer frame)
            throws WireFault {
        try {
            oldest.answer(kind, frame);
        } catch (WireFault e) {
            oldest.reply().failed(
                    new EngineFault(Reason.UNAVAILABLE, "The engine's answer can't be read."));
            throw e;
        }
    }

    private void overdue() {
        Pending<?> oldest = pending.peek();
        if (oldest != null && System.nanoTime() - oldest.deadlineNanos() >= 0) {
            end("The engine did not answer within " + limits.deadline().toMillis() + " ms.");
        }
    }

    private void end(String why) {
        if (closed != null) {
            return;
        }
        EngineFault fault = new EngineFault(Reason.UNAVAILABLE, why);
        closed = fault;
        channel.close();
        sending.wipe();
        while (!pending.isEmpty()) {
            pending.remove().reply().failed(fault);
        }
        onClosed.run();
    }

    private void runOnLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            // The loop is gone, and with it everyone who waits for a reply.
            channel.close();
        }
    }

    /** What the reader thread sees, handed to the loop. */
    private final class Events implements LinkChannel.Listener {
        @Override
        public void received(ByteBuffer frames, Runnable done) {
            runOnLoop(() -> {
                try {
                    EngineLink.this.received(frames);
                } finally {
                    done.run();
                }
            });
        }

        @Override
        public void writable() {
            runOnLoop(EngineLink.this::writable);
        }

        @Override
        public void overdue() {
            runOnLoop(EngineLink.this::overdue);
        }

        @Override
        public void ended(String why) {
            runOnLoop(() -> end(why));
        }
    }
}
