package io.sallyport.hsm.keyring;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.memory.MemoryKind;
import io.sallyport.hsm.memory.SecretSegment;

/**
 * The domain keys of a security domain. The key of the highest term seals; every term opens. Safe
 * for every thread; closing zeroes the keys.
 */
public final class Keyring implements AutoCloseable {
    private static final KeyAccess ACCESS = KeyAccess.because("seal and open stored objects");

    private final UUID domain;
    private final TreeMap<Integer, SecretSegment> keys;

    /**
     * A keyring that owns these keys.
     *
     * @param keys by term, from 1; not empty
     */
    public Keyring(UUID domain, Map<Integer, SecretSegment> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A domain has at least one key.");
        }
        this.domain = domain;
        this.keys = new TreeMap<>(keys);
    }

    /** Identifier of the domain. */
    public UUID domain() {
        return domain;
    }

    /** The term in force. */
    public int term() {
        return keys.lastKey();
    }

    /** Whether a term's key is here. */
    public boolean has(int term) {
        return keys.containsKey(term);
    }

    /** The weakest memory that a key of this ring lives in. */
    public MemoryKind memoryKind() {
        MemoryKind weakest = MemoryKind.MEMFD_SECRET;
        for (SecretSegment key : keys.values()) {
            if (key.kind().compareTo(weakest) > 0) {
                weakest = key.kind();
            }
        }
        return weakest;
    }

    /**
     * Uses the key of a term.
     *
     * @throws IllegalArgumentException if there is none
     */
    public void use(int term, KeyUse use) {
        @Nullable
        SecretSegment key = keys.get(term);
        if (key == null) {
            throw new IllegalArgumentException("There is no domain key of term " + term + ".");
        }
        key.use(ACCESS, bytes -> use.accept(new KeyView(bytes)));
    }

    /** Zeroes every key. */
    @Override
    public void close() {
        keys.values().forEach(SecretSegment::close);
    }

    /** Something done with a domain key; it ends with the call. */
    @FunctionalInterface
    public interface KeyUse {
        /** Uses the key. */
        void accept(KeyView key);
    }
}
