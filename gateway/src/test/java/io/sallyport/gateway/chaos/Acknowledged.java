package io.sallyport.gateway.chaos;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What the server said it had done, as far as its clients know. Thread-safe. */
final class Acknowledged {
    private final List<Key> keys = new CopyOnWriteArrayList<>();
    private final AtomicLong operations = new AtomicLong();

    /** A key and how far the server acknowledged its life. */
    static final class Key {
        final String id;
        volatile boolean active;
        volatile byte[] plaintext = {};
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

    long operations() {
        return operations.get();
    }

    List<Key> keys() {
        return keys;
    }
}
