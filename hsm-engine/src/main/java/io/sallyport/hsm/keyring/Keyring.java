package io.sallyport.hsm.keyring;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.memory.MemoryKind;

/**
 * The domain keys of a security domain. The key of the highest term seals; every term opens. Keys
 * come and go while others are used: readers see the ring before or after, and take no lock. Safe
 * for every thread; closing zeroes the keys.
 */
public final class Keyring implements AutoCloseable {
    private final UUID domain;
    /** Copied for each change, never written to after that. */
    private volatile NavigableMap<Integer, DomainKey> keys;

    /**
     * A keyring that owns these keys.
     *
     * @param keys one for each term; not empty
     */
    public Keyring(UUID domain, List<DomainKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A domain has at least one key.");
        }
        this.domain = domain;
        NavigableMap<Integer, DomainKey> byTerm = new TreeMap<>();
        keys.forEach(key -> byTerm.put(key.term(), key));
        this.keys = Collections.unmodifiableNavigableMap(byTerm);
    }

    /** Identifier of the domain. */
    public UUID domain() {
        return domain;
    }

    /** The term in force. */
    public int term() {
        return keys.lastKey();
    }

    /** The key of the term in force. */
    public DomainKey inForce() {
        return keys.lastEntry().getValue();
    }

    /** Every key, by rising term. */
    public List<DomainKey> keys() {
        return List.copyOf(keys.values());
    }

    /** Whether a term's key is here. */
    public boolean has(int term) {
        return keys.containsKey(term);
    }

    /** The weakest memory that a key of this ring lives in. */
    public MemoryKind memoryKind() {
        MemoryKind weakest = MemoryKind.MEMFD_SECRET;
        for (DomainKey key : keys.values()) {
            if (key.memoryKind().compareTo(weakest) > 0) {
                weakest = key.memoryKind();
            }
        }
        return weakest;
    }

    /**
     * Seals once with the key of the term in force, and counts it.
     *
     * @return what {@code sealing} made; null, with nothing done, if the key may seal no more until
     *         more is written down, or has just been closed
     */
    public <R> @Nullable R seal(Sealing<R> sealing) {
        DomainKey key = inForce();
        return key.admitSeal() ? key.use(view -> sealing.seal(key.term(), view)) : null;
    }

    /**
     * Opens with the key of a term.
     *
     * @return what {@code opening} tells, the length of what it opened; -1 as well if there is no
     *         such key
     */
    public int open(int term, Opening opening) {
        DomainKey key = keys.get(term);
        Integer length = key == null ? null : key.use(opening::open);
        return length == null ? -1 : length;
    }

    /** Adds a key, which is in force from now on if its term is the highest. */
    public synchronized void add(DomainKey key) {
        NavigableMap<Integer, DomainKey> next = new TreeMap<>(keys);
        next.put(key.term(), key);
        keys = Collections.unmodifiableNavigableMap(next);
    }

    /**
     * Removes the key of a term that is not in force, and zeroes it once nobody uses it.
     *
     * @throws IllegalArgumentException if it is in force or not here
     */
    public void remove(int term) {
        takeOut(term).close();
    }

    private synchronized DomainKey takeOut(int term) {
        NavigableMap<Integer, DomainKey> next = new TreeMap<>(keys);
        DomainKey key = next.remove(term);
        if (key == null || term == term()) {
            throw new IllegalArgumentException("The term " + term + " can't be removed.");
        }
        keys = Collections.unmodifiableNavigableMap(next);
        return key;
    }

    /** Zeroes every key. */
    @Override
    public void close() {
        keys.values().forEach(DomainKey::close);
    }

    /**
     * Makes one seal; the key ends with the call.
     *
     * @param <R> what it makes
     */
    @FunctionalInterface
    public interface Sealing<R> {
        /** Seals with the key of this term. */
        R seal(int term, KeyView key);
    }

    /** Opens one seal; the key ends with the call. */
    @FunctionalInterface
    public interface Opening {
        /** Opens; -1 if what is there is not authentic. */
        int open(KeyView key);
    }
}
