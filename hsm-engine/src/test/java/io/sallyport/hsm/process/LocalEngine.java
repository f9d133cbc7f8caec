package io.sallyport.hsm.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealFault;
import io.sallyport.hsm.seal.SealedState;
import io.sallyport.hsm.seal.Terms;

/** An engine within the test's own process, whose clock can be made to break. */
public final class LocalEngine implements AutoCloseable {
    /** What the broken clock says; nobody may be told. */
    static final String CLOCK_BROKE = "the clock broke";

    private final Terms terms;
    private final EngineServer server;
    private final Path socket;
    private volatile boolean broken;

    private LocalEngine(Path folder, Terms terms, SelfTests tests) throws IOException {
        this.terms = terms;
        this.socket = folder.resolve("local.sock");
        AtomicLong served = new AtomicLong();
        String domain = terms.domain().toString();
        this.server = EngineServer.bind(socket, domain, () -> new CommandExecutor(terms,
                this::now, () -> new StatusReport("test", domain, true, terms.inForce(),
                        ProcessHandle.current().pid(), served.get(), List.of(),
                        TermCommands.list(terms), tests.last(), 0),
                served, tests));
        server.start();
    }

    /** Serves the domain in this folder, which is made if there is none. */
    public static LocalEngine start(Path folder) throws IOException, SealFault {
        return start(folder, SelfTests.Parts.ofThisProcess());
    }

    /** As {@link #start(Path)}, with other self-tests, which are not run at the start. */
    static LocalEngine start(Path folder, SelfTests.Parts parts) throws IOException, SealFault {
        Path state = folder.resolve("state");
        Path key = folder.resolve("key");
        if (!Files.exists(state)) {
            SealedState.create(state, key, InstantSource.system());
        }
        return new LocalEngine(folder,
                Terms.open(state, RootKey.read(key), InstantSource.system()),
                new SelfTests(parts, InstantSource.system()));
    }

    /** Whether every command that asks for the time meets a runtime error. */
    void breakClock(boolean breaks) {
        broken = breaks;
    }

    public Path socket() {
        return socket;
    }

    BlockingEngineLink connect() throws IOException {
        return BlockingEngineLink.connect(socket, LinkLimits.DEFAULT);
    }

    @Override
    public void close() throws IOException {
        server.close();
        terms.close();
    }

    private Instant now() {
        if (broken) {
            throw new IllegalStateException(CLOCK_BROKE);
        }
        return Instant.now();
    }
}
