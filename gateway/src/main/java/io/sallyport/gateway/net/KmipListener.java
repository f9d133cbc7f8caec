package io.sallyport.gateway.net;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.identity.SubjectResolver;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;

/**
 * Serves KMIP over TLS with client certificates, on one or more event loops. Start it once, stop
 * it once; safe for every thread.
 */
public final class KmipListener {

    private final MessageProcessor processor;
    private final TlsListener tls;

    /** Makes its memory; {@link #start()} opens the port. */
    public KmipListener(Vertx vertx, ListenerOptions options, SubjectResolver subjects,
            MessageProcessor processor, ConnectionEvents events) {
        this.processor = processor;
        this.tls = new TlsListener(vertx, options, ClientAuth.REQUIRED, subjects, events,
                this::connected);
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

    /**
     * Accepts no more connections, answers the requests that have come in whole, closes every
     * connection with TLS's farewell, and succeeds when all are closed; after the stop timeout they
     * are closed in any case.
     */
    public Future<Void> stop() {
        return tls.stop();
    }

    private void connected(LoopState loop, ChannelHandlerContext last, X509Certificate[] chain) {
        if (chain.length == 0) {
            loop.gate().refuse(last.channel(), Refusal.CERTIFICATE_MISSING, null);
            TlsListener.refuse(last);
            return;
        }
        Optional<Subject> subject = loop.resolve(chain);
        if (subject.isEmpty()) {
            last.pipeline().get(SslHandler.class).engine().getSession().invalidate();
            loop.gate().refuse(last.channel(), Refusal.ofUnknown(chain[0]), chain[0]);
            TlsListener.refuse(last);
        } else if (loop.gate().admit(last.channel(), subject.get(), chain[0])) {
            last.pipeline().addBefore(last.name(), "kmip",
                    new KmipFrameHandler(loop, processor, last, subject.get(), chain));
        } else {
            TlsListener.refuse(last);
        }
    }
}
