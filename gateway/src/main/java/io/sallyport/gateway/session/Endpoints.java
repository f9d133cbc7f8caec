package io.sallyport.gateway.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.authorisation.Authorisation;
import io.sallyport.gateway.authorisation.Decision;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.ServerNotice;
import io.sallyport.gateway.operation.message.EndpointRoles;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * The connections on which the server asks, and what it tells there: Put of new objects, Notify of
 * changed ones, each only to a client that could Get the object, and each audited before it leaves.
 * What a client does not confirm in time is not repeated: a client that falls too far behind is
 * told nothing more. Safe for every event loop.
 */
final class Endpoints implements EndpointRoles {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
    private static final int UNCONFIRMED_MAX = 256;
    private static final long MILLIS = 1000;

    private final KmipCodec codec;
    private final Map<String, Connection> open = new ConcurrentHashMap<>();
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    Endpoints(KmipCodec codec) {
        this.codec = codec;
    }

    private record Connection(Subject client, ClientEndpoint endpoint) {}

    /** A connection on which the server asks. */
    private static final class Listener {
        private final Subject subject;
        private final KmipVersion version;
        private final ClientEndpoint endpoint;
        private final AtomicInteger unconfirmed = new AtomicInteger();
        /** Completes when all is told that came so far; the next notice follows it. */
        private final AtomicReference<Future<Void>> told =
                new AtomicReference<>(Future.succeededFuture());

        Listener(Subject subject, KmipVersion version, ClientEndpoint endpoint) {
            this.subject = subject;
            this.version = version;
            this.endpoint = endpoint;
        }
    }

    /**
     * A change that was committed.
     *
     * @param before the object before it; null for a new one
     */
    record Committed(Change change, @Nullable StoredObject before) {}

    void opened(Subject client, ClientEndpoint endpoint) {
        open.put(endpoint.peer(), new Connection(client, endpoint));
    }

    void closed(ClientEndpoint endpoint) {
        Connection connection = open.get(endpoint.peer());
        if (connection != null && connection.endpoint.equals(endpoint)) {
            open.remove(endpoint.peer(), connection);
            listeners.remove(endpoint.peer());
        }
    }

    /** A client that is to be told of objects without switching roles says which version it has. */
    void heard(String peer, Subject subject, KmipVersion version) {
        if (!subject.profile().isNotified()) {
            return;
        }
        Listener known = listeners.get(peer);
        if (known == null || known.version != version) {
            boolean _ = ask(peer, subject, version);
        }
    }

    @Override
    public boolean ask(String peer, Subject subject, KmipVersion version) {
        Connection connection = open.get(peer);
        if (connection == null) {
            return false;
        }
        listeners.put(peer, new Listener(subject, version, connection.endpoint));
        return true;
    }

    @Override
    public void answerOnly(String peer) {
        listeners.remove(peer);
    }

    /** The client confirmed one request. */
    void confirmed(ClientEndpoint endpoint) {
        Listener listener = listeners.get(endpoint.peer());
        if (listener != null) {
            listener.unconfirmed.decrementAndGet();
        }
    }

    /** Whether anybody is to be told of what happens in a partition. */
    boolean listens(String partition) {
        return !listeners.isEmpty() && listeners.values().stream()
                .anyMatch(listener -> listener.subject.partition().equals(partition));
    }

    /** Tells of changes, in order. Nobody waits for it. */
    void tell(KmipMessageProcessor.Services services, List<Committed> changes) {
        for (Listener listener : listeners.values()) {
            for (Committed committed : changes) {
                if (Authorisation.decide(listener.subject, Operation.GET, Access.CRYPTO_USER,
                        committed.change.next()) == Decision.ALLOWED) {
                    enqueue(services, listener, committed);
                }
            }
        }
    }

    private void enqueue(KmipMessageProcessor.Services services, Listener listener,
            Committed committed) {
        Promise<Void> turn = Promise.promise();
        listener.told.getAndSet(turn.future()).onComplete(_ -> tell(services, listener, committed)
                .onComplete(_ -> turn.complete()));
    }

    private Future<Void> tell(KmipMessageProcessor.Services services, Listener listener,
            Committed committed) {
        String peer = listener.endpoint.peer();
        if (listeners.get(peer) != listener) {
            return Future.succeededFuture();
        }
        if (listener.unconfirmed.incrementAndGet() > UNCONFIRMED_MAX) {
            LOG.warn("{} at {} confirms nothing and is told nothing more.",
                    listener.subject.clientName(), peer);
            listeners.remove(peer);
            return Future.succeededFuture();
        }
        long millis = services.clock().millis();
        long now = Math.floorDiv(millis, MILLIS);
        StoredObject next = committed.change.next();
        Future<ServerNotice> notice = switch (committed.change) {
            case Change.Insert _,Change.Replace _ ->
                ServerNotice.put(next, listener.version, now, services.engine());
            case Change.Remove _ -> Future.failedFuture("nothing is left to tell of");
            case Change.Update _ -> ServerNotice
                    .changed(committed.before, next, listener.version, now)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture("nothing to tell"));
        };
        return notice.compose(ready -> send(services, listener, ready, millis))
                .recover(cause -> {
                    listener.unconfirmed.decrementAndGet();
                    LOG.debug("{} was not told of an object: {}", listener.subject.clientName(),
                            cause.getMessage());
                    return Future.succeededFuture();
                });
    }

    private Future<Void> send(KmipMessageProcessor.Services services, Listener listener,
            ServerNotice notice, long millis) {
        RequestHeader header = RequestHeader.of(listener.version, 1);
        Answer message;
        try {
            message = new TreeAnswer(codec.toItem(new RequestMessage(header,
                    List.of(RequestBatchItem.of(notice.payload())))), notice.release());
        } catch (IllegalArgumentException unsayable) {
            notice.release().run();
            return Future.failedFuture(unsayable);
        }
        AuditEvent event = new Audit(listener.subject, listener.endpoint.peer(), millis)
                .told(notice);
        return services.journal().commit(new Submission(List.of(), List.of(event)))
                .onSuccess(_ -> listener.endpoint.send(message))
                .onFailure(_ -> message.release());
    }
}
