package io.sallyport.gateway.identity;

import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.StoredCredential;
import io.sallyport.gateway.port.UserPort;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * The users in memory. Slow hashes are computed on a few threads of its own, and not again for a
 * minute after a password was right: clients send it with every request. Safe for every thread; a
 * removal is seen by the next {@link #verify}.
 */
public final class UserRegistry implements UserPort, AutoCloseable {
    private static final int THREADS = 2;
    private static final int WAITING_MAX = 64;
    private static final int PROVEN_MAX = 4_096;
    private static final int PEPPER_BYTES = 32;
    private static final Duration PROVEN = Duration.ofMinutes(1);

    private final Map<Key, Entry> users = new ConcurrentHashMap<>();
    private final Map<Key, Proof> proven = new ConcurrentHashMap<>();
    private final Map<CredentialKey, StoredCredential> credentials = new ConcurrentHashMap<>();
    private final byte[] pepper = new byte[PEPPER_BYTES];
    private final PasswordHash nobody;
    private final InstantSource clock;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 1,
            TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().name("sallyport-passwords-", 0).daemon().factory());

    /** Who a user is. */
    private record Key(String partition, Kind kind, String name) {}

    private record CredentialKey(String partition, String id) {}

    private record Entry(EnrolledUser user, PasswordHash hash) {}

    /** A fast keyed hash of a password that was right, good for a while in this process. */
    private record Proof(String verifier, ByteSlice digest, Instant until) {}

    /** A registry that knows these users, and no credentials beside theirs. */
    public UserRegistry(Collection<EnrolledUser> known, InstantSource clock) {
        this(known, List.of(), clock);
    }

    /** A registry that knows these users and credentials. */
    public UserRegistry(Collection<EnrolledUser> known,
            Collection<StoredCredential> knownCredentials, InstantSource clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(pepper);
        threads.allowCoreThreadTimeOut(true);
        nobody = PasswordHash.of(new char[]{'-'});
        known.forEach(this::put);
        knownCredentials.forEach(this::put);
    }

    private void put(StoredCredential credential) {
        credentials.put(new CredentialKey(credential.partition(), credential.id()), credential);
    }

    /** Adds a user, or replaces what is known of it. */
    public void put(EnrolledUser user) {
        users.put(keyOf(user), new Entry(user, PasswordHash.parse(user.verifier())));
    }

    /** Forgets a user; false if there is none. */
    public boolean remove(String partition, Kind kind, String name) {
        Key key = new Key(partition, kind, name);
        boolean known = users.remove(key) != null;
        proven.remove(key);
        return known;
    }

    /** All users, by partition, kind and name. */
    public List<EnrolledUser> all() {
        return users.values().stream().map(Entry::user)
                .sorted(Comparator.comparing(EnrolledUser::partition)
                        .thenComparing(EnrolledUser::kind).thenComparing(EnrolledUser::name))
                .toList();
    }

    @Override
    public boolean hasUsers(String partition) {
        return users.keySet().stream().anyMatch(key -> key.partition.equals(partition));
    }

    @Override
    public boolean isKnown(String partition, Kind kind, String name) {
        return users.containsKey(new Key(partition, kind, name));
    }

    @Override
    public boolean isAdministrator(String partition, Kind kind, String name) {
        Entry entry = users.get(new Key(partition, kind, name));
        return entry != null && entry.user.administrator();
    }

    @Override
    public Optional<StoredCredential> credential(String partition, String id) {
        return Optional.ofNullable(credentials.get(new CredentialKey(partition, id)));
    }

    @Override
    public Future<String> verifier(ByteSlice password) {
        return slowly(() -> {
            char[] characters = characters(password);
            if (characters.length == 0) {
                throw new IllegalArgumentException("The password is empty or is no text.");
            }
            String text = PasswordHash.of(characters).text();
            Arrays.fill(characters, '\0');
            return text;
        });
    }

    @Override
    public void committed(ClientChange change) {
        switch (change) {
            case ClientChange.AddUser(EnrolledUser user) -> put(user);
            case ClientChange.AddCredential(StoredCredential credential) -> put(credential);
            case ClientChange.BindCredential(String partition, String id, String user) ->
                credentials.computeIfPresent(new CredentialKey(partition, id),
                        (_, known) -> known.of(user));
            case ClientChange.RemoveUser(String partition, Kind kind, String name) ->
                remove(partition, kind, name);
            case ClientChange.AddGroup _,ClientChange.SetRule _,ClientChange.Enrol _ -> {
                // Not about users.
            }
            case ClientChange.Renew _ -> {
                // Not about users.
            }
            case ClientChange.AddToken _,ClientChange.RenewToken _,ClientChange.RevokeToken _ -> {
                // Not about users.
            }
            case ClientChange.RevokeClient _,ClientChange.RevokeCertificate _ -> {
                // Not about users.
            }
        }
    }

    @Override
    public Future<Boolean> verify(String partition, Kind kind, String name, ByteSlice password) {
        Key key = new Key(partition, kind, name);
        Entry entry = users.get(key);
        if (isProven(key, entry, password)) {
            return Future.succeededFuture(true);
        }
        return slowly(() -> isRight(key, entry, password));
    }

    private <T> Future<T> slowly(Supplier<T> work) {
        Context context = Vertx.currentContext();
        Promise<T> end = Promise.promise();
        try {
            threads.execute(() -> {
                Future<T> result;
                try {
                    result = Future.succeededFuture(work.get());
                } catch (RuntimeException failed) {
                    result = Future.failedFuture(failed);
                }
                Future<T> done = result;
                if (context == null) {
                    done.onComplete(end);
                } else {
                    context.runOnContext(_ -> done.onComplete(end));
                }
            });
        } catch (RejectedExecutionException full) {
            end.fail(full);
        }
        return end.future();
    }

    private boolean isRight(Key key, @Nullable Entry entry, ByteSlice password) {
        char[] characters = characters(password);
        boolean same = (entry == null ? nobody : entry.hash).matches(characters);
        Arrays.fill(characters, '\0');
        if (entry == null || !same) {
            return false;
        }
        if (proven.size() >= PROVEN_MAX) {
            proven.clear();
        }
        proven.put(key, new Proof(entry.user.verifier(), digest(entry, password),
                clock.instant().plus(PROVEN)));
        return true;
    }

    private boolean isProven(Key key, @Nullable Entry entry, ByteSlice password) {
        Proof proof = proven.get(key);
        return proof != null && entry != null && proof.verifier.equals(entry.user.verifier())
                && clock.instant().isBefore(proof.until)
                && proof.digest.matches(digest(entry, password));
    }

    private ByteSlice digest(Entry entry, ByteSlice password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(pepper);
            digest.update(entry.user.verifier().getBytes(StandardCharsets.US_ASCII));
            digest.update(password.asReadOnlyBuffer());
            return ByteSlice.of(digest.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", absent);
        }
    }

    /** Bytes that are no text become a password that nobody has. */
    private static char[] characters(ByteSlice password) {
        CharBuffer characters = CharBuffer.allocate(Math.max(password.length(), 1));
        CoderResult decoded = StandardCharsets.UTF_8.newDecoder()
                .decode(password.asReadOnlyBuffer(), characters, true);
        if (decoded.isError()) {
            Arrays.fill(characters.array(), '\0');
            characters.clear();
        }
        char[] text = Arrays.copyOf(characters.array(), characters.position());
        Arrays.fill(characters.array(), '\0');
        return text;
    }

    private static Key keyOf(EnrolledUser user) {
        return new Key(user.partition(), user.kind(), user.name());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        Arrays.fill(pepper, (byte) 0);
    }
}
