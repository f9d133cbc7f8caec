package io.sallyport.hsm.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.crypto.SelfTestFailure;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealFault;
import io.sallyport.hsm.seal.SealedState;
import io.sallyport.hsm.seal.Terms;

/**
 * The engine's process. {@code --init --state FILE --auto-unseal FILE} makes a domain; {@code
 * --state FILE --auto-unseal FILE --socket FILE} serves it until standard input ends or SIGTERM
 * comes. Exit code 0 done, 1 refused (one sentence on standard error), 2 wrong usage.
 */
public final class EngineMain {
    private static final String VERSION = "0.1.0";
    private static final String USAGE = "usage: EngineMain [--init] --state FILE"
            + " --auto-unseal FILE [--socket FILE]";
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private EngineMain() {}

    /** Runs the engine. */
    public static void main(String[] arguments) {
        run(arguments, SelfTests.Parts::ofThisProcess);
    }

    /** The same with other self-tests, for tests of what becomes of broken ones. */
    static void run(String[] arguments, Supplier<SelfTests.Parts> parts) {
        Hardening.apply();
        String refusal = LaunchCheck.refusal(Hardening.jvmArguments(), System.getenv());
        if (refusal != null) {
            System.err.println(refusal);
            System.exit(REFUSED);
        }
        Map<String, Path> paths = paths(arguments);
        boolean init = List.of(arguments).contains("--init");
        Path state = paths.get("--state");
        Path autoUnseal = paths.get("--auto-unseal");
        Path socket = paths.get("--socket");
        if (state == null || autoUnseal == null || (socket == null) != init) {
            System.err.println(USAGE);
            System.exit(WRONG_USAGE);
            return;
        }
        try {
            SelfTests tests = new SelfTests(parts.get(), InstantSource.system());
            tests.run();
            if (socket == null) {
                System.out.println("domain "
                        + SealedState.create(state, autoUnseal, InstantSource.system()));
            } else {
                serve(state, autoUnseal, socket, tests);
            }
        } catch (SelfTestFailure e) {
            System.err.println(e.getMessage() + " The engine stays shut.");
            System.exit(REFUSED);
        } catch (ExceptionInInitializerError e) {
            // There is no cryptographic module to use; the code was found to be as built.
            Throwable cause = e.getCause();
            System.err.println(
                    "The engine does not start: " + (cause == null ? e : cause.getMessage()));
            System.exit(REFUSED);
        } catch (SealFault e) {
            System.err.println(e.getMessage());
            System.exit(REFUSED);
        } catch (IOException e) {
            System.err.println("The engine can't serve: " + e.getMessage() + ".");
            System.exit(REFUSED);
        }
    }

    private static void serve(Path state, Path autoUnseal, Path socket, SelfTests tests)
            throws SealFault, IOException {
        RootKey root = RootKey.read(autoUnseal);
        Terms terms = Terms.open(state, root, InstantSource.system());
        String domain = terms.domain().toString();
        AtomicLong served = new AtomicLong();
        AtomicLong startMillis = new AtomicLong();
        Supplier<StatusReport> status = () -> new StatusReport(VERSION,
                domain, true, terms.inForce(), ProcessHandle.current().pid(), served.get(),
                Hardening.report(terms.rootMemoryKind(), terms.memoryKind()),
                TermCommands.list(terms), tests.last(), startMillis.get());
        Supplier<CommandExecutor> executors =
                () -> new CommandExecutor(terms, InstantSource.system(), status, served, tests);
        try (CommandExecutor first = executors.get()) {
            new RoundTrip(first::execute, first::wipe).run(RoundTrip.ROUNDS);
        }
        served.set(0);
        EngineServer server = EngineServer.bind(socket, domain, executors);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, terms)));
        startMillis.set(ManagementFactory.getRuntimeMXBean().getUptime());
        server.start();
        HeapEraser.start(served::get);
        System.out.println(EngineLaunch.READY);
        awaitEndOfInput();
        System.exit(0);
    }

    /** Halts with 0 whatever ended the process: a signal's own exit code is no failure here. */
    private static void stop(EngineServer server, Terms terms) {
        try (terms; server) {
            System.out.flush();
        } catch (IOException | IllegalStateException e) {
            System.err.println("The engine did not stop in order: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }

    private static void awaitEndOfInput() throws IOException {
        int read = 0;
        while (read >= 0) {
            read = System.in.read();
        }
    }

    private static Map<String, Path> paths(String[] arguments) {
        Map<String, Path> paths = new HashMap<>();
        @Nullable
        String option = null;
        for (String argument : arguments) {
            if (option != null) {
                paths.put(option, Path.of(argument));
                option = null;
            } else if (!argument.equals("--init")) {
                option = argument;
            }
        }
        return paths;
    }
}
