package io.sallyport.gateway.net;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.identity.SubjectResolver;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.internal.ContextInternal;

/** What the connections of one event loop share. Used on that loop only. */
final class LoopState {

    private final ContextInternal context;
    private final ConnectionLimits limits;
    private final SubjectResolver subjects;
    private final MessageProcessor processor;
    private final ConnectionGate gate;
    private final NetMetrics metrics;
    private final SecretMemory memory;
    private final Set<KmipFrameHandler> connections = new LinkedHashSet<>();
    private final Set<KmipFrameHandler> starved = new LinkedHashSet<>();
    private int inFlight;

    LoopState(ContextInternal context, ConnectionLimits limits, SubjectResolver subjects,
            MessageProcessor processor, ConnectionGate gate, NetMetrics metrics,
            SecretMemory memory) {
        this.context = context;
        this.limits = limits;
        this.subjects = subjects;
        this.processor = processor;
        this.gate = gate;
        this.metrics = metrics;
        this.memory = memory;
    }

    ContextInternal context() {
        return context;
    }

    ConnectionLimits limits() {
        return limits;
    }

    MessageProcessor processor() {
        return processor;
    }

    ConnectionGate gate() {
        return gate;
    }

    NetMetrics metrics() {
        return metrics;
    }

    Optional<Subject> resolve(X509Certificate[] chain) {
        return subjects.resolve(chain);
    }

    boolean memoryExhausted() {
        return memory.directBytesOut() > limits.bytesHeldMax();
    }

    void add(KmipFrameHandler connection) {
        connections.add(connection);
    }

    void remove(KmipFrameHandler connection) {
        connections.remove(connection);
        starved.remove(connection);
    }

    boolean hasRoom() {
        return inFlight < limits.inFlightPerLoop();
    }

    /** The connection has stopped reading for lack of room, and wants to know when there is. */
    void waitForRoom(KmipFrameHandler connection) {
        starved.add(connection);
    }

    void requestBegins() {
        inFlight++;
        metrics.inFlight.increment();
    }

    void requestEnds() {
        inFlight--;
        metrics.inFlight.decrement();
        if (!starved.isEmpty() && inFlight <= limits.inFlightPerLoop() / 2) {
            List<KmipFrameHandler> waiting = new ArrayList<>(starved);
            starved.clear();
            // Not at once: the caller is in the middle of its own queue.
            context.nettyEventLoop().execute(() -> waiting.forEach(KmipFrameHandler::resume));
        }
    }

    /** Looks after timeouts; called a few times in the shortest of them. */
    void sweep() {
        long now = System.nanoTime();
        new ArrayList<>(connections).forEach(connection -> connection.check(now));
    }

    /** Answers what has been read whole, and then closes each connection. */
    void drain() {
        new ArrayList<>(connections).forEach(KmipFrameHandler::drain);
    }
}
