package io.sallyport.hsm.seal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.keyring.DomainKey;
import io.sallyport.hsm.keyring.Keyring;
import io.sallyport.hsm.keyring.Keyring.Opening;
import io.sallyport.hsm.keyring.Keyring.Sealing;
import io.sallyport.hsm.memory.MemoryKind;
import io.sallyport.hsm.seal.SealedState.Entry;

/**
 * The terms of a domain: its keyring, the file in which they rest, and the root key that seals
 * them. What changes is on disk first and in memory after that, so that nothing is ever sealed
 * under a key, or counted less often, than the file knows.
 *
 * <p>A key seals as often as the file allows and no more; the file allows more in large steps,
 * ahead of their use. At the limit of a key the next term begins by itself. Sealing and opening
 * take no lock but when a step is used up. Safe for every thread; closing zeroes all keys.
 */
public final class Terms implements AutoCloseable {
    private final Path file;
    private final RootKey root;
    private final InstantSource clock;
    private final Budget budget;
    private final Keyring keyring;
    private final NonceSource nonces = new NonceSource();
    /** Whoever writes the file holds it. */
    private final ReentrantLock lock = new ReentrantLock();
    private long revision;
    private volatile boolean closed;

    private Terms(Path file, RootKey root, InstantSource clock, Budget budget,
            SealedState.Opened opened) {
        this.file = file;
        this.root = root;
        this.clock = clock;
        this.budget = budget;
        this.keyring = opened.keyring();
        this.revision = opened.revision();
    }

    /**
     * How often one domain key may seal.
     *
     * @param limit seals of one key, at most
     * @param step how many of them are written down at a time
     */
    public record Budget(long limit, long step) {
        /** 2^40 seals, far below what XAES-256-GCM bears; 2^24 at a time. */
        public static final Budget DEFAULT = new Budget(1L << 40, 1L << 24);

        /** Checks that both can be. */
        public Budget {
            if (step < 1 || limit < step) {
                throw new IllegalArgumentException("A limit has at least one step.");
            }
        }

        private long after(long reserved) {
            return Math.min(limit, reserved + step);
        }
    }

    /** What became of a term that was to be retired. */
    public enum Retirement {
        /** Its key is gone from the file and from memory. */
        DONE,
        /** It stays, because it is in force. */
        IN_FORCE,
        /** There is none of this number. */
        UNKNOWN
    }

    /**
     * Opens every domain key of a file.
     *
     * @param root from now on closed with the terms; if this fails, by the caller
     * @throws SealFault if the file belongs to another domain, was changed, or is no such file
     */
    public static Terms open(Path file, RootKey root, InstantSource clock) throws SealFault {
        return open(file, root, clock, Budget.DEFAULT);
    }

    /** As above, with keys that seal less often. */
    public static Terms open(Path file, RootKey root, InstantSource clock, Budget budget)
            throws SealFault {
        return new Terms(file, root, clock, budget, SealedState.open(file, root));
    }

    /** Identifier of the domain. */
    public UUID domain() {
        return keyring.domain();
    }

    /** The term in force. */
    public int inForce() {
        return keyring.term();
    }

    /** Every domain key, by rising term. */
    public List<DomainKey> keys() {
        return keyring.keys();
    }

    /** How well the memory of the root key is guarded. */
    public MemoryKind rootMemoryKind() {
        return root.memoryKind();
    }

    /** The weakest memory that a domain key lives in. */
    public MemoryKind memoryKind() {
        return keyring.memoryKind();
    }

    /**
     * Seals once under the term in force.
     *
     * @throws SealFault if the key has used up what is written down, and no more can be written
     */
    public <R> R seal(Sealing<R> sealing) throws SealFault {
        R made = keyring.seal(sealing);
        while (made == null) {
            allowMore();
            made = keyring.seal(sealing);
        }
        return made;
    }

    /**
     * Opens with the key of a term.
     *
     * @return what {@code opening} tells; -1 as well if there is no such term
     * @throws SealFault if the terms are closed, so that nobody can tell
     */
    public int open(int term, Opening opening) throws SealFault {
        int length = keyring.open(term, opening);
        if (length < 0) {
            checkOpen();
        }
        return length;
    }

    /**
     * Begins the next term, whose key is drawn now.
     *
     * @return the term in force
     * @throws SealFault if the file can't be written, or can hold no more terms; nothing changed
     *         then
     */
    public int rotate() throws SealFault {
        lock.lock();
        try {
            checkOpen();
            beginNext();
            return keyring.term();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Destroys the key of a term: what is sealed under it can't be opened any more.
     *
     * @throws SealFault if the file can't be written; the key stays then
     */
    public Retirement retire(int term) throws SealFault {
        lock.lock();
        try {
            checkOpen();
            if (!keyring.has(term)) {
                return Retirement.UNKNOWN;
            }
            if (keyring.term() == term) {
                return Retirement.IN_FORCE;
            }
            List<Entry> left = entries();
            left.removeIf(entry -> entry.key().term() == term);
            write(left);
            keyring.remove(term);
            return Retirement.DONE;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            keyring.close();
            root.close();
        } finally {
            lock.unlock();
        }
    }

    /** Writes down a further step of the key in force, or begins the next term at the limit. */
    private void allowMore() throws SealFault {
        lock.lock();
        try {
            checkOpen();
            DomainKey key = keyring.inForce();
            if (key.seals() < key.reserved()) {
                return;
            }
            if (key.reserved() >= budget.limit()) {
                beginNext();
                return;
            }
            long more = budget.after(key.reserved());
            List<Entry> entries = entries();
            entries.removeLast();
            entries.add(new Entry(key, more));
            write(entries);
            key.reserve(more);
        } finally {
            lock.unlock();
        }
    }

    private void beginNext() throws SealFault {
        if (keyring.keys().size() >= SealedState.TERMS_MAX) {
            throw new SealFault("The domain has " + SealedState.TERMS_MAX
                    + " terms, which is all that it can have: retire old ones first.");
        }
        long allowed = budget.after(0);
        DomainKey next = new DomainKey(Math.addExact(keyring.term(), 1),
                clock.instant().getEpochSecond(), 0, allowed, SealedState.newKey(nonces));
        boolean written = false;
        try {
            List<Entry> entries = entries();
            entries.add(new Entry(next, allowed));
            write(entries);
            written = true;
        } finally {
            if (!written) {
                next.close();
            }
        }
        keyring.add(next);
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        keyring.keys().forEach(key -> entries.add(new Entry(key, key.reserved())));
        return entries;
    }

    /** A revision is used once even if nobody can tell whether it reached the disk. */
    private void write(List<Entry> entries) throws SealFault {
        revision++;
        SealedState.write(file, root, revision, entries, nonces);
    }

    private void checkOpen() throws SealFault {
        if (closed) {
            throw new SealFault("The engine is sealed.");
        }
    }
}
