package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.seal.Terms;

/** The engine behind its socket, with a bug planted or without. Belongs to one thread. */
final class DrivenEngine implements AutoCloseable {
    private final AtomicLong served = new AtomicLong();
    private final CommandExecutor executor;
    private final LocalSeal seal;
    private Planted bug = PlantedBug.NONE;

    DrivenEngine(Terms terms) {
        executor = new CommandExecutor(terms, InstantSource.fixed(Instant.ofEpochSecond(2000)),
                () -> {
                    throw new AssertionError("Nobody asks for the status.");
                }, served, new SelfTests(SelfTests.Parts.ofThisProcess(), InstantSource.system()));
        seal = new LocalSeal(terms);
    }

    /** What a command gave: bytes, or objects. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Given(byte @Nullable [] bytes, List<WrappedObject> objects) {}

    void plant(Planted planted) {
        bug = planted;
    }

    /** What the engine gives, or null if it refuses. */
    @Nullable
    Given run(EngineCommand<?> command) {
        try {
            return given(executor.execute(bug.in(command, seal::forged)));
        } catch (EngineFault refused) {
            return null;
        } finally {
            executor.wipe();
        }
    }

    /** The material of an object, for comparison. */
    byte[] material(WrappedObject object) {
        return seal.material(object);
    }

    /** How many commands were carried out or refused. */
    long commands() {
        return served.get();
    }

    private static Given given(EngineResult result) {
        return switch (result) {
            case EngineResult.Wrapped r -> new Given(null, List.of(r.object()));
            case EngineResult.WrappedParts r -> new Given(null,
                    r.parts().stream().map(EngineResult.Wrapped::object).toList());
            case EngineResult.Material r -> bytes(r.bytes());
            case EngineResult.WrappedMaterial r -> bytes(r.bytes());
            case EngineResult.Encrypted r -> bytes(r.data());
            case EngineResult.Computed r -> bytes(r.value());
            case EngineResult.Encapsulated r -> new Given(Samples.bytes(r.ciphertext()),
                    List.of(r.secret().object()));
            case EngineResult.WrappedPair r -> new Given(null,
                    List.of(r.privateKey().object(), r.publicKey().object()));
            case EngineResult.Verdict _,EngineResult.Seeded _,EngineResult.Verified _,EngineResult.StatusReport _,EngineResult.ProtectionStatus _,EngineResult.InForce _,EngineResult.SelfTested _ ->
                throw new AssertionError("No move asks for " + result + ".");
        };
    }

    private static Given bytes(@Nullable ByteBuffer buffer) {
        return new Given(Samples.bytes(buffer), List.of());
    }

    @Override
    public void close() {
        seal.close();
        executor.close();
    }
}
