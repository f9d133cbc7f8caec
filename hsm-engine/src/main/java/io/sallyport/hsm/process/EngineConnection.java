package io.sallyport.hsm.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.wire.CommandCodec;
import io.sallyport.hsm.wire.Frame;
import io.sallyport.hsm.wire.Greeting;
import io.sallyport.hsm.wire.Opcode;
import io.sallyport.hsm.wire.ResultCodec;
import io.sallyport.hsm.wire.WireFault;

/**
 * One connection: read what is there, carry out every whole frame, write all answers at once.
 * Whoever breaks the protocol loses the connection. Belongs to one thread.
 */
final class EngineConnection implements Runnable {
    private static final int INITIAL_BYTES = 64 << 10;
    private static final int WRITE_AT_BYTES = 1 << 20;

    private final SocketChannel channel;
    private final String domain;
    private final CommandExecutor executor;
    private final ErrorState errors;
    private ByteBuffer in = ByteBuffer.allocateDirect(INITIAL_BYTES);
    private ByteBuffer out = ByteBuffer.allocateDirect(INITIAL_BYTES);
    private boolean greeted;

    EngineConnection(SocketChannel channel, String domain, CommandExecutor executor,
            ErrorState errors) {
        this.channel = channel;
        this.domain = domain;
        this.executor = executor;
        this.errors = errors;
    }

    @Override
    public void run() {
        try (channel) {
            while (channel.read(in) >= 0) {
                process();
            }
        } catch (WireFault e) {
            System.err.println(e.getMessage());
        } catch (IOException e) {
            // The peer went away; there is nobody to tell.
            return;
        } finally {
            executor.wipe();
            Frame.wipe(in, 0, in.capacity());
            Frame.wipe(out, 0, out.capacity());
        }
    }

    private void process() throws WireFault, IOException {
        in.flip();
        while (Frame.isWhole(in)) {
            ByteBuffer frame = Frame.next(in);
            long id = frame.getLong();
            Opcode opcode = Opcode.of(frame.get());
            if (greeted) {
                answer(id, opcode, frame);
            } else {
                greet(opcode, frame);
            }
            if (out.position() >= WRITE_AT_BYTES) {
                write();
            }
        }
        int missing = Frame.lengthAt(in);
        int end = in.limit();
        int kept = in.remaining();
        if (missing > in.capacity()) {
            ByteBuffer larger = ByteBuffer.allocateDirect(missing).put(in);
            Frame.wipe(in, 0, end);
            in = larger;
        } else {
            in.compact();
            Frame.wipe(in, kept, Math.max(kept, end));
        }
        write();
    }

    private void greet(Opcode opcode, ByteBuffer frame) throws WireFault {
        if (opcode != Opcode.HELLO
                || Greeting.decodeRequest(frame) != Frame.PROTOCOL_VERSION) {
            throw new WireFault(WireFault.Flaw.GREETING);
        }
        greeted = true;
        Greeting.encodeAnswer(out, domain);
    }

    private void answer(long id, Opcode opcode, ByteBuffer frame) throws WireFault {
        try {
            answerOrThrow(id, opcode, frame);
        } catch (EngineFault e) {
            room(ResultCodec.lengthBound(e));
            ResultCodec.encode(out, id, e);
        } finally {
            executor.wipe();
        }
    }

    /** One of the catch-alls of the engine: whatever breaks in a command breaks the engine. */
    private void answerOrThrow(long id, Opcode opcode, ByteBuffer frame)
            throws WireFault, EngineFault {
        int start = out.position();
        try {
            errors.check();
            EngineResult result = executor.execute(decode(opcode, frame));
            int bound = ResultCodec.lengthBound(result);
            if (bound > Frame.BYTES_MAX) {
                throw new EngineFault(Reason.MALFORMED, "The answer exceeds a frame.");
            }
            room(bound);
            // Another connection may have met an error meanwhile.
            errors.check();
            ResultCodec.encode(out, id, result);
        } catch (RuntimeException | Error e) {
            errors.enter(e);
            Frame.wipe(out, start, out.capacity());
            out.position(start);
            errors.check();
        }
    }

    /** A stored object that can't be read is its own fault, not the connection's. */
    private static EngineCommand<?> decode(Opcode opcode, ByteBuffer frame)
            throws WireFault, EngineFault {
        try {
            return CommandCodec.decode(opcode, frame);
        } catch (WireFault e) {
            if (e.flaw() == WireFault.Flaw.OBJECT_FORM) {
                throw new EngineFault(Reason.NOT_AUTHENTIC, "The stored object can't be read.");
            }
            throw e;
        }
    }

    private void room(int bytes) {
        if (out.remaining() < bytes) {
            int used = out.position();
            ByteBuffer larger = ByteBuffer
                    .allocateDirect(Math.max(2 * out.capacity(), used + bytes));
            larger.put(out.flip());
            Frame.wipe(out, 0, used);
            out = larger;
        }
    }

    private void write() throws IOException {
        int end = out.position();
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
        Frame.wipe(out, 0, end);
    }
}
