package io.sallyport.hsm.process;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.crypto.SelfTestFailure;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.wire.CommandCodec;
import io.sallyport.hsm.wire.Frame;
import io.sallyport.hsm.wire.Opcode;
import io.sallyport.hsm.wire.ResultCodec;
import io.sallyport.hsm.wire.WireFault;

/**
 * Encrypts and decrypts with a new key the way that commands of a connection go, before there is
 * one. It tests what known answers can't, the domain key in force and the whole way through the
 * engine, and it is what makes the JIT compile that way: known answers do not use it. The key is
 * dropped. Belongs to one thread.
 */
final class RoundTrip {
    /** More showed no further gain: docs/benchmarks.md. */
    static final int ROUNDS = 1000;

    private static final int AES = 3;
    private static final int BITS = 256;
    private static final int ENCRYPT_AND_DECRYPT = 0xc;
    private static final int TEXT_BYTES = 32;
    private static final int FRAME_BYTES = 4096;
    private static final ObjectHeader HEADER = new ObjectHeader("self-test", "self-test", 1,
            EngineCommand.SYMMETRIC_KEY, 1, AES, BITS, ENCRYPT_AND_DECRYPT, KeyState.ACTIVE,
            new KeyDates(0, 0L, null, null, null, null, null, null), Protection.EXTRACTABLE,
            Sha256.of(new byte[Sha256.BYTES]));
    private static final CipherSpec GCM = new CipherSpec(Mode.GCM, Padding.NONE, 16, true);

    private final Way way;
    private final Runnable wipe;
    private final ByteBuffer in = ByteBuffer.allocateDirect(FRAME_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(FRAME_BYTES);

    RoundTrip(Way way, Runnable wipe) {
        this.way = way;
        this.wipe = wipe;
    }

    /** Carries out commands, as an executor does. */
    @FunctionalInterface
    interface Way {
        /** Carries out one. */
        EngineResult execute(EngineCommand<?> command) throws EngineFault;
    }

    /**
     * Goes there and back.
     *
     * @throws SelfTestFailure if what comes back is not what went
     */
    void run(int rounds) {
        try {
            WrappedObject key = answer(new EngineCommand.Generate(HEADER)).object();
            for (int round = 0; round < rounds; round++) {
                ByteBuffer text = ByteBuffer.allocate(TEXT_BYTES).putInt(0, round);
                EngineResult.Encrypted sealed =
                        answer(new EngineCommand.Encrypt(key, GCM, null, null, text));
                EngineResult.Material opened = answer(new EngineCommand.Decrypt(key, GCM,
                        copy(sealed.iv()), null, copy(sealed.tag()), copy(sealed.data())));
                if (!opened.bytes().equals(text)) {
                    throw failed("what came back is not what went.");
                }
            }
        } catch (EngineFault | WireFault e) {
            throw failed(String.valueOf(e.getMessage()));
        } finally {
            wipe.run();
        }
    }

    /** Sends a command as a frame, and reads the frame of its answer. */
    private <R extends EngineResult> R answer(EngineCommand<R> command)
            throws EngineFault, WireFault {
        in.clear();
        CommandCodec.encode(in, 1, command);
        ByteBuffer request = Frame.next(in.flip());
        request.getLong();
        EngineResult result = way.execute(CommandCodec.decode(
                Opcode.of(request.get()), request));
        out.clear();
        ResultCodec.encode(out, 1, result);
        wipe.run();
        ByteBuffer reply = Frame.next(out.flip());
        reply.getLong();
        reply.get();
        return ResultCodec.decode(command, reply);
    }

    private static ByteBuffer copy(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            throw failed("the engine gave no IV or tag.");
        }
        return ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
    }

    private static SelfTestFailure failed(String sentence) {
        return SelfTestFailure.of("the way of a command", sentence);
    }
}
