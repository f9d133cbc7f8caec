package io.sallyport.gateway.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.admin.LocalAdministration;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.policy.EngineDistribution;
import io.sallyport.gateway.engine.EngineProcess;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.home.HomeConfig;
import io.sallyport.gateway.home.HomeLock;
import io.sallyport.gateway.identity.AlternativeName;
import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.identity.PrivateFiles;
import io.sallyport.gateway.journal.Journal;
import io.sallyport.gateway.journal.JournalLimits;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.store.ObjectCache;
import io.sallyport.gateway.store.Store;
import io.sallyport.gateway.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sallyport init}: a security domain and the home of its first node. */
@Command(name = "init", mixinStandardHelpOptions = true,
        description = "Make a home with a new security domain.")
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--auto-unseal", paramLabel = "file", defaultValue = "file",
            description = "how the engine is unsealed at start (in this version: file)")
    private String autoUnseal = "file";

    @Option(names = "--server-name", paramLabel = "NAME",
            description = "further name or address of the server's certificate")
    private List<String> serverNames = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "NAME", defaultValue = "ordinary",
            description = "engine that makes the domain and serves it: ordinary or fips")
    private String engine = "ordinary";

    @Option(names = "--threshold", paramLabel = "M", hidden = true)
    private @Nullable Integer threshold;

    @Option(names = "--custodians", paramLabel = "N", hidden = true)
    private @Nullable Integer custodians;

    /** Made by picocli. */
    InitCommand() {}

    @Override
    public Integer call() throws Exception {
        if (threshold != null || custodians != null || !autoUnseal.equals("file")) {
            throw new ParameterException(spec.commandLine(),
                    "This version unseals by a file alone; use --auto-unseal file.");
        }
        List<AlternativeName> names = names();
        EngineDistribution distribution = EngineOption.of(engine, spec);
        // Before there is a home to leave behind.
        EngineCommandLine.installed(distribution);
        Home made = Home.create(home.path(),
                HomeConfig.create(serverNames).withEngine(distribution));
        try (HomeLock _ = made.lock(made.path())) {
            Home ready = complete(made, names);
            spec.commandLine().getOut().println("Made the domain " + ready.config().domain()
                    + " in " + ready.path() + ".");
            return 0;
        }
    }

    /** A home that can't be completed leaves nothing behind but its empty folder. */
    private static Home complete(Home made, List<AlternativeName> names) throws Exception {
        boolean complete = false;
        try {
            Home ready = fill(made, names);
            ready.complete();
            complete = true;
            return ready;
        } finally {
            if (!complete) {
                Home.clear(made.path());
            }
        }
    }

    private static Home fill(Home made, List<AlternativeName> names)
            throws IOException, GeneralSecurityException, StoreException, InterruptedException,
            CommandException {
        Clock clock = Clock.systemUTC();
        Home home = new Home(made.path(), made.config().withDomain(makeDomain(made)));
        CertificateAuthority authority = CertificateAuthority
                .create("Sallyport CA " + home.config().domain(), clock);
        PemFiles.writeCertificates(home.path(Place.CA_CERTIFICATE), authority.certificate());
        PemFiles.writeKey(home.path(Place.CA_KEY), authority.identity().key());
        Identity server = authority.issueServer(names,
                Duration.ofDays(home.config().certificateDays()));
        PemFiles.writeCertificates(home.path(Place.SERVER_CERTIFICATE), server.certificate());
        PemFiles.writeKey(home.path(Place.SERVER_KEY), server.key());
        try (Store store = Store.open(home.path(Place.STORE), home.config().domain().toString());
                Journal journal = Journal.open(store, new ObjectCache(0),
                        home.config().node().toString(), JournalLimits.DEFAULT, _ -> {})) {
            journal.commit(new Submission(List.of(),
                    List.of(LocalAdministration.operatorEvent(clock.millis(), "Initialize",
                            home.config().domain().toString(), Outcome.SUCCESS, null))))
                    .toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new CommandException("The home was not made, because its audit log can't be"
                    + " written: " + e.getCause(), e);
        }
        return home;
    }

    /**
     * In a folder that no other making knows: an engine whose parent was killed may still be at
     * work, and must not meet the one that is started after it.
     */
    private static UUID makeDomain(Home made) throws IOException, InterruptedException {
        Home apart = new Home(made.path().resolve("engine-" + UUID.randomUUID()), made.config());
        Path state = apart.path(Place.ENGINE_STATE);
        Path key = apart.path(Place.AUTO_UNSEAL_KEY);
        PrivateFiles.createFolder(Objects.requireNonNull(state.getParent()));
        UUID domain = EngineProcess.createDomain(
                EngineCommandLine.installed(made.config().engine()), state, key);
        Files.move(key, made.path(Place.AUTO_UNSEAL_KEY), StandardCopyOption.ATOMIC_MOVE);
        Files.move(state, made.path(Place.ENGINE_STATE), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(Objects.requireNonNull(state.getParent()));
        Files.delete(apart.path());
        return domain;
    }

    private List<AlternativeName> names() {
        Set<String> all = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        try {
            all.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException _) {
            // A host without a name has the others.
        }
        List<AlternativeName> names = new ArrayList<>();
        for (String name : all) {
            names.add(AlternativeName.parse(name));
        }
        for (String name : serverNames) {
            try {
                AlternativeName wanted = AlternativeName.parse(name);
                if (!names.contains(wanted)) {
                    names.add(wanted);
                }
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
        return names;
    }
}
