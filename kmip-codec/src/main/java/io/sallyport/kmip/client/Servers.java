package io.sallyport.kmip.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The servers in order, the idle connections to them, and which of them failed lately. */
final class Servers implements AutoCloseable {
    private static final int IDLE_MAX = 4;
    private static final long DEAD_NANOS = 5_000_000_000L;

    private final List<ServerAddress> order;
    private final Map<ServerAddress, Deque<Connection>> idle = new HashMap<>();
    private final Map<ServerAddress, Long> failedAtNanos = new HashMap<>();
    private boolean closed;

    Servers(List<ServerAddress> order) {
        this.order = order;
    }

    /** Those that did not fail lately first, then the others: a dead one is better than none. */
    synchronized List<ServerAddress> candidates() {
        List<ServerAddress> alive = new ArrayList<>(order);
        List<ServerAddress> dead = new ArrayList<>();
        long now = System.nanoTime();
        alive.removeIf(server -> {
            Long failed = failedAtNanos.get(server);
            return failed != null && now - failed < DEAD_NANOS && dead.add(server);
        });
        alive.addAll(dead);
        return alive;
    }

    synchronized void failed(ServerAddress server) {
        failedAtNanos.put(server, System.nanoTime());
    }

    /** An idle connection that still lives, or null. */
    @Nullable
    Connection borrow(ServerAddress server) {
        while (true) {
            Connection connection = poll(server);
            if (connection == null || !connection.isStale()) {
                return connection;
            }
            connection.close();
        }
    }

    private synchronized @Nullable Connection poll(ServerAddress server) {
        Deque<Connection> connections = idle.get(server);
        return connections == null ? null : connections.pollFirst();
    }

    synchronized void giveBack(Connection connection) {
        failedAtNanos.remove(connection.server());
        Deque<Connection> connections = idle.computeIfAbsent(connection.server(),
                s -> new ArrayDeque<>());
        if (closed || connections.size() >= IDLE_MAX) {
            connection.close();
        } else {
            connections.addFirst(connection);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(connections -> connections.forEach(Connection::close));
        idle.clear();
    }
}
