package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.function.Function;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.crypto.CryptoModule;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/**
 * An engine of either distribution with a fresh domain, and a link to it. What the FIPS
 * distribution has to refuse by {@link FipsServices} it must refuse, and nothing else: the call
 * then ends with {@link NotGiven}.
 */
final class EngineFixture implements AutoCloseable {
    private final Distribution distribution;
    private final Distribution.Running engine;
    private final BlockingEngineLink link;

    private EngineFixture(Distribution distribution, Distribution.Running engine,
            BlockingEngineLink link) {
        this.distribution = distribution;
        this.engine = engine;
        this.link = link;
    }

    /** A command was refused as it has to be; what comes after it in a test can't be had. */
    static final class NotGiven extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotGiven(EngineCommand<?> command) {
            super(command.getClass().getSimpleName() + " is not given, as it has to be");
        }
    }

    /** Starts an engine that keeps its domain in a folder of its own below this one. */
    static EngineFixture start(Distribution distribution, Path below) throws Exception {
        Path folder = Files.createTempDirectory(below, distribution.name(), PosixFilePermissions
                .asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Distribution.Running engine = distribution.start(folder);
        return new EngineFixture(distribution, engine,
                BlockingEngineLink.connect(engine.socket(), LinkLimits.SLOW));
    }

    /**
     * Carries out a command.
     *
     * @throws NotGiven if it was refused because it is not approved, as it had to be
     */
    <R extends EngineResult, T> T call(EngineCommand<R> command, Function<R, T> read)
            throws EngineFault {
        boolean given = distribution == Distribution.ORDINARY || FipsServices.gives(command);
        T result;
        try {
            result = link.call(command, read);
        } catch (EngineFault e) {
            if (e.reason() != Reason.NOT_APPROVED) {
                throw e;
            }
            assertThat(given).as("refused: " + command).isFalse();
            assertThat(e.getMessage()).endsWith(CryptoModule.NOT_APPROVED);
            throw new NotGiven(command);
        }
        assertThat(given).as("not refused: " + command).isTrue();
        return result;
    }

    /** Stores material. */
    WrappedObject stored(ObjectHeader header, byte[] material) throws EngineFault {
        return call(new EngineCommand.Import(header, Samples.direct(material)), Wrapped::object);
    }

    /** Stores material in hexadecimal. */
    WrappedObject stored(ObjectHeader header, String hex) throws EngineFault {
        return stored(header, HexFormat.of().parseHex(hex));
    }

    /** Material in clear. */
    byte[] exported(WrappedObject object) throws EngineFault {
        return call(new EngineCommand.Export(object), r -> Samples.bytes(r.bytes()));
    }

    /** Material in clear in another Key Format Type. */
    byte[] exported(WrappedObject object, int format) throws EngineFault {
        return call(new EngineCommand.ExportAs(object, format), r -> Samples.bytes(r.bytes()));
    }

    /** A new pair: the private key and the public one. */
    WrappedObject[] pair(ObjectHeader privateKey, ObjectHeader publicKey, int curve)
            throws EngineFault {
        return call(new EngineCommand.GeneratePair(privateKey, publicKey, curve),
                r -> new WrappedObject[]{r.privateKey().object(), r.publicKey().object()});
    }

    /** The header of an active object. */
    static ObjectHeader header(String id, int type, int format, int algorithm, int bits, int mask,
            Protection protection) {
        return new ObjectHeader(id, "tenant", 1, type, format, algorithm, bits, mask,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                protection, Sha256.of(new byte[32]));
    }

    /** Checks that a call is refused for this reason, or because it is not approved. */
    static void assertReason(Reason reason, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (!(thrown instanceof NotGiven)) {
            assertThat(thrown).isInstanceOfSatisfying(EngineFault.class, fault -> assertThat(
                    fault.reason()).as(fault.getMessage()).isEqualTo(reason));
        }
    }

    /** Runs a part of a test as far as the distribution gives what it asks for. */
    static void whereGiven(ThrowingCallable part) {
        try {
            part.call();
        } catch (NotGiven expected) {
            assertThat(expected).hasMessageContaining("has to be");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        link.close();
        engine.engine().close();
    }
}
