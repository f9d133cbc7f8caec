package io.sallyport.gateway.net;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.netty.channel.EventLoop;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.identity.SubjectResolver;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;

/** What the connections of a listener on one event loop share. Used on that loop only. */
public final class LoopState {

    private final ContextInternal context;
    private final ConnectionLimits limits;
    private final SubjectResolver subjects;
    private final ConnectionGate gate;
    private final NetMetrics metrics;
    private final SecretMemory memory;
    private final Set<ServedConnection> connections = new LinkedHashSet<>();
    private final Set<ServedConnection> starved = new LinkedHashSet<>();
    private int inFlight;

    LoopState(ContextInternal context, ConnectionLimits limits, SubjectResolver subjects,
            ConnectionGate gate, NetMetrics metrics, SecretMemory memory) {
        this.context = context;
        this.limits = limits;
        this.subjects = subjects;
        this.gate = gate;
        this.metrics = metrics;
        this.memory = memory;
    }

    /**
     * Starts something on this loop's context, and tells of its outcome on the event loop: at once
     * if it is over already. What throws has failed.
     */
    public <T> void run(Supplier<Future<T>> what, Consumer<AsyncResult<T>> done) {
        EventLoop eventLoop = context.nettyEventLoop();
        ContextInternal previous = context.beginDispatch();
        Future<T> running;
        try {
            running = what.get();
        } catch (RuntimeException e) {
            running = Future.failedFuture(e);
        } finally {
            context.endDispatch(previous);
        }
        running.onComplete(result -> {
            if (eventLoop.inEventLoop()) {
                done.accept(result);
            } else {
                eventLoop.execute(() -> done.accept(result));
            }
        });
    }

    /** What a peer may take. */
    public ConnectionLimits limits() {
        return limits;
    }

    /** Where a refusal is counted and told. */
    public ConnectionGate gate() {
        return gate;
    }

    /** The listener's counters. */
    public NetMetrics metrics() {
        return metrics;
    }

    /** Who presented this chain, if anybody enrolled with it. */
    public Optional<Subject> resolve(X509Certificate[] chain) {
        return subjects.resolve(chain);
    }

    /** Whether the listener's connections hold as much memory as they may. */
    public boolean memoryExhausted() {
        return memory.directBytesOut() > limits.bytesHeldMax();
    }

    /** A connection begins. */
    public void add(ServedConnection connection) {
        connections.add(connection);
    }

    /** A connection is over. */
    public void remove(ServedConnection connection) {
        connections.remove(connection);
        starved.remove(connection);
    }

    /** Whether one more request may run. */
    public boolean hasRoom() {
        return inFlight < limits.inFlightPerLoop();
    }

    /** The connection has stopped reading for lack of room, and wants to know when there is. */
    public void waitForRoom(ServedConnection connection) {
        starved.add(connection);
    }

    /** Counts a request in. */
    public void requestBegins() {
        inFlight++;
        metrics.inFlight.increment();
    }

    /** Counts it out, and wakes connections that wait for room. */
    public void requestEnds() {
        inFlight--;
        metrics.inFlight.decrement();
        if (!starved.isEmpty() && inFlight <= limits.inFlightPerLoop() / 2) {
            List<ServedConnection> waiting = new ArrayList<>(starved);
            starved.clear();
            // Not at once: the caller is in the middle of its own queue.
            context.nettyEventLoop().execute(() -> waiting.forEach(ServedConnection::resume));
        }
    }

    /** Looks after timeouts; called a few times in the shortest of them. */
    void sweep() {
        long now = System.nanoTime();
        new ArrayList<>(connections).forEach(connection -> connection.check(now));
    }

    /** Answers what has been read whole, and then closes each connection. */
    void drain() {
        new ArrayList<>(connections).forEach(ServedConnection::drain);
    }
}
