package io.sallyport.gateway.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import org.jspecify.annotations.Nullable;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.sallyport.gateway.identity.SubjectResolver;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.sallyport.gateway.net.tls.ClientTrust;
import io.sallyport.gateway.net.tls.SecretEngineOptions;
import io.sallyport.gateway.net.tls.ServedTls;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.TrustOptions;

/**
 * A port that speaks TLS, on one or more event loops, with secret buffers, limits and timeouts;
 * what is said over a connection is somebody else's. Start it once, stop it once; safe for every
 * thread.
 */
public final class TlsListener {

    private static final int BACKLOG = 1024;
    private static final int SHARED_EPHEMERAL_PORTS = 1 << 16;
    private static final long SWEEP_MILLIS_MAX = 1000;
    private static final int HANDSHAKE_FACTOR = 6;
    private static final int SWEEPS_PER_TIMEOUT = 8;

    private static final AtomicInteger EPHEMERAL = new AtomicInteger();

    private final Vertx vertx;
    private final ListenerOptions options;
    private final SubjectResolver subjects;
    private final ClientAuth clientAuth;
    private final Connected connected;
    private final NetMetrics metrics = new NetMetrics();
    private final RefusalHistory refusals = new RefusalHistory(InstantSource.system());
    private final ConnectionGate gate;
    private final SecretMemory memory;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private volatile int port;
    private volatile String deployment = "";

    /** Who takes over a connection after its handshake. Called on the connection's event loop. */
    @FunctionalInterface
    public interface Connected {

        /**
         * A peer has connected.
         *
         * @param last the pipeline's last handler, before which handlers are to be added
         * @param chain what TLS has verified, the peer's own certificate first; empty if it has
         *        shown none
         */
        void accept(LoopState loop, ChannelHandlerContext last, X509Certificate[] chain);
    }

    /**
     * Makes its memory; {@link #start()} opens the port.
     *
     * @param clientAuth whether clients must, may or need not show a certificate
     */
    public TlsListener(Vertx vertx, ListenerOptions options, ClientAuth clientAuth,
            SubjectResolver subjects, ConnectionEvents events, Connected connected) {
        this.vertx = vertx;
        this.options = options;
        this.clientAuth = clientAuth;
        this.subjects = subjects;
        this.connected = connected;
        this.gate = new ConnectionGate(options.limits(), events, metrics, refusals);
        this.memory = SecretMemory.forLoops(options.eventLoops());
    }

    /** Opens the port. Fails if it is taken, or if the server's key doesn't fit its certificate. */
    public Future<Void> start() {
        NetServerOptions server;
        try {
            server = serverOptions();
        } catch (GeneralSecurityException | IOException e) {
            return Future.failedFuture(e);
        }
        // A negative port is Vert.x's way to share one free port among several event loops.
        int bind = options.port() != 0
                ? options.port()
                : -1 - EPHEMERAL.getAndIncrement() % SHARED_EPHEMERAL_PORTS;
        return vertx
                .deployVerticle(() -> new Loop(server, bind),
                        new DeploymentOptions().setInstances(options.eventLoops()))
                .onSuccess(id -> deployment = id).mapEmpty();
    }

    /** The port it listens on, once started. */
    public int port() {
        return port;
    }

    /** What happened so far. */
    public NetMetrics.Snapshot metrics() {
        return metrics.snapshot(memory.buffersOut(), memory.directBytesOut());
    }

    /** Who was refused lately, the latest first. */
    public List<RefusedPeer> refusals() {
        return refusals.all();
    }

    /**
     * Accepts no more connections, answers the requests that have come in whole, closes every
     * connection with TLS's farewell, and succeeds when all are closed; after the stop timeout they
     * are closed in any case.
     */
    public Future<Void> stop() {
        gate.stop();
        return Future.join(loops.stream().map(Loop::shutdown).toList())
                .compose(_ -> vertx.undeploy(deployment));
    }

    /** Closes a connection; what its peer still sends is erased unseen. */
    public static void refuse(ChannelHandlerContext last) {
        last.pipeline().addBefore(last.name(), "discard", new DiscardHandler());
        ChannelFuture _ = last.close();
    }

    private NetServerOptions serverOptions() throws GeneralSecurityException, IOException {
        NetServerOptions server = new NetServerOptions().setHost(options.host()).setSsl(true)
                .setSslEngineOptions(new SecretEngineOptions(memory, gate))
                .setKeyCertOptions(KeyCertOptions.wrap(options.identity().keyManagers()))
                .setTrustOptions(TrustOptions.wrap(ClientTrust.in(options.clientAuthorities())))
                .setClientAuth(clientAuth)
                .setSslHandshakeTimeout(options.limits().handshakeTimeout().toMillis()
                        * HANDSHAKE_FACTOR)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS).setAcceptBacklog(BACKLOG)
                .setReuseAddress(true).setTcpNoDelay(true).setTcpKeepAlive(true);
        server.setEnabledSecureTransportProtocols(new LinkedHashSet<>(ServedTls.VERSIONS));
        return server;
    }

    /** The listener's part on one event loop. */
    private final class Loop extends VerticleBase {
        private final NetServerOptions serverOptions;
        private final int bind;
        private @Nullable NetServer server;
        private @Nullable LoopState state;

        Loop(NetServerOptions serverOptions, int bind) {
            this.serverOptions = serverOptions;
            this.bind = bind;
        }

        @Override
        public Future<?> start() {
            LoopState loop = new LoopState((ContextInternal) context, options.limits(), subjects,
                    gate, metrics, memory);
            NetServer listening = vertx.createNetServer(serverOptions)
                    .connectHandler(socket -> hand(loop, socket));
            state = loop;
            server = listening;
            loops.add(this);
            vertx.setPeriodic(sweepMillis(), _ -> loop.sweep());
            return listening.listen(bind, options.host())
                    .onSuccess(bound -> port = bound.actualPort());
        }

        Future<Void> shutdown() {
            NetServer listening = server;
            LoopState loop = state;
            if (listening == null || loop == null) {
                return Future.succeededFuture();
            }
            context.runOnContext(_ -> loop.drain());
            return listening.shutdown(options.limits().stopTimeout().toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        private void hand(LoopState loop, NetSocket socket) {
            ChannelHandlerContext last = ((NetSocketInternal) socket).channelHandlerContext();
            if (gate.isStopping()) {
                refuse(last);
                return;
            }
            SSLSession session = last.pipeline().get(SslHandler.class).engine().getSession();
            X509Certificate[] chain;
            try {
                Certificate[] peer = session.getPeerCertificates();
                chain = Arrays.copyOf(peer, peer.length, X509Certificate[].class);
            } catch (SSLPeerUnverifiedException _) {
                chain = new X509Certificate[0];
            }
            connected.accept(loop, last, chain);
        }

        private long sweepMillis() {
            ConnectionLimits limits = options.limits();
            long shortest = Math.min(limits.readTimeout().toMillis(), Math.min(
                    limits.idleTimeout().toMillis(), limits.subjectRecheck().toMillis()));
            return Math.clamp(shortest / SWEEPS_PER_TIMEOUT, 1, SWEEP_MILLIS_MAX);
        }
    }
}
