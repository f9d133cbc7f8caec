package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.FipsEngine;
import io.sallyport.hsm.process.LocalEngine;
import io.sallyport.hsm.process.Samples;
import io.sallyport.hsm.seal.SealFault;

/** An engine behind its socket, and the keys that cases have stored with it. */
final class CommandPath implements AutoCloseable {
    static final int SYMMETRIC_KEY = 2;
    static final int PUBLIC_KEY = 3;
    static final int PRIVATE_KEY = 4;
    static final int SECRET_DATA = 7;
    /** Key Format Types. */
    static final int RAW = 1;
    static final int PKCS8 = 4;
    static final int X509 = 5;

    private static final int ALL_USES = 0xbff;
    private static final Set<Reason> REFUSALS =
            EnumSet.of(Reason.CRYPTOGRAPHIC_FAILURE, Reason.INVALID_PARAMETERS);

    private final Closeable engine;
    private final boolean approvedOnly;
    private final BlockingEngineLink link;
    private final Map<String, WrappedObject> stored = new HashMap<>();

    private CommandPath(Closeable engine, Path socket, boolean approvedOnly)
            throws IOException {
        this.engine = engine;
        this.approvedOnly = approvedOnly;
        this.link = BlockingEngineLink.connect(socket, LinkLimits.SLOW);
    }

    /** Starts an engine that keeps its state in a folder. */
    static CommandPath start(Path folder) throws IOException, SealFault {
        LocalEngine engine = LocalEngine.start(folder);
        return new CommandPath(engine::close, engine.socket(), false);
    }

    /** Starts the engine of the FIPS distribution. */
    static CommandPath startFips(Path folder) throws IOException, InterruptedException {
        FipsEngine engine = FipsEngine.start(folder);
        return new CommandPath(engine::close, engine.socket(), true);
    }

    /** Whether what is not approved is refused. */
    boolean approvedOnly() {
        return approvedOnly;
    }

    /**
     * Carries out a command. What is wrong with a case is said by one of two reasons, so that
     * every other one is an error.
     */
    <R extends EngineResult> byte[] call(EngineCommand<R> command,
            Function<R, byte[]> read) throws EngineFault {
        return checked(() -> link.call(command, read));
    }

    /** Whether a signature or code is the key's. */
    boolean verdict(EngineCommand<EngineResult.Verdict> command) throws EngineFault {
        return checked(() -> link.call(command, EngineResult.Verdict::valid));
    }

    /** Carries out a command that makes an object. */
    WrappedObject make(EngineCommand<EngineResult.Wrapped> command) throws EngineFault {
        return checked(() -> link.call(command, EngineResult.Wrapped::object));
    }

    /** Stores a key, once. */
    WrappedObject store(int type, int format, int algorithm, byte[] material)
            throws EngineFault {
        String name = type + " " + format + " " + algorithm + " "
                + HexFormat.of().formatHex(material);
        WrappedObject object = stored.get(name);
        if (object == null) {
            object = make(new EngineCommand.Import(
                    header(type, format, algorithm, material.length * Byte.SIZE),
                    Samples.direct(material)));
            stored.put(name, object);
        }
        return object;
    }

    /** Stores a symmetric key, once. */
    WrappedObject symmetric(int algorithm, byte[] material) throws EngineFault {
        return store(SYMMETRIC_KEY, RAW, algorithm, material);
    }

    /** Drops what was stored, which no engine remembers. */
    void forget() {
        stored.clear();
    }

    byte[] export(WrappedObject object) throws EngineFault {
        return call(new EngineCommand.Export(object), r -> Samples.bytes(r.bytes()));
    }

    byte[] exportAs(WrappedObject object, int format) throws EngineFault {
        return call(new EngineCommand.ExportAs(object, format), r -> Samples.bytes(r.bytes()));
    }

    static ObjectHeader header(int type, int format, int algorithm, int bits) {
        return new ObjectHeader("case", "vectors", 1, type, format, algorithm, bits, ALL_USES,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                Protection.EXTRACTABLE, Sha256.of(new byte[32]));
    }

    static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Samples.direct(bytes);
    }

    @Override
    public void close() throws IOException {
        link.close();
        engine.close();
    }

    private interface Call<T> {
        T run() throws EngineFault;
    }

    private <T> T checked(Call<T> call) throws EngineFault {
        try {
            return call.run();
        } catch (EngineFault e) {
            if (approvedOnly && (e.reason() == Reason.NOT_APPROVED
                    || e.reason() == Reason.UNSUPPORTED)) {
                throw new NotApproved(e);
            }
            assertThat(REFUSALS).as(e.getMessage()).contains(e.reason());
            throw e;
        }
    }
}
