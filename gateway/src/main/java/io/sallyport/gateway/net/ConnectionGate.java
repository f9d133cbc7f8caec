package io.sallyport.gateway.net;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.tls.FirstFlight;
import io.sallyport.gateway.net.tls.HandshakeWatch;
import io.sallyport.gateway.net.tls.ShownCertificateException;

/**
 * Counts connections in all, by address and by client, and tells why one was refused. Safe for
 * every thread.
 */
public final class ConnectionGate implements HandshakeWatch {

    private static final long TELL_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ConnectionLimits limits;
    private final ConnectionEvents events;
    private final NetMetrics metrics;
    private final RefusalHistory history;
    private final AtomicInteger connections = new AtomicInteger();
    private final ConcurrentMap<Object, Integer> byAddress = new ConcurrentHashMap<>();
    private final ConcurrentMap<Object, Integer> byClient = new ConcurrentHashMap<>();
    private final Set<Channel> inHandshake = ConcurrentHashMap.newKeySet();
    private final Map<Refusal, AtomicLong> lastTold = new EnumMap<>(Refusal.class);
    private final RefusalBudget budget = new RefusalBudget();
    private volatile boolean stopping;

    ConnectionGate(ConnectionLimits limits, ConnectionEvents events, NetMetrics metrics,
            RefusalHistory history) {
        this.limits = limits;
        this.events = events;
        this.metrics = metrics;
        this.history = history;
        for (Refusal refusal : Refusal.values()) {
            lastTold.put(refusal, new AtomicLong(System.nanoTime() - TELL_AGAIN_NANOS));
        }
    }

    @Override
    public boolean admit(Channel channel) {
        metrics.accepted.increment();
        Object address = addressOf(channel);
        connections.incrementAndGet();
        int ofAddress = byAddress.merge(address, 1, Integer::sum);
        inHandshake.add(channel);
        channel.closeFuture().addListener(closed -> {
            inHandshake.remove(channel);
            connections.decrementAndGet();
            byAddress.compute(address, (_, count) -> oneLess(count));
        });
        if (stopping) {
            return false;
        }
        if (connections.get() > limits.connectionsMax()) {
            refuseForExhaustion(channel, Refusal.CONNECTIONS_EXHAUSTED, null);
            return false;
        }
        if (ofAddress > limits.perAddressMax()) {
            refuseForExhaustion(channel, Refusal.ADDRESS_EXHAUSTED, null);
            return false;
        }
        return true;
    }

    @Override
    public long silenceMillisMax() {
        return limits.handshakeTimeout().toMillis();
    }

    @Override
    public void failed(Channel channel, Throwable cause, FirstFlight flight) {
        metrics.handshakesFailed.increment();
        if (!stopping) {
            Refusal reason = reasonOf(cause);
            X509Certificate shown = shownIn(cause);
            history.note(reason, hostOf(channel), shown, flight, detailOf(cause));
            tell(channel, reason, shown);
        }
    }

    /** A client was recognised: its handshake is over. False if it has too many connections. */
    public boolean admit(Channel channel, Subject subject, X509Certificate certificate) {
        inHandshake.remove(channel);
        Object client = subject.fingerprint() == null
                ? subject.clientName()
                : subject.fingerprint();
        int ofClient = byClient.merge(client, 1, Integer::sum);
        metrics.open.increment();
        channel.closeFuture().addListener(closed -> {
            metrics.open.decrement();
            byClient.compute(client, (_, count) -> oneLess(count));
        });
        if (stopping) {
            return false;
        }
        if (ofClient > limits.perClientMax()) {
            refuseForExhaustion(channel, Refusal.CLIENT_EXHAUSTED, certificate);
            return false;
        }
        return true;
    }

    /** A connection without a known client: its handshake is over. */
    public void admitAnonymous(Channel channel) {
        inHandshake.remove(channel);
        metrics.open.increment();
        channel.closeFuture().addListener(closed -> metrics.open.decrement());
    }

    /** Whether nobody is admitted any more. */
    boolean isStopping() {
        return stopping;
    }

    /** Counts and tells a refusal; the caller closes the connection. */
    public void refuse(Channel channel, Refusal reason, @Nullable X509Certificate certificate) {
        remember(channel, reason, certificate);
        tell(channel, reason, certificate);
    }

    /** Takes down a refusal that somebody else counts and tells, for people who ask. */
    public void remember(Channel channel, Refusal reason,
            @Nullable X509Certificate certificate) {
        history.note(reason, hostOf(channel), certificate, FirstFlight.UNSEEN, null);
    }

    private void tell(Channel channel, Refusal reason, @Nullable X509Certificate certificate) {
        metrics.refused.increment();
        events.refused(peerOf(channel), reason, certificate);
    }

    /**
     * Whether a refusal may be recorded that costs its peer nothing. If not, it must not be
     * answered, and the caller closes the connection; that this happens is told once a second.
     */
    public boolean mayRecord(Channel channel, @Nullable X509Certificate certificate) {
        if (budget.take(addressOf(channel), System.nanoTime())) {
            return true;
        }
        refuseForExhaustion(channel, Refusal.REQUESTS_EXHAUSTED, certificate);
        return false;
    }

    /** From now on nobody is admitted, and who has not yet said who he is, is closed. */
    void stop() {
        stopping = true;
        for (Channel channel : inHandshake) {
            ChannelFuture _ = channel.close();
        }
    }

    /** Address and port of the other side. */
    public static String peerOf(Channel channel) {
        SocketAddress address = channel.remoteAddress();
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress() + ":" + inet.getPort()
                : "unknown";
    }

    private static String hostOf(Channel channel) {
        SocketAddress address = channel.remoteAddress();
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }

    private void refuseForExhaustion(Channel channel, Refusal reason,
            @Nullable X509Certificate certificate) {
        AtomicLong told = lastTold.get(reason);
        long now = System.nanoTime();
        long last = told == null ? now : told.get();
        if (told != null && now - last >= TELL_AGAIN_NANOS && told.compareAndSet(last, now)) {
            refuse(channel, reason, certificate);
        } else {
            metrics.refused.increment();
        }
    }

    private static Object addressOf(Channel channel) {
        SocketAddress address = channel.remoteAddress();
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress()
                : "unknown";
    }

    private static @Nullable Integer oneLess(@Nullable Integer count) {
        return count == null || count <= 1 ? null : count - 1;
    }

    private static @Nullable X509Certificate shownIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ShownCertificateException shown) {
                return shown.certificate();
            }
        }
        return null;
    }

    /** What TLS says of the failure; the JDK has nothing but words for it. */
    private static @Nullable String detailOf(Throwable failure) {
        String detail = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException && cause.getMessage() != null) {
                detail = cause.getMessage();
            }
        }
        return detail;
    }

    private static Refusal reasonOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException
                    || cause instanceof CertificateNotYetValidException) {
                return Refusal.CERTIFICATE_EXPIRED;
            }
            if (cause instanceof CertificateException
                    && !(cause instanceof ShownCertificateException)) {
                return Refusal.CERTIFICATE_UNTRUSTED;
            }
            if (cause instanceof SslHandshakeTimeoutException) {
                return Refusal.HANDSHAKE_TIMEOUT;
            }
            if (cause instanceof ClosedChannelException) {
                return Refusal.HANDSHAKE_ABANDONED;
            }
            // The JDK says it in words only.
            if (String.valueOf(cause.getMessage()).contains("Empty client certificate chain")) {
                return Refusal.CERTIFICATE_MISSING;
            }
        }
        return Refusal.HANDSHAKE_FAILED;
    }
}
