package io.sallyport.gateway.net.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.identity.SubjectResolver;
import io.sallyport.gateway.net.ListenerOptions;
import io.sallyport.gateway.net.LoopState;
import io.sallyport.gateway.net.NetMetrics;
import io.sallyport.gateway.net.RefusalLog;
import io.sallyport.gateway.net.RefusedPeer;
import io.sallyport.gateway.net.TlsListener;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;

/**
 * Serves HTTP/1.1 over TLS. A client certificate is asked for and may be missing; whether it is
 * needed, each endpoint says. Its limits and memory are its own: strangers who use them up don't
 * keep databases from the KMIP port. Start it once, stop it once; safe for every thread.
 */
public final class HttpsListener {

    private final Served served;
    private final TlsListener tls;

    /** What all connections share. */
    record Served(List<HttpEndpoint> endpoints, RefusalLog refusals) {}

    /**
     * Makes its memory; {@link #start()} opens the port.
     *
     * @param endpoints the first that serves a path gets its requests
     */
    public HttpsListener(Vertx vertx, ListenerOptions options, SubjectResolver subjects,
            List<HttpEndpoint> endpoints, RefusalLog refusals) {
        this.served = new Served(List.copyOf(endpoints), refusals);
        this.tls = new TlsListener(vertx, options, ClientAuth.REQUEST, subjects,
                (peer, reason, certificate) -> {
                    Future<Void> _ = refusals.record(peer, reason, certificate);
                }, this::connected);
    }

    /** Opens the port. Fails if it is taken, or if the server's key doesn't fit its certificate. */
    public Future<Void> start() {
        return tls.start();
    }

    /** The port it listens on, once started. */
    public int port() {
        return tls.port();
    }

    /** What happened so far. */
    public NetMetrics.Snapshot metrics() {
        return tls.metrics();
    }

    /** Who was refused lately, the latest first. */
    public List<RefusedPeer> refusals() {
        return tls.refusals();
    }

    /** Accepts no more connections, answers the requests that have come in whole, and closes. */
    public Future<Void> stop() {
        return tls.stop();
    }

    private void connected(LoopState loop, ChannelHandlerContext last, X509Certificate[] chain) {
        Optional<Subject> subject = chain.length == 0 ? Optional.empty() : loop.resolve(chain);
        if (subject.isEmpty()) {
            loop.gate().admitAnonymous(last.channel());
        } else if (!loop.gate().admit(last.channel(), subject.get(), chain[0])) {
            TlsListener.refuse(last);
            return;
        }
        ChannelPipeline pipeline = last.pipeline();
        StrictRequestDecoder decoder = new StrictRequestDecoder(loop.metrics());
        pipeline.addBefore(last.name(), "http-decoder", decoder);
        pipeline.addBefore(last.name(), "http",
                new HttpConnection(loop, last, decoder, served, chain, subject.isPresent()));
    }
}
