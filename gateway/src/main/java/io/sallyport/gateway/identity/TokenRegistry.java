package io.sallyport.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.sallyport.gateway.port.StoredToken;

/**
 * The tokens in memory, found by their digest. Whoever tries tokens learns nothing from the time
 * that a search takes: he does not choose digests. Safe for every thread; a revocation is seen by
 * the next {@link #find}.
 */
public final class TokenRegistry {
    /** What every token begins with, so that scanners of source code find one that was leaked. */
    public static final String PREFIX = "sp.";

    private static final String NAME_PREFIX = "token:";

    private final Map<String, StoredToken> byDigest = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** A registry that knows these tokens. */
    public TokenRegistry(Collection<StoredToken> known, InstantSource clock) {
        this.clock = clock;
        known.forEach(this::put);
    }

    /** Adds a token, or replaces what is known of it. */
    public void put(StoredToken token) {
        byDigest.put(token.digest(), token);
    }

    /** Every token that was ever made, by name. */
    public List<StoredToken> all() {
        return byDigest.values().stream().sorted(Comparator.comparing(StoredToken::name)).toList();
    }

    /** The token with this name. */
    public Optional<StoredToken> named(String name) {
        return byDigest.values().stream().filter(token -> token.name().equals(name)).findFirst();
    }

    /** What is known of a token that somebody shows, if it is good now. */
    public Optional<StoredToken> find(String shown) {
        return Optional.ofNullable(byDigest.get(digest(shown)))
                .filter(token -> token.isGoodAt(clock.instant().getEpochSecond()));
    }

    /** Who acts with this token: a user of keys, whose name says that it was a token. */
    public static Subject subject(StoredToken token) {
        return new Subject(NAME_PREFIX + token.name(), token.partition(), Role.CRYPTO_USER, null,
                Profile.DEFAULT);
    }

    /** SHA-256 of a token in lower-case hexadecimal. */
    public static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", absent);
        }
    }
}
