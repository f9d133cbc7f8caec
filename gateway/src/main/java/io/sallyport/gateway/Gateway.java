package io.sallyport.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.admin.AdminServer;
import io.sallyport.gateway.admin.HealthEndpoint;
import io.sallyport.gateway.admin.LocalAdministration;
import io.sallyport.gateway.admin.LocalDiagnostics;
import io.sallyport.gateway.admin.LocalEngineAdministration;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.engine.EngineFiles;
import io.sallyport.gateway.engine.EngineProcess;
import io.sallyport.gateway.engine.EngineState;
import io.sallyport.gateway.engine.StrictPartitions;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.home.HomeConfig;
import io.sallyport.gateway.home.HomeException;
import io.sallyport.gateway.home.HomeLock;
import io.sallyport.gateway.identity.AuthorityFiles;
import io.sallyport.gateway.identity.ClientRegistry;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.identity.Provisioning;
import io.sallyport.gateway.identity.TokenRegistry;
import io.sallyport.gateway.identity.UserRegistry;
import io.sallyport.gateway.journal.Journal;
import io.sallyport.gateway.journal.JournalException;
import io.sallyport.gateway.journal.JournalLimits;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.net.KmipListener;
import io.sallyport.gateway.net.ListenerOptions;
import io.sallyport.gateway.net.NetMetrics;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.sallyport.gateway.net.http.HttpsListener;
import io.sallyport.gateway.net.http.KmipEndpoint;
import io.sallyport.gateway.net.tls.ClientTrust;
import io.sallyport.gateway.net.tls.ServerIdentity;
import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.operation.message.RuleBook;
import io.sallyport.gateway.rewrap.Pace;
import io.sallyport.gateway.rewrap.RewrapJob;
import io.sallyport.gateway.selftest.EngineRecords;
import io.sallyport.gateway.selftest.SelfTestRuns;
import io.sallyport.gateway.selftest.SelfTestSchedule;
import io.sallyport.gateway.selftest.SelfTestSchedule.Timer;
import io.sallyport.gateway.session.AsynchronousLimits;
import io.sallyport.gateway.session.Background;
import io.sallyport.gateway.session.KmipMessageProcessor;
import io.sallyport.gateway.session.MessageProcessor;
import io.sallyport.gateway.session.SessionPorts;
import io.sallyport.gateway.store.ClientStore;
import io.sallyport.gateway.store.ObjectCache;
import io.sallyport.gateway.store.ObjectStore;
import io.sallyport.gateway.store.RuleStore;
import io.sallyport.gateway.store.Store;
import io.sallyport.gateway.store.StoreException;
import io.sallyport.gateway.store.TermStore;
import io.sallyport.gateway.store.TokenStore;
import io.sallyport.gateway.store.UserStore;
import io.sallyport.gateway.vault.VaultEndpoint;
import io.sallyport.kmip.message.KmipCodec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/**
 * A running gateway. Started in the order home, store, journal, engine, clients, administration,
 * listeners; stopped in the opposite order, so that what came in is answered before the engine is
 * sealed. Safe for every thread.
 */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final long CACHE_BYTES_MAX = 64L << 20;
    private static final long STEP_SECONDS_MAX = 60;

    /** The version of this gateway. */
    public static final String VERSION = "0.1.0";

    private final Deque<Step> started = new ArrayDeque<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CompletableFuture<GatewayException> failure = new CompletableFuture<>();
    private final Home home;
    private final String host;
    private @Nullable EngineProcess engine;
    private volatile @Nullable HttpsListener httpsListener;
    private volatile int kmipPort;
    private volatile int httpsPort;

    private Gateway(Home home, String host) {
        this.home = home;
        this.host = host;
    }

    /** Something that runs, and how it is stopped. */
    private record Step(String name, Stop stop) {}

    /** Stops one part. */
    @FunctionalInterface
    private interface Stop {
        void run() throws Exception;
    }

    /**
     * Starts a gateway and returns when it serves.
     *
     * @throws GatewayException with a sentence for the operator; nothing runs then
     */
    public static Gateway start(GatewayOptions options) throws GatewayException {
        return start(options, Timer.ofThisMachine(), UnaryOperator.identity());
    }

    /**
     * As {@link #start(GatewayOptions)}, for tests that look on: the daily self-test is due when
     * {@code days} says so, and whoever has a message processed asks what {@code around} makes of
     * the gateway's processor.
     */
    static Gateway start(GatewayOptions options, Timer days,
            UnaryOperator<MessageProcessor> around) throws GatewayException {
        Gateway gateway = null;
        boolean complete = false;
        try {
            Home home = Home.open(options.home());
            String listen = options.listen();
            gateway = new Gateway(home, listen == null ? home.config().listen() : listen);
            gateway.serve(options, days, around);
            complete = true;
            return gateway;
        } catch (HomeException | StoreException | IOException | GeneralSecurityException e) {
            throw new GatewayException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException("The start was interrupted.", e);
        } finally {
            if (!complete && gateway != null) {
                gateway.close();
            }
        }
    }

    private static EngineCommandLine command(GatewayOptions options, HomeConfig config)
            throws IOException {
        EngineCommandLine given = options.engine();
        return given == null ? EngineCommandLine.installed(config.engine()) : given;
    }

    private void serve(GatewayOptions options, Timer days,
            UnaryOperator<MessageProcessor> around)
            throws GatewayException, HomeException, StoreException, IOException,
            GeneralSecurityException, InterruptedException {
        Clock clock = Clock.systemUTC();
        HomeConfig config = home.config();
        Path sockets = takeHome();
        Store store = Store.open(home.path(Place.STORE), config.domain().toString());
        started.push(new Step("store", store::close));
        ObjectCache cache = new ObjectCache(CACHE_BYTES_MAX);
        Journal journal = Journal.open(store, cache, config.node().toString(),
                JournalLimits.DEFAULT, this::fail);
        started.push(new Step("journal", journal::close));
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(config.eventLoops()));
        started.push(new Step("event loops", () -> await(vertx.close())));
        SecretMemory memory = SecretMemory.forLoops(config.eventLoops());
        EngineRecords records = new EngineRecords(journal, clock);
        EngineProcess process = EngineProcess.start(vertx, command(options, config),
                new EngineFiles(home.path(Place.ENGINE_STATE), home.path(Place.AUTO_UNSEAL_KEY),
                        Home.engineSocket(sockets)),
                config.domain().toString(), memory, records);
        engine = process;
        started.push(new Step("engine", process::close));
        ClientRegistry clients = new ClientRegistry(new ClientStore(store).certificates(), clock);
        UserRegistry users = new UserRegistry(new UserStore(store).users(),
                new UserStore(store).credentials(), clock);
        started.push(new Step("users", users::close));
        TokenRegistry tokens = new TokenRegistry(new TokenStore(store).tokens(), clock);
        RewrapJob rewrapping = RewrapJob.start(new TermStore(store), process.rewrapping(), journal,
                journal::queued, clock, Pace.DEFAULT);
        started.push(new Step("re-wrapping", rewrapping::close));
        Set<String> strict = Set.copyOf(config.strictPartitions());
        SelfTestRuns selfTests = new SelfTestRuns(process.links(), records);
        SelfTestSchedule schedule = SelfTestSchedule.start(days, selfTests);
        started.push(new Step("daily self-test", schedule::close));
        SessionPorts ports = new SessionPorts(new SecretFrames(memory), Background.of(vertx),
                users, provisioning(vertx, clients, clock),
                new RuleBook(new RuleStore(store).rules(), strict), AsynchronousLimits.DEFAULT);
        KmipMessageProcessor messages = new KmipMessageProcessor(new KmipCodec(),
                new OperationTable(VERSION, config.rngSeeding()),
                new ObjectStore(store, cache, process.links(), clock),
                new StrictPartitions(process.links(), strict), journal, clock, ports);
        MessageProcessor processor = around.apply(messages);
        RefusalRecorder refusals = new RefusalRecorder(journal, clock);
        KmipListener kmip = new KmipListener(vertx,
                listenerOptions(chosen(options.kmipPort(), config.kmipPort()), options.limits()),
                clients, processor, refusals::record);
        GatewayStatus status = new GatewayStatus(vertx, this, config, store, journal, process,
                kmip, clock.millis(), clock);
        HttpsListener https = new HttpsListener(vertx,
                listenerOptions(chosen(options.httpsPort(), config.httpsPort()),
                        options.limits()),
                clients, List.of(new HealthEndpoint(status::isReady, status::engineWord),
                        new KmipEndpoint(vertx, processor, config.kmipTextEncodings(),
                                options.limits().messageBytesMax()),
                        new VaultEndpoint(tokens, processor, memory::take,
                                new VaultRecorder(journal, clock), clock)),
                refusals);
        httpsListener = https;
        listen(kmip, https, options, new AdminServer(vertx,
                new LocalAdministration(store, journal, clients, users, tokens, clock),
                new LocalEngineAdministration(store, process.links(), process, journal, rewrapping,
                        selfTests, clock),
                new LocalDiagnostics(store, journal, new Refusals(kmip, https, messages), clock),
                processor, memory, status::report), Home.adminSocket(sockets));
        LOG.info("Serving KMIP at {} and HTTPS at {} for the domain {}.", kmipAddress(),
                httpsAddress(), config.domain());
    }

    /** Opens the ports last of all: whoever can connect is served. */
    private void listen(KmipListener kmip, HttpsListener https, GatewayOptions options,
            AdminServer admin, Path adminSocket) throws GatewayException {
        bound("The socket " + adminSocket + " can't be opened", admin.start(adminSocket));
        started.push(new Step("administration", () -> await(admin.stop())));
        int httpsWanted = chosen(options.httpsPort(), home.config().httpsPort());
        bound(taken("HTTPS", httpsWanted, "--https-port"), https.start());
        started.push(new Step("HTTPS", () -> await(https.stop())));
        httpsPort = https.port();
        int kmipWanted = chosen(options.kmipPort(), home.config().kmipPort());
        bound(taken("KMIP", kmipWanted, "--kmip-port"), kmip.start());
        started.push(new Step("KMIP", () -> await(kmip.stop())));
        kmipPort = kmip.port();
    }

    private Path takeHome() throws IOException, HomeException {
        Path sockets = home.socketFolder();
        HomeLock lock;
        try {
            lock = home.lock(sockets);
        } catch (IOException | HomeException e) {
            removeSocketFolder(sockets);
            throw e;
        }
        started.push(new Step("home", () -> {
            removeSocketFolder(sockets);
            lock.close();
        }));
        return sockets;
    }

    private void removeSocketFolder(Path sockets) throws IOException {
        if (!sockets.equals(home.path())) {
            Files.deleteIfExists(sockets);
        }
    }

    /** Where it serves KMIP: address and port. */
    public String kmipAddress() {
        return address(kmipPort);
    }

    /** Where it serves HTTPS: address and port. */
    public String httpsAddress() {
        return address(httpsPort);
    }

    /** The port on which it serves KMIP. */
    public int kmipPort() {
        return kmipPort;
    }

    /** The port on which it serves HTTPS. */
    public int httpsPort() {
        return httpsPort;
    }

    /** What happened on the HTTPS port so far. */
    NetMetrics.Snapshot httpsMetrics() {
        HttpsListener https = httpsListener;
        if (https == null) {
            throw new IllegalStateException("A gateway that was started has an HTTPS listener.");
        }
        return https.metrics();
    }

    /** The engine's process as it is now. */
    public EngineState engineState() {
        EngineProcess process = engine;
        if (process == null) {
            throw new IllegalStateException("A gateway that was started has an engine.");
        }
        return process.state();
    }

    /** Completes if the gateway can't go on: whoever started it stops it and exits with 1. */
    public CompletableFuture<GatewayException> failure() {
        return failure;
    }

    /** Stops: accepts nothing more, answers what came in, seals the engine, lets go of the home. */
    @Override
    public void close() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        while (!started.isEmpty()) {
            Step step = started.pop();
            try {
                step.stop().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("Stopping failed ({}): {}", step.name(), e.getMessage());
            }
        }
    }

    private void fail(JournalException cause) {
        failure.complete(new GatewayException(
                "The store can't be written any more, so the gateway stops: "
                        + cause.getMessage(),
                cause));
    }

    private ListenerOptions listenerOptions(int port, ConnectionLimits limits)
            throws IOException, GeneralSecurityException {
        return new ListenerOptions(host, port, home.config().eventLoops(), serverIdentity(),
                List.of(authority()), limits);
    }

    private ServerIdentity serverIdentity() throws IOException, GeneralSecurityException {
        Identity server = PemFiles.read(home.path(Place.SERVER_CERTIFICATE),
                home.path(Place.SERVER_KEY));
        return new ServerIdentity(server.key(), List.of(server.certificate(), authority()));
    }

    private Provisioning provisioning(Vertx vertx, ClientRegistry clients, Clock clock)
            throws IOException, GeneralSecurityException {
        return new Provisioning(vertx, clients, ClientTrust.in(List.of(authority())),
                new AuthorityFiles(home.path(Place.CA_CERTIFICATE), home.path(Place.CA_KEY),
                        Duration.ofDays(home.config().certificateDays()), clock),
                clock);
    }

    private X509Certificate authority() throws IOException, GeneralSecurityException {
        return PemFiles.readCertificate(home.path(Place.CA_CERTIFICATE));
    }

    private String address(int port) {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }

    private static int chosen(@Nullable Integer option, int configured) {
        return option == null ? configured : option;
    }

    private String taken(String what, int port, String option) {
        return what + " can't listen on " + address(port)
                + " (stop what uses the port, or choose another with " + option + ")";
    }

    private static <T> T bound(String sentence, Future<T> listening) throws GatewayException {
        try {
            return await(listening);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new GatewayException(sentence + ": " + cause.getMessage() + ".", cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException("The start was interrupted.", e);
        }
    }

    private static <T> T await(Future<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(STEP_SECONDS_MAX,
                TimeUnit.SECONDS);
    }
}
