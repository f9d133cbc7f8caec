package io.sallyport.gateway.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What the server said it had done, as far as its clients know. Thread-safe. */
public final class Acknowledged {
    private final List<Key> keys = new CopyOnWriteArrayList<>();
    private final AtomicLong operations = new AtomicLong();

    /** A key and how far the server acknowledged its life. */
    public static final class Key {
        public final String id;
        public volatile boolean active;
        public volatile byte[] plaintext = {};
        volatile byte[] ciphertext = {};
        volatile byte[] iv = {};

        Key(String id) {
            this.id = id;
        }
    }

    Key created(String id) {
        Key key = new Key(id);
        keys.add(key);
        return key;
    }

    void count() {
        operations.incrementAndGet();
    }

    /** How many operations it acknowledged. */
    public long operations() {
        return operations.get();
    }

    /** The keys whose creation it acknowledged. */
    public List<Key> keys() {
        return keys;
    }
}
