package io.sallyport.gateway.session;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.sallyport.gateway.port.UserPort;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** Users of the partition {@code mine}, in memory. */
final class MemoryUsers implements UserPort {
    private final Map<String, String> passwords = new HashMap<>();

    /** Adds a user. */
    void add(Kind kind, String name, String password) {
        passwords.put(kind + name, password);
    }

    @Override
    public boolean hasUsers(String partition) {
        return partition.equals("mine") && !passwords.isEmpty();
    }

    @Override
    public Future<Boolean> verify(String partition, Kind kind, String name, ByteSlice password) {
        String known = hasUsers(partition) ? passwords.get(kind + name) : null;
        return Future.succeededFuture(known != null && password
                .matches(ByteSlice.of(known.getBytes(StandardCharsets.UTF_8))));
    }
}
