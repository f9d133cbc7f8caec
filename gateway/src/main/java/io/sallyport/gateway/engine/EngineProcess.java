package io.sallyport.gateway.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import io.sallyport.gateway.engine.EngineSupervisor.Listener;
import io.sallyport.gateway.engine.EngineSupervisor.Timing;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.sallyport.gateway.port.RewrapPort;
import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.vertx.core.Vertx;

/** The engine of a running gateway: its supervised process and the links to it. */
public final class EngineProcess implements EngineSeal, AutoCloseable {
    private static final String DOMAIN = "domain ";

    private final EngineSupervisor supervisor;
    private final EngineLinks links;
    private final Path socket;
    private final String domain;

    private EngineProcess(EngineSupervisor supervisor, EngineLinks links, Path socket,
            String domain) {
        this.supervisor = supervisor;
        this.links = links;
        this.socket = socket;
        this.domain = domain;
    }

    /**
     * Makes a security domain in a process of the engine, which ends then.
     *
     * @return the identifier of the domain
     */
    public static UUID createDomain(EngineCommandLine command, Path state, Path autoUnseal)
            throws IOException, InterruptedException {
        Process process = command.start(List.of("--init", "--state", state.toString(),
                "--auto-unseal", autoUnseal.toString()));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(),
                StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !said.startsWith(DOMAIN)) {
            throw new IOException("The engine did not make a domain: " + errors.strip());
        }
        return UUID.fromString(said.substring(DOMAIN.length()).strip());
    }

    /**
     * Starts the engine, waits until it serves, and links every event loop to it.
     *
     * @param domain the security domain that has to be the engine's
     * @param events told of every start and end
     */
    public static EngineProcess start(Vertx vertx, EngineCommandLine command, EngineFiles files,
            String domain, SecretMemory memory, EngineEvents events)
            throws IOException, InterruptedException {
        // The links end a process that hangs, and the process tells the links when it serves.
        EngineSupervisor[] ends = new EngineSupervisor[1];
        EngineLinks links = new EngineLinks(vertx, files.socket(), LinkLimits.DEFAULT,
                memory::allocatorOf, (why, pid) -> ends[0].end(pid, why),
                () -> ends[0].state().phase() == EngineState.Phase.SEALED);
        EngineSupervisor supervisor = new EngineSupervisor(() -> {
            Files.deleteIfExists(files.socket());
            return command.start(List.of("--state", files.state().toString(), "--auto-unseal",
                    files.autoUnseal().toString(), "--socket", files.socket().toString()));
        }, new Listener() {
            @Override
            public void ready(long pid) throws IOException {
                events.started(status(files.socket()));
                links.connect(pid, domain);
            }

            @Override
            public void ended(boolean served, String sentence) {
                events.ended(served, sentence);
            }
        }, Timing.DEFAULT);
        ends[0] = supervisor;
        supervisor.start();
        return new EngineProcess(supervisor, links, files.socket(), domain);
    }

    private static StatusReport status(Path socket) throws IOException {
        try (BlockingEngineLink link = BlockingEngineLink.connect(socket, LinkLimits.DEFAULT)) {
            return link.call(new EngineCommand.Status(), report -> report);
        } catch (EngineFault e) {
            throw new IOException("The engine does not say its status: " + e.getMessage(), e);
        }
    }

    /** What the process does. */
    public EngineState state() {
        return supervisor.state();
    }

    /** The way to the engine for operations. */
    public EngineLinks links() {
        return links;
    }

    /** The way to the engine for objects that are sealed anew. */
    public RewrapPort rewrapping() {
        return () -> {
            BlockingEngineLink link = BlockingEngineLink.connect(socket, LinkLimits.SLOW);
            if (!link.domain().equals(domain)) {
                link.close();
                throw new IOException("The engine's state belongs to another domain.");
            }
            return new RewrapLink(link);
        };
    }

    @Override
    public void seal() throws IOException, InterruptedException {
        supervisor.seal();
        Files.deleteIfExists(socket);
    }

    @Override
    public void unseal() throws IOException, InterruptedException {
        supervisor.unseal();
    }

    /** Seals: the engine wipes its keys and ends. */
    @Override
    public void close() throws IOException {
        supervisor.close();
        Files.deleteIfExists(socket);
    }
}
