package io.sallyport.gateway.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which operations of which client were refused lately, with the text and the version, for people
 * who ask why a database fails. Of each client the latest few, of the clients the latest to be
 * refused: no client makes it grow, or pushes out what is known of another one. It is a help and
 * no record: the audit log has every refusal. Safe for every thread.
 */
final class RefusedItems {
    /** Entries of one client. */
    static final int PER_CLIENT_MAX = 32;
    /** Clients with entries. */
    static final int CLIENTS_MAX = 256;

    private final ReentrantLock lock = new ReentrantLock();
    /** By client, the one that was refused longest ago first; guarded by the lock. */
    private final Map<String, Map<Key, RefusedItem>> byClient = new LinkedHashMap<>();

    /** What is one entry: the same operation for the same reason. */
    private record Key(String operation, String reason) {}

    void note(RefusedItem item) {
        lock.lock();
        try {
            Map<Key, RefusedItem> known = byClient.remove(item.client());
            Map<Key, RefusedItem> items = known == null ? new LinkedHashMap<>() : known;
            byClient.put(item.client(), items);
            Key key = new Key(item.operation(), item.reason());
            items.remove(key);
            items.put(key, item);
            shorten(items, PER_CLIENT_MAX);
            shorten(byClient, CLIENTS_MAX);
        } finally {
            lock.unlock();
        }
    }

    /** What is known of a client, the latest last. */
    List<RefusedItem> of(String client) {
        lock.lock();
        try {
            Map<Key, RefusedItem> items = byClient.get(client);
            return items == null ? List.of() : new ArrayList<>(items.values());
        } finally {
            lock.unlock();
        }
    }

    private static <K> void shorten(Map<K, ?> map, int sizeMax) {
        if (map.size() > sizeMax) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
