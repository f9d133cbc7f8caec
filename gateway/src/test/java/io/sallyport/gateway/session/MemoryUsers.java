package io.sallyport.gateway.session;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.StoredCredential;
import io.sallyport.gateway.port.UserPort;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** Users of the partition {@code mine}, in memory. */
final class MemoryUsers implements UserPort {
    private final Map<String, String> passwords = new HashMap<>();
    private final Set<String> administrators = new HashSet<>();
    private final Map<String, StoredCredential> credentials = new HashMap<>();

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

    /** Removes a user. */
    void remove(Kind kind, String name) {
        passwords.remove(kind + name);
        administrators.remove(name);
    }

    /** Makes an administrator a user like others. */
    void demote(String name) {
        administrators.remove(name);
    }

    @Override
    public boolean isKnown(String partition, Kind kind, String name) {
        return partition.equals("mine") && passwords.containsKey(kind + name);
    }

    /** Whether there is such a user. */
    boolean hasUser(String name) {
        return passwords.containsKey(Kind.USER + name);
    }

    /** Adds an administrator. */
    void addAdministrator(String name, String password) {
        add(Kind.USER, name, password);
        administrators.add(name);
    }

    @Override
    public boolean isAdministrator(String partition, Kind kind, String name) {
        return partition.equals("mine") && kind == Kind.USER && administrators.contains(name);
    }

    @Override
    public Optional<StoredCredential> credential(String partition, String id) {
        return Optional.ofNullable(credentials.get(id))
                .filter(known -> known.partition().equals(partition));
    }

    /** The password behind a mark, so that a test sees that nothing else is kept of it. */
    @Override
    public Future<String> verifier(ByteSlice password) {
        return Future.succeededFuture(
                "hash of " + new String(password.toByteArray(), StandardCharsets.UTF_8));
    }

    @Override
    public void committed(ClientChange change) {
        switch (change) {
            case ClientChange.AddCredential(StoredCredential made) ->
                credentials.put(made.id(), made);
            case ClientChange.BindCredential(String _, String id, String user) ->
                credentials.computeIfPresent(id, (_, known) -> known.of(user));
            case ClientChange.AddUser(EnrolledUser user) ->
                add(user.kind(), user.name(), user.verifier().substring("hash of ".length()));
            default -> {
                // Not kept here.
            }
        }
    }
}
